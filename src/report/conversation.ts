import type { Item } from '../analyzer/item';
import { wellAnswered } from './digest';
import type { FileReport, FindingReport } from './file-report';
import { escapeMarkdown } from './markdown';
import { isSettled } from './standing';
import { some } from './tally';
import { KINDS, stageWords } from './words';

const MOST_QUESTIONS = 7;

/**
 * A review as a reviewer would write it under a pull request: what has to happen before the yes, what to ask, what is
 * answered well, and the verdict at its end. Markdown that mentions nobody.
 * @param items all that the file was reviewed against
 */
export function conversation(file: FileReport, title: string, items: readonly Item[]): string {
  const single = file.findings.filter((f) => !f.items);
  const conditions = single.filter((f) => f.priority !== 'could');
  const demanded = new Set(conditions.map((f) => f.rule));
  const others = [...single.filter((f) => f.priority === 'could'), ...file.findings.filter((f) => f.items)];
  const questions = [...new Set(others.flatMap((f) => asked(f, demanded, items)))];
  const settled = file.coverage.filter(isSettled).length;
  return `${[
    `## Review of ${escapeMarkdown(title || file.path)}`,
    `${escapeMarkdown(file.path)}, ${KINDS[file.profile]}, ${stageWords(file.stage)}: ${settled} of ${some(file.coverage.length, 'question')} answered or decided.`,
    ...list('Yes, if …', '- [ ]', conditions.map((f) => `${line(f)}: ${escapeMarkdown(f.message)}${f.priority === 'blocker' ? ' **Blocker.**' : ''}`)),
    ...list('Questions', '-', few(questions)),
    ...list('Answered well', '-', wellAnswered(file, items).map((c) => `${line(c.evidence[0]!)}: ${nameOf(c.item, items)}. ${escapeMarkdown(c.reason)}`)),
    `**Verdict:** ${verdict(conditions, questions)}`,
  ].join('\n\n')}\n`;
}

const list = (title: string, mark: string, entries: readonly string[]): string[] => (entries.length ? [`### ${title}\n\n${entries.map((e) => `${mark} ${e}`).join('\n')}`] : []);
const line = ({ start }: Pick<FindingReport, 'start'>): string => `line ${start.line}`;
const nameOf = (id: string, items: readonly Item[]): string => escapeMarkdown(items.find((item) => item.id === id)?.skeleton.heading ?? id);

/** Questions of the checklist in its own words, but those that are demanded; anything else as it is reported. */
function asked(finding: FindingReport, demanded: ReadonlySet<string>, items: readonly Item[]): string[] {
  const about = (finding.items ?? [finding.rule]).flatMap((id) => items.find((item) => item.id === id) ?? []);
  if (!about.length) return [`${line(finding)}: ${escapeMarkdown(finding.message)}`];
  return about.filter((item) => !demanded.has(item.id)).map((item) => escapeMarkdown(item.question));
}

/** Nobody answers more in one comment. */
const few = (questions: readonly string[]): string[] =>
  questions.length > MOST_QUESTIONS ? [...questions.slice(0, MOST_QUESTIONS), `… and ${questions.length - MOST_QUESTIONS} smaller ones.`] : [...questions];

function verdict(conditions: readonly FindingReport[], questions: readonly string[]): string {
  const blockers = conditions.filter((f) => f.priority === 'blocker').length;
  if (blockers) return `yes, if ${some(blockers, 'blocker')}${conditions.length > blockers ? ` and ${some(conditions.length - blockers, 'other point')}` : ''} above ${conditions.length === 1 ? 'is' : 'are'} settled.`;
  if (conditions.length) return `yes, if ${some(conditions.length, 'point')} above ${conditions.length === 1 ? 'is' : 'are'} settled.`;
  return questions.length ? 'yes; the questions can be answered on the way.' : 'yes.';
}
