import { passage } from '../analyzer/passage';
import type { Span } from '../analyzer/span';
import type { ReviewedDocument } from './documents';

const LONGEST_QUOTE = 160;

/** Words of the document are shown as they stand there, and are no markup, link or HTML of ours. */
export const escape = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-!|~&$]/g, '\\$&');

/** A link that opens the document at that place; `at` is absolute. */
export function lineLink({ document }: ReviewedDocument, { start }: Span): string {
  const line = document.positionAt(start).line + 1;
  return `[line ${line}](<${document.uri}#L${line}>)`;
}

/** The words at a place as a reader sees them, cut where they are many. */
export function quoted({ reviewed }: ReviewedDocument, at: Span): string {
  const text = passage(reviewed.spec, at);
  return escape(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).replace(/\s*\S*$/, '')} …` : text);
}
