import type { Code, Heading, Html, List, Paragraph, Table } from 'mdast';
import { lineEnd } from './cut';
import { rawBlock } from './raw-block';
import { pointIn, simpleInline, type Line } from './simple-inline';
import { simpleList } from './simple-lists';
import { asParagraph, begins, behindText } from './simple-paragraph';
import { simpleTable } from './simple-tables';

/** The tree of a block that is what it looks like, whatever stands around it; it ends in front of a line end or the end of the text. */
export type SimpleBlock = Heading | Paragraph | Code | Html | List | Table;

export interface Around {
  /** Whether nothing is open that a paragraph could continue. */
  readonly free: boolean;
  /** Whether a list may begin here that is no part of one before. */
  readonly list: boolean;
  /** Whether brackets may refer to something that is defined in the document. */
  readonly labels: boolean;
}

/**
 * The simple block that begins with the line at `at`, if one does: a heading, paragraph, list or table that holds nothing
 * but what `simpleInline` reads, a fence, or a comment.
 * @param line the number of the line, from 1
 */
export function simpleBlock(text: string, at: number, line: number, { free, list, labels }: Around): SimpleBlock | undefined {
  const code = text.charCodeAt(at);
  if (code === HASH) return heading(text, at, line, labels);
  if ((code === TICK && text.startsWith('```', at)) || code === TILDE) return fence(text, at, line);
  if (code === LESS) return comment(text, at, line);
  if (!free) return undefined;
  if (code === BAR) return simpleTable(text, at, line, labels);
  return begins(text, at) ? paragraph(text, at, line, labels) : list ? simpleList(text, at, line, labels) : undefined;
}

const HASH = 35, TICK = 96, TILDE = 126, BAR = 124, LESS = 60;

const ATX = /(#{1,6})(?: (?! )|(?=\n|$))/y;

function heading(text: string, at: number, line: number, labels: boolean): SimpleBlock | undefined {
  ATX.lastIndex = at;
  const marks = ATX.exec(text)?.[1];
  const end = lineEnd(text, at);
  if (!marks) return undefined;
  const nothing = at + marks.length === end;
  if (!nothing && text[end - 1] === '#') return undefined;
  const only = { number: line, start: at, from: at + marks.length + 1, to: end };
  const children = nothing ? [] : simpleInline(text, [only], labels);
  return children && { type: 'heading', depth: marks.length as Heading['depth'], children, position: { start: pointIn(only, at), end: pointIn(only, end) } };
}

/** What ends a paragraph, be it one or not: a blank line, a heading, a fence, an item with text, a comment. */
const BEHIND_PARAGRAPH = /[ \t]*(?:\n|$)|#{1,6} |[-*+] (?:[\w`[(]|\*+\w)|```[^`\n]*(?:\n|$)|<!--/y;

function paragraph(text: string, at: number, line: number, labels: boolean): SimpleBlock | undefined {
  const lines: Line[] = [];
  for (let from = at; from < text.length;) {
    BEHIND_PARAGRAPH.lastIndex = from;
    if (lines.length && BEHIND_PARAGRAPH.test(text)) break;
    if (!begins(text, from)) return undefined;
    const end = lineEnd(text, from);
    lines.push({ number: line + lines.length, start: from, from, to: behindText(text, from, end) });
    from = end + 1;
  }
  return asParagraph(text, lines, labels);
}

const FENCE = /(?:`{3,}|~{3,})([\w+#.-]*)(?=\n)/y;

function fence(text: string, at: number, line: number): SimpleBlock | undefined {
  FENCE.lastIndex = at;
  const opening = FENCE.exec(text);
  if (!opening) return undefined;
  const [all, lang] = opening;
  const block = rawBlock(all)!;
  const start = at + all.length + 1;
  for (let from = start, n = 1; from < text.length; n++) {
    const end = lineEnd(text, from);
    const content = text.slice(from, end);
    if (!block.closes(content)) {
      from = end + 1;
      continue;
    }
    if (content !== content.trim()) return undefined;
    const position = { start: pointIn({ number: line, start: at }, at), end: pointIn({ number: line + n, start: from }, end) };
    return { type: 'code', lang: lang || null, meta: null, value: text.slice(start, Math.max(start, from - 1)), position };
  }
  return undefined;
}

/** One that ends; it reaches to the end of that line. */
function comment(text: string, at: number, line: number): SimpleBlock | undefined {
  if (!text.startsWith('<!--', at)) return undefined;
  // The opener and the end may share characters, as in `<!-->`.
  const close = text.indexOf('-->', at + '<!'.length);
  if (close < 0) return undefined;
  const end = lineEnd(text, close);
  const value = text.slice(at, end), above = value.split('\n').length - 1;
  const last = { number: line + above, start: above ? at + value.lastIndexOf('\n') + 1 : at };
  return { type: 'html', value, position: { start: pointIn({ number: line, start: at }, at), end: pointIn(last, end) } };
}
