import type { Finding, ReviewOptions } from './review';
import type { Rule, RuleContext, RuleFinding } from './rule';
import type { Span } from './span';
import { atStage, configuredLevel, figuresOf } from './severity';

/** More findings of one rule than this are a habit of the document, which is one finding. */
const HABIT = 3;
/** So many of the places of a habit are listed. */
const LISTED = 20;

/**
 * What the rules report, each at the level of this kind of document and stage.
 * @param unanswered sections that findings of their own call unanswered; absolute
 */
export function runRules(rules: readonly Rule[], context: RuleContext, options: ReviewOptions, unanswered: readonly Span[]): readonly Finding[] {
  const said = rules.flatMap((rule) => {
    const level = atStage(configuredLevel(rule.id, options.rules) ?? rule.severity[context.profile], context.stage, options.stages);
    return level === 'off' ? [] : [{ rule, level, all: [...rule.check(context, figuresOf(rule, options.rules))] }];
  });
  const taken = [...unanswered, ...said.flatMap(({ rule, all }) => (rule.yieldsToItems ? [] : all.flatMap((f) => f.unanswered ?? [])))];
  return said.flatMap(({ rule, level, all }) => {
    const found = rule.yieldsToItems ? all.filter(({ at }) => !taken.some(({ start, end }) => start <= at.start && at.start < end)) : all;
    const common = { rule: rule.id, severity: level, priority: level === 'info' ? 'could' : 'should' } as const;
    return rule.apart ? found.map((one) => findingOf(one, common)) : gather(found, common);
  });
}

/** What one rule found, as findings: one for each place, or one for all where they are many. */
export function gather(found: readonly RuleFinding[], common: Common): readonly Finding[] {
  return found.length > HABIT ? [{ ...findingOf(habit(found), common), members: found }] : found.map((one) => findingOf(one, common));
}

type Common = Pick<Finding, 'rule' | 'severity' | 'priority'>;

const findingOf = ({ message, at, related = [], elsewhere, fixes = [], items }: RuleFinding, { rule, severity, priority }: Common): Finding =>
  ({ rule, severity, priority, message, at, related, fixes, ...(elsewhere?.length && { elsewhere }), ...(items && { items }) });

/** The first finding stands for all; the others are its related places. */
function habit([first, ...others]: readonly RuleFinding[]): RuleFinding {
  return {
    ...first!,
    message: `${first!.message.replace(/\.$/, '')}; the same goes for ${others.length} more places.`,
    related: [...(first!.related ?? []), ...others.slice(0, LISTED).map(({ at, message }) => ({ at, message }))],
  };
}
