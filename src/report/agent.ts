/** What the tools of {@link ./agent-tools} answer: texts from reports, the same over MCP and in the editor. */
import type { Item } from '../analyzer/item';
import { otherRules } from '../checklist/rules';
import type { FileTool } from './agent-tools';
import { explainItem, explainRule } from './explain';
import type { FileReport, FindingReport } from './file-report';
import { standingOf } from './standing';
import { nearest } from '../analyzer/nearest';

const line = ({ rule, start, message, priority }: FindingReport): string => `- [${priority}] ${rule}, line ${start.line}: ${message}`;

/** What a tool that reads a file says of its report. */
export const answerOn = (tool: FileTool, report: FileReport, items: readonly Item[]): string => (tool === 'review_spec' ? reviewText : gapsText)(report, items);

/** The whole review as Markdown. */
function reviewText(report: FileReport, items: readonly Item[]): string {
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
function gapsText({ path, findings }: FileReport, items: readonly Item[]): string {
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
