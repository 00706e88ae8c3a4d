import { lineAt, lineStarts } from '../analyzer/lines';
import type { Span } from '../analyzer/span';

/** A unist point: line and column from 1, columns in UTF-16 code units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Point;
  readonly end: Point;
}

/** Turns the offsets of one text, in UTF-16 code units, into lines and columns. */
export interface Positions {
  point(offset: number): Point;
  range(span: Span): Range;
}

/** LF, CRLF and a lone CR end a line. Offsets outside the text are taken to its nearest end. */
export function positions(text: string): Positions {
  const starts = lineStarts(text);
  const point = (offset: number): Point => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    const line = lineAt(starts, inside);
    return { line: line + 1, column: inside - starts[line]! + 1 };
  };
  return { point, range: ({ start, end }) => ({ start: point(start), end: point(end) }) };
}
