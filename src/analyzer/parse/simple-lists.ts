import type { List, ListItem, Paragraph } from 'mdast';
import { lineEnd } from './cut';
import { pointIn, type Line } from './simple-inline';
import { asParagraph, begins, behindText } from './simple-paragraph';

interface Reader {
  readonly text: string;
  readonly labels: boolean;
  /** The line that comes next, which is not blank: where it begins, its number, and how many blanks it begins with. */
  at: number;
  line: number;
  indent: number;
  /** Whether a blank line stands before it. */
  apart: boolean;
}

interface Marker {
  /** The character that tells one list from another. */
  readonly kind: string;
  readonly number: number | undefined;
  /** Of the marker and the blanks behind it. */
  readonly width: number;
}

/** Columns; nobody who writes a list that can be read goes further. */
const DEEPEST = 80;

/** A list at the root, of items that are a paragraph and perhaps more such lists. */
export function simpleList(text: string, at: number, line: number, labels: boolean): List | undefined {
  const reader: Reader = { text, labels, at, line, indent: 0, apart: false };
  const node = markerAt(text, at) && readList(reader);
  return node && isClosed(reader) ? node : undefined;
}

const MARKER = /(?:([-+*])|(\d{1,9})([.)])) {1,4}(?! )/y;

function markerAt(text: string, at: number): Marker | undefined {
  MARKER.lastIndex = at;
  const found = MARKER.exec(text);
  if (!found) return undefined;
  const [all, bullet, number, sign] = found;
  return { kind: bullet ?? sign!, number: number === undefined ? undefined : Number(number), width: all.length };
}

/** The list whose first item begins with the next line, up to a line that is less indented or, at the root, no item. */
function readList(reader: Reader): List | undefined {
  const { text, indent } = reader;
  const first = markerAt(text, reader.at + indent)!;
  const children: ListItem[] = [];
  let spread = false;
  for (let marker: Marker | undefined = first; marker; marker = nextMarker(reader, indent)) {
    if (marker.kind !== first.kind) return undefined;
    if (children.length && reader.apart) spread = true;
    const item = readItem(reader, marker);
    if (!item || reader.indent > indent) return undefined;
    children.push(item);
  }
  if (reader.indent === indent && indent > 0) return undefined;
  const { number } = first;
  const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end };
  return { type: 'list', ordered: number !== undefined, start: number ?? null, spread, children, position };
}

const nextMarker = ({ text, at, indent }: Reader, own: number): Marker | undefined => (indent === own ? markerAt(text, at + indent) : undefined);

function readItem(reader: Reader, marker: Marker): ListItem | undefined {
  const { text, labels } = reader;
  const width = reader.indent + marker.width;
  const start = pointIn({ number: reader.line, start: reader.at }, reader.at + reader.indent);
  const box = boxAt(text, reader.at + width);
  if (box === undefined) return undefined;
  const lines = readLines(reader, width + (box === null ? 0 : '[ ] '.length));
  const paragraph = lines && asParagraph(text, lines, labels);
  if (!paragraph) return undefined;
  const children: (Paragraph | List)[] = [paragraph];
  let spread = false;
  // By four columns more it would be code, or text of the paragraph.
  while (reader.indent >= width && reader.indent < width + 4) {
    const inner = markerAt(text, reader.at + reader.indent);
    if (!inner || children.length > 1 || reader.indent > DEEPEST) return undefined;
    if (!reader.apart && inner.number !== undefined && inner.number !== 1) return undefined;
    spread ||= reader.apart;
    const list = readList(reader);
    if (!list) return undefined;
    children.push(list);
  }
  return { type: 'listItem', spread, checked: box, children, position: { start, end: children.at(-1)!.position!.end } };
}

/** A box in front of a word, and one of any kind. */
const BOX = /\[([ xX])\] (?=[A-Za-z0-9])/y, ANY_BOX = /\[[ \txX]\]/y;

/** Whether the box at `at` is ticked; null for none, undefined for one that is not simple. */
function boxAt(text: string, at: number): boolean | null | undefined {
  ANY_BOX.lastIndex = BOX.lastIndex = at;
  if (!ANY_BOX.test(text)) return null;
  const mark = BOX.exec(text)?.[1];
  return mark === undefined ? undefined : mark !== ' ';
}

/**
 * The lines of an item's paragraph, which begins in the column `first` and goes on wherever its words do; undefined for
 * one that is not simple. Reads on to the next line that is not blank.
 */
function readLines(reader: Reader, first: number): Line[] | undefined {
  const { text } = reader;
  const lines: Line[] = [];
  do {
    const from = reader.at + (lines.length ? reader.indent : first);
    if (!begins(text, from)) return lines.length && (reader.indent === 0 || markerAt(text, from)) ? lines : undefined;
    const end = lineEnd(text, from);
    lines.push({ number: reader.line, start: reader.at, from, to: behindText(text, from, end) });
    toNextLine(reader, end);
  } while (!reader.apart && reader.at < text.length);
  return lines;
}

/** On to the next line that is not blank, from the end of one. */
function toNextLine(reader: Reader, end: number): void {
  const { text } = reader;
  reader.apart = false;
  for (let at = end + 1; ; at = lineEnd(text, at) + 1) {
    reader.at = Math.min(at, text.length);
    reader.line++;
    reader.indent = 0;
    if (at >= text.length) return;
    while (text.charCodeAt(at + reader.indent) === BLANK) reader.indent++;
    const code = text.charCodeAt(at + reader.indent);
    if (at + reader.indent < text.length && code !== LINE_FEED) return;
    reader.apart = true;
  }
}

const BLANK = 32, LINE_FEED = 10;

/** What ends a list right behind it. */
const BEHIND_LIST = /#{1,6} |```[^`\n]*(?:\n|$)|<!--/y;
/** What begins a line behind a blank one and continues no list: nothing indented, and no item. */
const ELSEWHERE = /(?!(?:[-+*]|\d{1,9}[.)])(?:\s|$))\S/y;

/** Whether the next line belongs to no list that stands before it. */
function isClosed({ text, at, apart }: Reader): boolean {
  if (at >= text.length) return true;
  const closes = apart ? ELSEWHERE : BEHIND_LIST;
  closes.lastIndex = at;
  return closes.test(text);
}
