import { version } from '../../package.json';
import { areaOf } from '../analyzer/item';
import { items } from '../checklist';
import { knownRules } from '../checklist/rules';

const DOCUMENTATION = `https://github.com/tpm-spec-review/tpm-spec-review/blob/v${version}/docs`;
const KNOWN = new Set([...knownRules, ...items.map(({ id }) => `${areaOf(id)}/*`)]);

/**
 * The documentation of a rule, as it was when this version was built.
 * @param rule an item's id, another rule's, or `area/*` for all of an area; a team's own leads to how they are written
 */
export const ruleUrl = (rule: string): string =>
  KNOWN.has(rule) ? `${DOCUMENTATION}/rules/${rule.endsWith('/*') ? rule.slice(0, -2) : `${rule}.md`}` : `${DOCUMENTATION}/configuration.md#a-teams-own-questions`;

/** A path, with `/`, as a part of an address. */
export const uriPath = (path: string): string => path.replace(/\p{Cs}/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');

/** A line of a file, relative to where the report stands. */
export const localLine = (path: string, line: number): string => `${uriPath(path)}#L${line}`;
