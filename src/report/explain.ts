import type { Item, Level, Profile } from '../analyzer/item';
import type { RuleOptions } from '../analyzer/rule';
import type { OtherRule } from '../checklist/rules';

const KINDS: readonly (readonly [Profile, string])[] = [['kep', 'KEP'], ['rfc', 'RFC'], ['design', 'Design doc'], ['prd', 'PRD'], ['adr', 'ADR']];
const SHOWN_HEADINGS = 8;

/** A question of the checklist as Markdown: why it is asked, what answers it, and how to decide otherwise. */
export function explainItem(item: Item): string {
  const headings = item.evidence.headings.slice(0, SHOWN_HEADINGS).map((h) => `"${h}"`).join(', ');
  return [
    `# ${item.id}`,
    `**${item.question}**`,
    item.why,
    `## What would satisfy it\n\n${sentence(item.expected)} It may stand under any heading${headings && `; ${headings} are looked at first`}. A heading alone, a placeholder or one vague sentence is a part of an answer only. For example:`,
    bullets(item.skeleton.questions),
    `## How loud a gap is\n\n${table(item.severity)}\n\nThe stage of the document may lower it, and \`rules\` in \`.spec-review.yaml\` sets it.${item.due ? ' It is asked only where the document itself makes it due.' : ''}`,
    examples('Answers', item.examples.covered),
    examples('Answers a part', item.examples.partial),
    examples('Does not answer', item.examples.missing),
    examples('Does not apply', item.examples.notApplicable ?? []),
    `## To decide otherwise\n\nRecord it in the document, where it is versioned and seen; a reason is required:\n\n${fence(decisions(item.id))}`,
    item.source ? `Source: ${item.source}` : '',
    item.url ? `More: <${item.url}>` : '',
  ].filter(Boolean).join('\n\n') + '\n';
}

/** A rule that is not a question of the checklist, as Markdown. */
export const explainRule = ({ id, reports, why, expected, options }: OtherRule): string =>
  [`# ${id}`, reports, why, `## What would satisfy it\n\n${sentence(expected)}`, ...(options ? [optionsOf(id, options)] : [])].join('\n\n') + '\n';

function optionsOf(id: string, options: RuleOptions): string {
  const lines = Object.entries(options).map(([name, { about, default: figure, min, max }]) => `- \`${name}\`: ${about} From ${min} to ${max}; ${figure} by default.`);
  const figures = Object.entries(options).map(([name, option]) => `${name}: ${option.default}`).join(', ');
  return `## Options\n\n${lines.join('\n')}\n\n\`\`\`yaml\nrules:\n  ${id}: [warning, { ${figures} }]\n\`\`\``;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

function table(severity: Item['severity']): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const levels: readonly Level[] = KINDS.map(([profile]) => severity[profile]);
  return [row(KINDS.map(([, name]) => name)), row(KINDS.map(() => '---')), row(levels)].join('\n');
}

const examples = (title: string, snippets: readonly string[]): string =>
  snippets.length ? `## ${title}\n\n${snippets.map(fence).join('\n\n')}` : '';

/** In a fence that is longer than any inside. */
function fence(markdown: string): string {
  const longest = Math.max(2, ...[...markdown.matchAll(/^ *(`{3,})/gm)].map((m) => m[1]!.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}markdown\n${markdown.trimEnd()}\n${marks}`;
}

const decisions = (id: string): string => [
  `<!-- spec-review: not-applicable ${id} -- why the question does not apply -->`,
  `<!-- spec-review: accept ${id} --until YYYY-MM-DD --owner NAME -- why the gap is acceptable until then -->`,
  `<!-- spec-review: answered ${id} -- where the answer stands -->`,
].join('\n');
