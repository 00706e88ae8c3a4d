import { isSettled } from '../report/standing';
import { wellAnswered } from '../report/digest';
import { KINDS, stageWords, THAT_MATTER } from '../report/words';
import { itemIn } from './convert';
import type { ReviewedDocument } from './documents';
import { escape, lineLink } from './hover-text';

/** How the document stands in one look: the numbers, what matters most, what is answered well. */
export function titleText(read: ReviewedDocument): string {
  const { review, items } = read.reviewed;
  const settled = review.coverage.filter(isSettled).length;
  const first = review.brief.flatMap((rule) => review.findings.find((f) => f.rule === rule) ?? []);
  return [
    `**${settled} of ${review.coverage.length} questions answered or decided** (${KINDS[review.profile]}, ${stageWords(review.stage ?? null)})`,
    ...list(THAT_MATTER[first.length] ?? '', '1.', first.map((f) => `${escape(f.message)} (${lineLink(read, f.at)})`)),
    ...list('Answered well', '-', wellAnswered(review, items).map((c) => `${itemIn(read.reviewed, c.item)!.skeleton.heading}: ${escape(c.reason)} (${lineLink(read, c.evidence[0]!)})`)),
  ].join('\n\n');
}

const list = (title: string, mark: string, entries: readonly string[]): string[] => (entries.length ? [`**${title}**\n\n${entries.map((e) => `${mark} ${e}`).join('\n')}`] : []);
