import type { Paragraph } from 'mdast';
import { lineEnd } from './cut';
import { pointIn, simpleInline, type Line } from './simple-inline';

const BEGINS = /[A-Za-z\u00C0-\uFFFF"'(@$%/?.]|`(?!`)|[*_]{1,2}[A-Za-z0-9]|!\[|\[(?!\^)|\d(?!\d{0,8}[.)])/y;

/** Whether a line that begins so begins no other block, unless it defines something: with a letter, or something that stands before one. */
export function begins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  BEGINS.lastIndex = at;
  return BEGINS.test(text);
}

/** Behind the last character of the line from `from` to `end` that is no blank. */
export function behindText(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && text.charCodeAt(to - 1) === BLANK) to--;
  return to;
}

const BLANK = 32;

/** The paragraph of these lines, if it is simple; the blanks at its end belong to it. */
export function asParagraph(text: string, lines: readonly Line[], labels: boolean): Paragraph | undefined {
  const first = lines[0]!, last = lines.at(-1)!;
  // Two blanks at the end of a line break it.
  for (const line of lines) if (line !== last && text.startsWith('  ', line.to)) return undefined;
  const children = simpleInline(text, lines, labels);
  return children && { type: 'paragraph', children, position: { start: pointIn(first, first.from), end: pointIn(last, lineEnd(text, last.to)) } };
}
