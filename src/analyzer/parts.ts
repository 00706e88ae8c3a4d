import type { BlockContent, Code, DefinitionContent, Heading as HeadingNode, Html, List, ListItem, Paragraph, Root, RootContent, Strong, Table as TableNode } from 'mdast';
import { headingKey } from './heading-key';
import { countWords, isHelp, isPlaceholder } from './placeholder';
import { plainText, type PlainText } from './plain-text';
import type { Span } from './span';
import type { Block, Comment, Heading, HeadingStyle } from './spec';
import { readTable } from './tables';

/** A heading with the blocks up to the next one; every offset relative to the chunk it was parsed in. */
export interface Part {
  readonly heading: Heading | undefined;
  readonly start: number;
  readonly blocks: readonly Block[];
}

export interface Parts {
  readonly parts: readonly Part[];
  readonly comments: readonly Comment[];
  /** The source of the front matter, where the chunk starts with one. */
  readonly frontMatter: { readonly value: string; readonly span: Span } | undefined;
}

type Flow = RootContent | BlockContent | DefinitionContent;

const QUESTION = /^(?:what|how|can|does|do|did|will|would|is|are|was|which|who|whom|when|where|why|should|have|has|could)\b[^?]*\?$/i;
const COMMENT = /<!--([\s\S]*?)(?:-->|$)/g;
/** A bold line of more words than this is emphasis, not a heading. */
const HEADING_WORDS = 14;
const LINE_LEVEL = 7;

/** Reads one parsed chunk: headings of every style, and the blocks beneath them. */
export function readParts(tree: Root, source: string): Parts {
  const reader = new PartReader(source);
  reader.flow(tree.children, 0);
  return reader.finish();
}

/** Walks the blocks in order; a new heading closes the part before it. */
class PartReader {
  readonly #source: string;
  readonly #parts: Part[] = [];
  readonly #comments: Comment[] = [];
  #frontMatter: Parts['frontMatter'];
  #heading: Heading | undefined;
  #start = 0;
  #blocks: Block[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  finish(): Parts {
    this.#close();
    return { parts: this.#parts, comments: this.#comments, frontMatter: this.#frontMatter };
  }

  #close() {
    this.#parts.push({ heading: this.#heading, start: this.#start, blocks: this.#blocks });
  }

  #open(node: { position?: Flow['position'] }, style: HeadingStyle, level: number, text: string, span: Span) {
    const start = node.position!.start.offset!;
    // The part above the first heading is kept even when empty only if something could stand there.
    if (this.#heading || this.#blocks.length || start > 0) this.#close();
    this.#heading = { level, style, text, key: headingKey(text), span };
    this.#start = start;
    this.#blocks = [];
  }

  flow(nodes: readonly Flow[], depth: number) {
    nodes.forEach((node, i) => this.#node(node, depth, nodes[i + 1]));
  }

  #node(node: Flow, depth: number, next: Flow | undefined) {
    switch (node.type) {
      case 'yaml': this.#frontMatter = { value: node.value, span: spanOf(node) }; return;
      case 'heading': return this.#atxOrSetext(node);
      case 'paragraph': return this.#paragraph(node, depth, next);
      case 'list': return this.#list(node, depth);
      case 'table': return this.#table(node);
      case 'code': return this.#code(node);
      case 'html': return this.#html(node);
      case 'blockquote': case 'footnoteDefinition': return this.flow(node.children, depth + 1);
    }
  }

  #atxOrSetext(node: HeadingNode) {
    const { text } = plainText(node, this.#source);
    const first = node.children[0]?.position!.start.offset ?? node.position!.start.offset!;
    const last = node.children.at(-1)?.position!.end.offset ?? node.position!.end.offset!;
    const style = this.#source[node.position!.start.offset!] === '#' ? 'atx' : 'setext';
    this.#open(node, style, node.depth, text.trim(), { start: first, end: last });
  }

  #paragraph(node: Paragraph, depth: number, next: Flow | undefined) {
    const line = depth === 0 ? lineHeading(node, next, this.#source) : undefined;
    if (line) {
      this.#open(node, line.style, LINE_LEVEL, line.text, line.span);
      this.#noteComments(node);
      return;
    }
    this.#noteComments(node);
    this.#add('paragraph', spanOf(node), plainText(node, this.#source), {}, isItalic(node));
  }

  #noteComments(node: Paragraph) {
    for (const child of node.children) if (child.type === 'html') this.#html(child as Html);
  }

  #list(node: List, depth: number) {
    for (const item of node.children) this.#item(item, node, depth);
  }

  #item(item: ListItem, list: List, depth: number) {
    const [first, ...rest] = item.children;
    const question = first?.type === 'paragraph' ? leadingQuestion(first, rest.length > 0, this.#source) : undefined;
    if (question) {
      this.#open(item, 'question', LINE_LEVEL, question.text, question.span);
      if (question.rest) this.#add('paragraph', question.rest.span, question.rest.text, {}, false);
      this.flow(rest, depth + 1);
      return;
    }
    const extra = { ordered: list.ordered === true, depth, ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}) };
    if (first?.type === 'paragraph') {
      this.#noteComments(first);
      this.#add('item', { start: item.position!.start.offset!, end: first.position!.end.offset! }, plainText(first, this.#source), extra, isItalic(first));
    }
    this.flow(first?.type === 'paragraph' ? rest : item.children, depth + 1);
  }

  #table(node: TableNode) {
    const { table, text, map } = readTable(node, this.#source);
    const words = table.rows.flat().reduce((sum, cell) => sum + (isPlaceholder(cell.text) ? 0 : countWords(cell.text)), 0);
    this.#blocks.push({ kind: 'table', ...spanOf(node), text, map, words, table });
  }

  #code(node: Code) {
    const { start, end } = spanOf(node);
    const from = Math.min(this.#source.indexOf('\n', start) + 1 || start, end);
    const map = node.position!.start.column > 1 ? indentedLines(node.value, this.#source, from) : [0, from];
    this.#blocks.push({ kind: 'code', start, end, text: node.value, words: countWords(node.value), map, lang: (node.lang ?? '').toLowerCase() });
  }

  #html(node: Html) {
    const { start } = spanOf(node);
    for (const match of node.value.matchAll(COMMENT))
      this.#comments.push({ text: match[1] ?? '', span: { start: start + match.index, end: start + match.index + match[0].length } });
    const text = node.value.replace(COMMENT, ' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
    if (countWords(text) > 2) this.#add('paragraph', spanOf(node), { text, map: [0, start], links: [] }, {}, false);
  }

  #add(kind: 'paragraph' | 'item', span: Span, plain: PlainText, extra: Partial<Block>, italic: boolean) {
    const { text, map, links } = plain;
    if (!text.trim()) return;
    const hollow = isPlaceholder(text) ? 'placeholder' : isHelp(text, italic) ? 'help' : undefined;
    this.#blocks.push({
      kind, ...span, text, map, words: hollow ? 0 : countWords(text), ...extra,
      ...(hollow ? { hollow } : {}), ...(links.length ? { links } : {}),
    });
  }
}

/** A map for code in a list or quote, whose lines are told without what stands before them there. */
function indentedLines(value: string, source: string, from: number): number[] {
  const map: number[] = [];
  for (let at = 0, start = from; at <= value.length && start < source.length;) {
    const valueEnd = value.indexOf('\n', at), end = valueEnd < 0 ? value.length : valueEnd;
    const next = source.indexOf('\n', start), sourceEnd = next < 0 ? source.length : next;
    map.push(at, Math.max(start, sourceEnd - (end - at)));
    at = end + 1;
    start = sourceEnd + 1;
  }
  return map.length ? map : [0, from];
}

const spanOf = (node: { position?: Flow['position'] }): Span => ({ start: node.position!.start.offset!, end: node.position!.end.offset! });

const visible = (node: Paragraph) => node.children.filter((c) => !(c.type === 'html' || (c.type === 'text' && !c.value.trim())));

const isItalic = (node: Paragraph): boolean => {
  const children = visible(node);
  return children.length > 0 && children.every((c) => c.type === 'emphasis');
};

/** A paragraph that serves as a heading: one bold line, or one question with an answer below it. */
function lineHeading(node: Paragraph, next: Flow | undefined, source: string): { style: HeadingStyle; text: string; span: Span } | undefined {
  const children = visible(node);
  if (node.position!.start.line !== node.position!.end.line) return undefined;
  const [only, colon] = children;
  if (only?.type === 'strong' && (children.length === 1 || (children.length === 2 && colon?.type === 'text' && /^\s*[:?]\s*$/.test(colon.value)))) {
    const { text } = plainText(only, source);
    if (countWords(text) > HEADING_WORDS && !QUESTION.test(text)) return undefined;
    return { style: text.trim().endsWith('?') ? 'question' : 'bold', text: text.trim().replace(/:$/, ''), span: innerSpan(only) };
  }
  const { text } = plainText(node, source);
  const answered = next !== undefined && next.type !== 'heading' && next.type !== 'thematicBreak';
  if (answered && QUESTION.test(text.trim()) && countWords(text) <= 20 && !(next.type === 'paragraph' && /\?\s*$/.test(plainText(next, source).text)))
    return { style: 'question', text: text.trim(), span: spanOf(node) };
  return undefined;
}

/** "* **Can it be disabled?** Yes …": a list item whose bold question is a heading for what follows it in the item. */
function leadingQuestion(node: Paragraph, more: boolean, source: string): { text: string; span: Span; rest?: { span: Span; text: PlainText } } | undefined {
  const first = visible(node)[0];
  if (first?.type !== 'strong') return undefined;
  const text = plainText(first, source).text.trim();
  if (!text.endsWith('?')) return undefined;
  const tail = node.children.slice(node.children.indexOf(first) + 1);
  const plain = plainText({ type: 'paragraph', children: tail }, source);
  if (!plain.text.trim()) return more ? { text, span: innerSpan(first) } : undefined;
  return { text, span: innerSpan(first), rest: { span: { start: first.position!.end.offset!, end: node.position!.end.offset! }, text: plain } };
}

const innerSpan = (node: Strong): Span => ({
  start: node.children[0]?.position!.start.offset ?? node.position!.start.offset!,
  end: node.children.at(-1)?.position!.end.offset ?? node.position!.end.offset!,
});
