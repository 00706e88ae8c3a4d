import type { Item, Priority } from '../../analyzer/item';
import type { CoverageReport, FindingReport } from '../file-report';
import type { Range } from '../position';
import { escapeHtml, lineOf, passageFigure, ruleLink } from './markup';

const PRIORITIES: Readonly<Record<Priority, string>> = { blocker: 'Blocker', should: 'Should be answered', could: 'Could be answered' };

/** @param isGap whether its own place is only the heading it would stand at, which says nothing when quoted */
export function findingCard(finding: FindingReport, isGap: boolean, lines: readonly string[] | undefined): string {
  const passages = [...(isGap ? [] : [{ ...finding, message: 'The passage' }]), ...finding.related];
  return [
    `<li class="finding ${finding.severity}">`,
    `<p class="head"><span class="level">${PRIORITIES[finding.priority]}</span> ${ruleLink(finding.rule)} <span class="severity">${finding.severity}</span> <span class="where">${lineOf(finding)}</span></p>`,
    `<p>${escapeHtml(finding.message)}</p>`,
    ...passages.map((passage) => passageFigure(passage, passage.message, lines)),
    ...(finding.elsewhere ?? []).map(({ message, path, start }) => `<p class="where">${escapeHtml(`${message}: ${path}, line ${start.line}`)}</p>`),
    '</li>',
  ].join('\n');
}

/** One that is answered well, with the passage that the reason quotes. */
export function answerCard(answer: CoverageReport, items: readonly Item[]): string {
  const question = items.find(({ id }) => id === answer.item)?.question ?? '';
  return [
    '<li class="finding answer">',
    `<p class="head"><strong>${escapeHtml(question)}</strong> ${ruleLink(answer.item)} <span class="where">${lineOf(placeOf(answer))}</span></p>`,
    `<p>${escapeHtml(answer.reason)}</p>`,
    '</li>',
  ].join('\n');
}

/** The evidence that the reason names by its line, which need not be the best. */
function placeOf({ reason, evidence }: CoverageReport): Range {
  const line = Number(/\(line (\d+)\)/.exec(reason)?.[1]);
  return evidence.find(({ start, end }) => start.line <= line && line <= end.line) ?? (line ? { start: { line, column: 1 }, end: { line, column: 1 } } : evidence[0]!);
}
