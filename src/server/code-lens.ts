import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from './convert';
import type { ReviewedDocument } from './documents';
import { SHOW_CHECKLIST } from './protocol';
import { standingLine } from './section-state';

/** One line above the first heading: how many questions are answered, and how many gaps matter most. */
export function codeLenses(read: ReviewedDocument): CodeLens[] {
  const { spec } = read.reviewed;
  const first = spec.sections.find((s) => s.heading)?.span.start ?? spec.metadata.titleSpan.start;
  return [{ range: rangeOf(read.document, { start: first, end: first }), command: { title: standingLine(read), command: SHOW_CHECKLIST } }];
}
