import type { Emphasis, Image, InlineCode, Link, PhrasingContent, Strong } from 'mdast';
import type { Point } from 'unist';

/** A line, and what a block holds of it: without what indents it, the blanks at its end, and the line end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

export const pointIn = ({ number, start }: Pick<Line, 'number' | 'start'>, offset: number): Point => ({ line: number, column: offset - start + 1, offset });

/**
 * What stands in the lines, where that is nothing but words, code spans, emphasis, links and images, each written in the
 * way that cannot be taken for anything else; undefined elsewhere.
 * @param labels whether brackets may refer to something that is defined in the document
 */
export function simpleInline(text: string, lines: readonly Line[], labels: boolean): PhrasingContent[] | undefined {
  for (const { from, to } of lines) if (to <= from || isBlankAt(text, from) || isBlankAt(text, to - 1)) return undefined;
  const reader: Reader = { text, lines, labels, line: 0, at: lines[0]!.from, depth: 0 };
  return readUpTo(reader, '');
}

interface Reader {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly labels: boolean;
  /** Index of the line that is being read. */
  line: number;
  at: number;
  /** How many marks are open. */
  depth: number;
}

const lineOf = ({ lines, line }: Reader): Line => lines[line]!;
const here = (reader: Reader): Point => pointIn(lineOf(reader), reader.at);
const isBlankAt = (text: string, at: number): boolean => text.charCodeAt(at) === BLANK;
const BLANK = 32;

/** Characters that are nothing but themselves wherever they stand. */
const PLAIN = /[A-Za-z0-9 .,;:?'"()/+=#$%^{}|>\-\u00A0-\uFFFF]+/y;
/** An address that becomes a link by itself. */
const ADDRESS = /https?:\/\/|www\./i;

/** Reads up to the mark that closes, and behind it; undefined for what is not simple, or not closed. */
function readUpTo(reader: Reader, closer: string): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = [];
  let value = '', start = here(reader);
  const endText = (): boolean => {
    if (ADDRESS.test(value)) return false;
    // What indents a line is part of no text.
    const line = lineOf(reader);
    if (value) nodes.push({ type: 'text', value, position: { start, end: pointIn(line, reader.at === line.from && reader.line > 0 ? line.start : reader.at) } });
    value = '';
    return true;
  };
  for (;;) {
    const words = plainAt(reader);
    value += words;
    reader.at += words.length;
    if (reader.at === lineOf(reader).to) {
      if (reader.line + 1 === reader.lines.length) return closer === '' && endText() ? nodes : undefined;
      if (!value) start = endOfLine(reader);
      value += '\n';
      reader.at = reader.lines[++reader.line]!.from;
      continue;
    }
    const mark = markAt(reader, closer);
    if (mark === undefined) return undefined;
    if (typeof mark === 'number') {
      value += reader.text.slice(reader.at, reader.at += mark);
      continue;
    }
    if (!endText()) return undefined;
    if (mark === CLOSES) {
      reader.at += closer.length;
      return nodes;
    }
    const node = mark(reader);
    if (!node) return undefined;
    nodes.push(node);
    start = here(reader);
  }
}

/** Up to the end of the line. */
function plainAt({ text, at, lines, line }: Reader): string {
  PLAIN.lastIndex = at;
  const words = PLAIN.exec(text)?.[0] ?? '';
  const left = lines[line]!.to - at;
  return words.length > left ? words.slice(0, left) : words;
}

/** In front of the line end, behind the blanks. */
function endOfLine(reader: Reader): Point {
  let { at } = reader;
  while (isBlankAt(reader.text, at)) at++;
  return pointIn(lineOf(reader), at);
}

type ReadNode = (reader: Reader) => PhrasingContent | undefined;
const CLOSES = 'closes';

/** What begins at a character that is not plain: so many characters of text, the mark that closes, or a node; undefined for what is not simple. */
function markAt(reader: Reader, closer: string): number | typeof CLOSES | ReadNode | undefined {
  const { text, at } = reader;
  const { to } = lineOf(reader);
  const next = at + 1 < to ? text[at + 1]! : '';
  switch (text[at]) {
    case '`': return readCode;
    case '*': case '_': return attention(reader, closer);
    case '[': return bracket(reader);
    case ']': return closer === ']' ? CLOSES : next === '(' || reader.labels ? undefined : 1;
    case '!': return next === '[' ? readImage : 1;
    case '&': return isReference(text, at) ? undefined : 1;
    case '<': return /[\w/!?]/.test(next) ? undefined : 1;
    case '~': return isAlone(reader) ? 1 : undefined;
    case '@': return /[-+.\w]/.test(text[at - 1] ?? '') ? undefined : 1;
    default: return undefined;
  }
}

const REFERENCE = /&#?\w+;/y;

function isReference(text: string, at: number): boolean {
  REFERENCE.lastIndex = at;
  return REFERENCE.test(text);
}

/** Whether there is no second tilde that could strike out what is between. */
function isAlone({ text, at, lines }: Reader): boolean {
  const other = text.indexOf('~', at + 1);
  return other < 0 || other >= lines.at(-1)!.to;
}

/** One between single backticks, without blanks at its ends, in one line. */
function readCode(reader: Reader): InlineCode | undefined {
  const { text, at } = reader;
  const close = text.indexOf('`', at + 1);
  if (close < 0 || close >= lineOf(reader).to || close === at + 1 || text[close + 1] === '`') return undefined;
  if (isBlankAt(text, at + 1) || isBlankAt(text, close - 1)) return undefined;
  const start = here(reader);
  reader.at = close + 1;
  return { type: 'inlineCode', value: text.slice(at + 1, close), position: { start, end: here(reader) } };
}

/** What is on one side of a run of `*` or `_`; undefined beside other such marks, and half a character. */
function sideOf(char: string): 'space' | 'word' | 'sign' | undefined {
  if (char === '' || /\s/.test(char)) return 'space';
  if (/[A-Za-z0-9]/.test(char)) return 'word';
  return /[*_~\p{Surrogate}]/u.test(char) ? undefined : /[\p{P}\p{S}]/u.test(char) ? 'sign' : 'word';
}

/** A run of `*` or `_` that does one thing only: open, close, or stand for itself. */
function attention(reader: Reader, closer: string): number | typeof CLOSES | ReadNode | undefined {
  const { text, at } = reader;
  const { from, to } = lineOf(reader);
  const mark = text[at]!;
  let end = at + 1;
  while (text[end] === mark) end++;
  const before = sideOf(at > from ? text[at - 1]! : ''), after = sideOf(end < to ? text[end]! : '');
  if (!before || !after) return undefined;
  const run = text.slice(at, end);
  if (before === after && before !== 'sign') return before === 'space' || mark === '_' ? run.length : undefined;
  if (after === 'space' || (after === 'sign' && before === 'word')) return run === closer ? CLOSES : undefined;
  // Between signs a run could do both: it closes what is open, and opens only where nothing is.
  if (before === after && closer !== '') return run === closer ? CLOSES : undefined;
  return run.length === 1 ? readEmphasis : run.length === 2 ? readStrong : undefined;
}

/** Emphasis within emphasis that is simple still. */
const DEEPEST = 8;

const readEmphasis = (reader: Reader): Emphasis | undefined => readBetween(reader, 1, (children, position) => ({ type: 'emphasis', children, position }));
const readStrong = (reader: Reader): Strong | undefined => readBetween(reader, 2, (children, position) => ({ type: 'strong', children, position }));

function readBetween<T>(reader: Reader, length: number, node: (children: PhrasingContent[], position: { start: Point; end: Point }) => T): T | undefined {
  if (reader.depth === DEEPEST) return undefined;
  const start = here(reader);
  const closer = reader.text.slice(reader.at, reader.at += length);
  reader.depth++;
  const children = readUpTo(reader, closer);
  reader.depth--;
  return children && node(children, { start, end: here(reader) });
}

/** A bracket that opens a link, or stands for itself because nothing is defined that it could refer to. */
function bracket(reader: Reader): number | ReadNode | undefined {
  const { text, at, lines, labels } = reader;
  BRACKET.lastIndex = at + 1;
  const next = BRACKET.exec(text);
  const isInside = next && next.index < lines.at(-1)!.to;
  if (isInside && next[0] === ']' && text[next.index + 1] === '(') return text[at + 1] === '^' ? undefined : readLink;
  return labels ? undefined : 1;
}

const BRACKET = /[[\]]/g;
const TARGET = /\(((?:[^\s\p{Cc}()<>\\`]|\([^\s\p{Cc}()<>\\`]*\))*)\)/uy;

function readLink(reader: Reader): Link | undefined {
  const start = here(reader);
  reader.at++;
  const children = readUpTo(reader, ']');
  // What holds a link is none.
  if (!children || holdsLink(children)) return undefined;
  const url = targetAt(reader);
  return url === undefined ? undefined : { type: 'link', title: null, url, children, position: { start, end: here(reader) } };
}

const holdsLink = (nodes: readonly PhrasingContent[]): boolean => nodes.some((node) => node.type === 'link' || ('children' in node && holdsLink(node.children)));

function targetAt(reader: Reader): string | undefined {
  TARGET.lastIndex = reader.at;
  const found = TARGET.exec(reader.text);
  if (!found || TARGET.lastIndex > lineOf(reader).to || /&#?\w+;/.test(found[1]!)) return undefined;
  reader.at = TARGET.lastIndex;
  return found[1];
}

const ALT = /!\[([A-Za-z0-9 .,;:?'"()/+=#$%-]*)\]/y;

function readImage(reader: Reader): Image | undefined {
  const start = here(reader);
  ALT.lastIndex = reader.at;
  const found = ALT.exec(reader.text);
  if (!found || ADDRESS.test(found[1]!)) return undefined;
  reader.at = ALT.lastIndex;
  const url = targetAt(reader);
  return url === undefined ? undefined : { type: 'image', title: null, url, alt: found[1]!, position: { start, end: here(reader) } };
}
