import type { Edit } from './review';
import type { Span } from './span';

/** Puts blocks of Markdown between others. All offsets are absolute; LF, CRLF and a lone CR end a line, as in CommonMark. */

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';
const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t' || isLineEnd(char);
const BYTE_ORDER_MARK = '\uFEFF';

/** Where the line around `at` starts; behind the byte order mark in the first line. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  return start === 0 && text[0] === BYTE_ORDER_MARK ? 1 : start;
}

/** Where the line around `at` ends, before its line end. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text[end])) end++;
  return end;
}

/** The line, or lines, that a place stands in. */
export const lineAround = (text: string, { start, end }: Span): string => text.slice(lineStart(text, start), lineEnd(text, end));

/** Behind the line end at `at`; `at` itself where no line ends there. */
export const afterLineEnd = (text: string, at: number): number => (text.startsWith('\r\n', at) ? at + 2 : isLineEnd(text[at]) ? at + 1 : at);

/** The line end that the document uses, by its first line; LF where it has but one. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** The number of line ends between `at` and the nearest text before it. */
export function lineEndsBefore(text: string, at: number): number {
  return countLineEnds(text.slice(contentEnd(text, at), at));
}

/** The number of line ends between `at` and the nearest text behind it. */
export function lineEndsAfter(text: string, at: number): number {
  let end = at;
  while (isBlank(text[end])) end++;
  return countLineEnds(text.slice(at, end));
}

/** Where the text before `at` ends, without the blanks and blank lines behind it. */
export function contentEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && isBlank(text[end - 1])) end--;
  return end;
}

/** The first line behind `at` that is not blank, with its indentation; '' where nothing follows. */
export function nextLine(text: string, at: number): string {
  let content = at;
  while (isBlank(text[content])) content++;
  return text.slice(Math.max(at, lineStart(text, content)), lineEnd(text, content));
}

const countLineEnds = (blank: string): number => blank.match(/\r\n|\n|\r/g)?.length ?? 0;

/**
 * Inserts `lines` as blocks of their own, with at least `gap` blank lines between them and the text on either side.
 * @param at start or end of a line
 */
export function insertLines(text: string, at: number, lines: readonly string[], gap = 1): Edit {
  const eol = lineEndOf(text);
  const before = contentEnd(text, at);
  const ended = countLineEnds(text.slice(before, at));
  // A line of blanks only would indent what is inserted behind it.
  const indented = at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t');
  const isFirst = before === 0 || (before === 1 && text[0] === BYTE_ORDER_MARK);
  const lead = isFirst ? Number(indented) : Math.max(Number(indented), gap + 1 - ended);
  const follows = lineEndsAfter(text, at);
  const isLast = contentEnd(text, text.length) <= at;
  const needed = isLast ? (text === '' || isLineEnd(text.at(-1)) ? 1 : 0) : gap + 1;
  const trail = Math.max(0, needed - follows);
  return { at: { start: at, end: at }, text: eol.repeat(lead) + lines.join(eol) + eol.repeat(trail) };
}
