import type { InlineCode, Text } from 'mdast';
import type { Point } from 'unist';

/** A line, and what a block holds of it: without what indents it, and without the line end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

export const pointIn = ({ number, start }: Pick<Line, 'number' | 'start'>, offset: number): Point => ({ line: number, column: offset - start + 1, offset });

/** Characters that are nothing but themselves wherever they stand. */
const PLAIN = /^[A-Za-z0-9 .,;:!?'"()/+=#$%^{}\-\u00A0-\uFFFF]*$/;
/** May begin an address. */
const ADDRESS = /www|http/i;

/** What stands in the lines, where that is nothing but words and code spans; undefined elsewhere. */
export function simpleInline(text: string, lines: readonly Line[]): (Text | InlineCode)[] | undefined {
  const nodes: (Text | InlineCode)[] = [];
  let value = '', start: Point | undefined;
  const endText = (end: Point) => {
    if (value) nodes.push({ type: 'text', value, position: { start: start!, end } });
    value = '';
  };
  for (const line of lines) {
    const { from, to } = line;
    // A blank at the end is no text, two of them are a break.
    if (to <= from || text.charCodeAt(to - 1) === BLANK || text.charCodeAt(from) === BLANK) return undefined;
    if (line === lines[0]) start = pointIn(line, from);
    else value += '\n';
    for (let at = from; at < to;) {
      const tick = text.indexOf('`', at), stop = tick < 0 || tick >= to ? to : tick;
      const words = text.slice(at, stop);
      if (!PLAIN.test(words) || ADDRESS.test(words)) return undefined;
      value += words;
      at = stop;
      if (stop === to) break;
      const end = behindCode(text, stop, to);
      if (end === undefined) return undefined;
      // What indents the line is part of neither.
      endText(pointIn(line, stop === from ? line.start : stop));
      start = pointIn(line, end);
      nodes.push({ type: 'inlineCode', value: text.slice(stop + 1, end - 1), position: { start: pointIn(line, stop), end: pointIn(line, end) } });
      at = end;
    }
  }
  const last = lines.at(-1)!;
  endText(pointIn(last, last.to));
  return nodes;
}

const BLANK = 32;

/** Behind the code span that begins at `tick`, if it is one between single backticks and without blanks at its ends. */
function behindCode(text: string, tick: number, to: number): number | undefined {
  const close = text.indexOf('`', tick + 1);
  if (close < 0 || close >= to || close === tick + 1 || text[close + 1] === '`') return undefined;
  return text.charCodeAt(tick + 1) === BLANK || text.charCodeAt(close - 1) === BLANK ? undefined : close + 1;
}
