import type { RuleOptions } from '../analyzer/rule';
import { rules } from './index';

/** What a team may set of each rule beside its level, by id; rules without options are not listed. */
export const ruleOptions: ReadonlyMap<string, RuleOptions> = new Map(rules.flatMap(({ id, options }) => (options ? [[id, options]] : [])));
