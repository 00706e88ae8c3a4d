/** What agents may ask for: the same three tools over MCP and in the editor. Pure: texts from reports. */
import type { Item } from '../analyzer/item';
import { otherRules } from '../checklist/rules';
import { explainItem, explainRule } from './explain';
import type { FileReport, FindingReport } from './file-report';
import { standingOf } from './standing';
import { nearest } from '../analyzer/nearest';

export interface Tool {
  readonly name: 'review_spec' | 'list_gaps' | 'explain_item';
  readonly title: string;
  /** For the model that chooses among tools. */
  readonly description: string;
  /** JSON Schema. */
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, { readonly type: 'string'; readonly description: string }>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
}

const taking = (name: string, description: string): Tool['inputSchema'] =>
  ({ type: 'object', properties: { [name]: { type: 'string', description } }, required: [name], additionalProperties: false });

const PATH = 'Path of a Markdown file, relative to the workspace';

export const tools: readonly Tool[] = [
  {
    name: 'review_spec', title: 'Review a spec',
    description: 'Reviews a technical spec in Markdown (design doc, RFC, PRD, KEP, ADR) against a checklist of 39 questions. Returns what matters most, every finding with its line, and for each question whether and where it is answered. Deterministic, no model.',
    inputSchema: taking('path', PATH),
  },
  {
    name: 'list_gaps', title: 'List the gaps of a spec',
    description: 'Lists the questions that a spec in Markdown leaves open, the most important first, each with what would satisfy it. Shorter than review_spec.',
    inputSchema: taking('path', PATH),
  },
  {
    name: 'explain_item', title: 'Explain a question of the checklist',
    description: 'Explains one question or rule of the checklist: why it is asked, what answers it, with examples.',
    inputSchema: taking('item', 'Id of a question or rule, such as infrastructure/rollback'),
  },
];

const line = ({ rule, start, message, priority }: FindingReport): string => `- [${priority}] ${rule}, line ${start.line}: ${message}`;

/** The whole review as Markdown. */
export function reviewText(report: FileReport, items: readonly Item[]): string {
  const { path, profile, stage, brief, findings, coverage } = report;
  const question = (id: string): string => items.find((item) => item.id === id)?.question ?? id;
  const first = findings.filter(({ rule }) => brief.includes(rule)), others = findings.filter(({ rule }) => !brief.includes(rule));
  return [
    `# Review of ${path}\n\nKind: ${profile}. Stage: ${stage ?? 'unknown'}. ${coverage.filter((c) => standingOf(c) === 'answered').length} of ${coverage.length} questions answered.`,
    ...(first.length ? [`## What matters most\n\n${first.map(line).join('\n')}`] : []),
    ...(others.length ? [`## Other findings\n\n${others.map(line).join('\n')}`] : []),
    ...(findings.length ? [] : ['Nothing to report.']),
    `## Questions\n\n${coverage.map((c) => `- ${c.item} (${question(c.item)}): ${c.state}${c.confidence < 0.8 ? ', to be checked by a human' : ''}${c.evidence[0] ? `, line ${c.evidence[0].start.line}` : ''}`).join('\n')}`,
  ].join('\n\n');
}

/** The gaps alone, as Markdown. */
export function gapsText({ path, findings }: FileReport, items: readonly Item[]): string {
  const lines = findings.flatMap((finding) => {
    const own = items.filter(({ id }) => id === finding.rule || finding.items?.includes(id));
    return own.map((item) => `- ${item.id}, line ${finding.start.line}: ${item.question} To satisfy it, ${item.expected}.`);
  });
  return lines.length ? `# Open questions of ${path}\n\n${lines.join('\n')}` : `${path} leaves no question open that it owes an answer to.`;
}

/** Undefined, with what may have been meant, for an unknown id. */
export function explanation(id: string, items: readonly Item[]): { readonly text: string; readonly isKnown: boolean } {
  const item = items.find((one) => one.id === id), rule = otherRules.find((one) => one.id === id);
  if (item) return { text: explainItem(item), isKnown: true };
  if (rule) return { text: explainRule(rule), isKnown: true };
  const close = nearest(id, [...items, ...otherRules].map((one) => one.id));
  return { text: `There is no question or rule "${id}"${close ? `; did you mean "${close}"?` : '.'}`, isKnown: false };
}
