import { version } from '../../package.json';

const DOCUMENTATION = `https://github.com/tpm-spec-review/tpm-spec-review/blob/v${version}/docs/rules`;

/**
 * The documentation of a rule, as it was when this version was built.
 * @param rule an item's id, another rule's, or `area/*` for all of an area
 */
export const ruleUrl = (rule: string): string => `${DOCUMENTATION}/${rule.endsWith('/*') ? rule.slice(0, -2) : `${rule}.md`}`;
