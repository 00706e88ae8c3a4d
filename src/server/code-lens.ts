import type { CodeLens } from 'vscode-languageserver';
import { summary, rangeOf } from './convert';
import type { ReviewedDocument } from './documents';
import { SHOW_CHECKLIST } from './protocol';

/** One line above the first heading: how many questions are answered, and how many gaps matter most. */
export function codeLenses(read: ReviewedDocument): CodeLens[] {
  const { spec, review } = read.reviewed;
  const first = spec.sections.find((s) => s.heading)?.span.start ?? spec.metadata.titleSpan.start;
  const { answered, total } = summary(read);
  const matter = review.brief.length ? `${review.brief.length} that matter${review.brief.length === 1 ? 's' : ''}` : 'no open gaps';
  return [{ range: rangeOf(read.document, { start: first, end: first }), command: { title: `${answered} of ${total} answered · ${matter}`, command: SHOW_CHECKLIST } }];
}
