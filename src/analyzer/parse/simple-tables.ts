import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { lineEnd } from './cut';
import { isBlank } from './raw-block';
import { pointIn, simpleInline, type Line } from './simple-inline';
import { behindText } from './simple-paragraph';

/** A table whose rows all begin and end with a bar, up to a blank line or the end of the text. */
export function simpleTable(text: string, at: number, line: number, labels: boolean): Table | undefined {
  const head = readRow(text, at, line, labels);
  if (!head) return undefined;
  const align = alignments(text, head.end + 1);
  if (align?.length !== head.row.children.length) return undefined;
  const children = [head.row];
  let end = lineEnd(text, head.end + 1);
  for (let number = line + 2; end + 1 < text.length && !isBlank(text.slice(end + 1, lineEnd(text, end + 1))); number++) {
    const found = readRow(text, end + 1, number, labels);
    if (!found) return undefined;
    children.push(found.row);
    ({ end } = found);
  }
  const last = children.at(-1)!;
  const position = { start: head.row.position!.start, end: children.length > 1 ? last.position!.end : pointIn({ number: line + 1, start: head.end + 1 }, end) };
  return { type: 'table', align, children, position };
}

const DELIMITERS = /\|(?: *:?-+:? *\|)+(?=\n|$)/y;

/** How the row of delimiters at `at` aligns the columns; undefined where there is none. */
function alignments(text: string, at: number): AlignType[] | undefined {
  DELIMITERS.lastIndex = at;
  const row = DELIMITERS.exec(text)?.[0];
  return row?.slice(1, -1).split('|').map((cell): AlignType => {
    const left = cell.trim().startsWith(':'), right = cell.trim().endsWith(':');
    return left && right ? 'center' : left ? 'left' : right ? 'right' : null;
  });
}

/** The row that is the line at `at`; a cell reaches from its bar to the next, the last one behind it. */
function readRow(text: string, at: number, number: number, labels: boolean): { row: TableRow; end: number } | undefined {
  const end = lineEnd(text, at);
  if (text[at] !== '|' || end - at < 2 || text[end - 1] !== '|') return undefined;
  const line = { number, start: at };
  const children: TableCell[] = [];
  for (let bar = at; bar < end - 1;) {
    const next = text.indexOf('|', bar + 1);
    const content = cellContent(text, { ...line, from: bar + 1, to: next }, labels);
    if (!content) return undefined;
    const behind = next === end - 1 ? end : next;
    children.push({ type: 'tableCell', children: content, position: { start: pointIn(line, bar), end: pointIn(line, behind) } });
    bar = next;
  }
  return { row: { type: 'tableRow', children, position: { start: pointIn(line, at), end: pointIn(line, end) } }, end };
}

function cellContent(text: string, { from: start, to: stop, ...line }: Line, labels: boolean): TableCell['children'] | undefined {
  const to = behindText(text, start, stop);
  let from = start;
  while (from < to && text[from] === ' ') from++;
  return from === to ? [] : simpleInline(text, [{ ...line, from, to }], labels);
}
