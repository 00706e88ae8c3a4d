import type { Code, Heading, List, ListItem, Paragraph } from 'mdast';
import { lineEnd } from './cut';
import { pointIn, simpleInline, type Line } from './simple-inline';

/** A block that is what it looks like, whatever stands around it, with its tree. */
export interface SimpleBlock {
  readonly node: Heading | Paragraph | Code | List;
  /** Behind its last character, in front of a line end or the end of the text. */
  readonly end: number;
}

/**
 * The simple block that begins with the line at `at`, if one does: a heading, paragraph or list that holds nothing but
 * words and code spans, or a fence. `line` is the number of the line, from 1.
 * @param free whether nothing is open that a paragraph could continue
 * @param list whether a list may begin here that is no part of one before
 */
export function simpleBlock(text: string, at: number, line: number, { free, list }: { readonly free: boolean; readonly list: boolean }): SimpleBlock | undefined {
  const code = text.charCodeAt(at);
  if (code === HASH) return heading(text, at, line);
  if ((code === TICK && text.startsWith('```', at)) || code === TILDE) return fence(text, at, line);
  if (!free) return undefined;
  return begins(text, at) ? paragraph(text, at, line) : list ? simpleList(text, at, line) : undefined;
}

const HASH = 35, TICK = 96, TILDE = 126;

/** Whether a line that begins so begins no other block: with a letter, or something that stands before one. */
export function begins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0 || code === 34 || code === 40 || (code === TICK && text.charCodeAt(at + 1) !== TICK);
}

const ATX = /(#{1,6}) (?! )/y;

function heading(text: string, at: number, line: number): SimpleBlock | undefined {
  ATX.lastIndex = at;
  const marks = ATX.exec(text)?.[1];
  const end = lineEnd(text, at);
  if (!marks || text[end - 1] === '#') return undefined;
  const only = { number: line, start: at, from: at + marks.length + 1, to: end };
  const children = simpleInline(text, [only]);
  return children && { node: { type: 'heading', depth: marks.length as Heading['depth'], children, position: { start: pointIn(only, at), end: pointIn(only, end) } }, end };
}

/** What ends a paragraph, be it one or not: a blank line, a heading, a fence, an item with text. */
const BEHIND_PARAGRAPH = /[ \t]*(?:\n|$)|#{1,6} |[-*+] [\w`*[(]|```[^`\n]*(?:\n|$)/y;

function paragraph(text: string, at: number, line: number): SimpleBlock | undefined {
  const lines: Line[] = [];
  for (let from = at; from < text.length;) {
    BEHIND_PARAGRAPH.lastIndex = from;
    if (lines.length && BEHIND_PARAGRAPH.test(text)) break;
    if (!begins(text, from)) return undefined;
    const to = lineEnd(text, from);
    lines.push({ number: line + lines.length, start: from, from, to });
    from = to + 1;
  }
  return asParagraph(text, lines);
}

function asParagraph(text: string, lines: readonly Line[]): { node: Paragraph; end: number } | undefined {
  const first = lines[0]!, last = lines.at(-1)!;
  const children = simpleInline(text, lines);
  return children && { node: { type: 'paragraph', children, position: { start: pointIn(first, first.from), end: pointIn(last, last.to) } }, end: last.to };
}

const FENCE = /(`{3,}|~{3,})([\w+#.-]*)(?=\n)/y;

function fence(text: string, at: number, line: number): SimpleBlock | undefined {
  FENCE.lastIndex = at;
  const opening = FENCE.exec(text);
  if (!opening) return undefined;
  const [all, mark = '', lang] = opening;
  const closes = new RegExp(`^ {0,3}${mark}${mark[0]}*[ \\t]*$`);
  const start = at + all.length + 1;
  for (let from = start, n = 1; from < text.length; n++) {
    const end = lineEnd(text, from);
    const content = text.slice(from, end);
    if (!closes.test(content)) {
      from = end + 1;
      continue;
    }
    if (content !== content.trim()) return undefined;
    const position = { start: pointIn({ number: line, start: at }, at), end: pointIn({ number: line + n, start: from }, end) };
    return { node: { type: 'code', lang: lang || null, meta: null, value: text.slice(start, Math.max(start, from - 1)), position }, end };
  }
  return undefined;
}

const ITEM = /(?:([-+*])|(\d{1,9})([.)])) /y;
/** What ends a list right behind it. */
const BEHIND_LIST = /#{1,6} |```[^`\n]*(?:\n|$)/y;
const BLANK_LINE = /[ \t]*(?:\n|$)/y;
/** What begins a line behind a blank one and continues no list: nothing indented, no item, no break. */
const ELSEWHERE = /(?:[ \t]*\n)*(?:[^\s\d*+-]|$)/y;

/** A list without blank lines in it, of items that are one paragraph each. */
function simpleList(text: string, at: number, line: number): SimpleBlock | undefined {
  const items: ListItem[] = [];
  let start: number | undefined, kind: string | undefined, end = at, from = at, n = line;
  for (;;) {
    ITEM.lastIndex = from;
    const marker = ITEM.exec(text);
    if (!marker) break;
    const [all, bullet, number, sign] = marker;
    kind ??= bullet ?? sign;
    if (items.length === 0 && number !== undefined) start = Number(number);
    const item = kind === (bullet ?? sign) ? simpleItem(text, from, n, all.length) : undefined;
    if (!item) return undefined;
    items.push(item.node);
    n += item.lines;
    end = item.end;
    from = end + 1;
  }
  if (!items.length || !isClosed(text, from)) return undefined;
  const position = { start: items[0]!.position!.start, end: items.at(-1)!.position!.end };
  return { node: { type: 'list', ordered: start !== undefined, start: start ?? null, spread: false, children: items, position }, end };
}

/** Whether no line at `from` or behind it belongs to a list that stands before it. */
function isClosed(text: string, from: number): boolean {
  if (from >= text.length) return true;
  BLANK_LINE.lastIndex = ELSEWHERE.lastIndex = BEHIND_LIST.lastIndex = from;
  return BLANK_LINE.test(text) ? ELSEWHERE.test(text) : BEHIND_LIST.test(text);
}

function simpleItem(text: string, at: number, line: number, width: number): { node: ListItem; end: number; lines: number } | undefined {
  const lines: Line[] = [];
  const margin = ' '.repeat(width);
  for (let from = at; from < text.length;) {
    const content = from + width;
    if (lines.length && !text.startsWith(margin, from)) break;
    if (!begins(text, content)) return undefined;
    const to = lineEnd(text, from);
    lines.push({ number: line + lines.length, start: from, from: content, to });
    from = to + 1;
  }
  const found = asParagraph(text, lines);
  if (!found) return undefined;
  const position = { start: pointIn(lines[0]!, at), end: found.node.position!.end };
  return { node: { type: 'listItem', spread: false, checked: null, children: [found.node], position }, end: found.end, lines: lines.length };
}
