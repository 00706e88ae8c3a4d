import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { cut } from './cut';
import { definedLabels, mentionIndex, mentions, remarkForeignLabels, type Foreign, type Label } from './labels';

/**
 * A stretch of the document that parses alone: from one top-level ATX heading to the next, or to a later one.
 * Offsets in `tree` are UTF-16 code units relative to `text`; lines and columns are relative to it too.
 */
export interface Chunk {
  readonly text: string;
  readonly tree: Root;
}

export interface Placed {
  /** Absolute offset of the chunk's text. */
  readonly start: number;
  readonly chunk: Chunk;
}

/**
 * Parses successive versions of one document. The trees of the chunks together are the tree of the whole text.
 * A chunk with the same text as one of the version before, and the same definitions elsewhere for what it refers to,
 * is the same object; within a version, equal chunks are too.
 */
export interface MarkdownParser {
  parse(text: string): readonly Placed[];
}

/** A chunk, and what ties it to the others. */
interface Piece {
  readonly chunk: Chunk;
  readonly defines: ReadonlySet<Label>;
  readonly mentions: ReadonlySet<string>;
  /** The labels defined elsewhere that its tree refers to, as one string. */
  readonly foreign: string;
}

/** A stretch of the document as it was cut, not yet parsed. */
interface Part {
  readonly start: number;
  readonly text: string;
  /** Of `text` and what follows it: {@link NEXT}, or nothing for the last part. The key of its {@link Piece}. */
  readonly source: string;
}

type Parse = (part: Part, foreign: readonly Label[]) => Root;

/** Begins the part behind; what this closes is not closed in quite the same way by the end of the text. */
const NEXT = '#';
const BYTE_ORDER_MARK = '\uFEFF';

export function createMarkdownParser(): MarkdownParser {
  const parse = createParse();
  let pieces: ReadonlyMap<string, Piece> = new Map();
  let last: { text: string; placed: readonly Placed[] } | undefined;
  return {
    parse(text) {
      if (last?.text === text) return last.placed;
      const parts = split(text);
      pieces = update(pieces, parts, parse);
      const placed = parts.map(({ start, source }) => ({ start, chunk: pieces.get(source)!.chunk }));
      last = { text, placed };
      return placed;
    },
  };
}

function split(text: string): Part[] {
  const from = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const body = text.slice(from);
  return cut(body).map((start, i, starts) => {
    const end = starts[i + 1];
    const part = body.slice(start, end);
    return { start: from + start, text: part, source: end === undefined ? part : part + NEXT };
  });
}

/** The pieces for `parts`, taken from those of the version before where they still hold. */
function update(before: ReadonlyMap<string, Piece>, parts: readonly Part[], parse: Parse): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>();
  // What is defined must be known before a reference can be parsed, and every definition has this in it.
  for (const part of parts) {
    if (pieces.has(part.source)) continue;
    const piece = before.get(part.source) ?? (part.text.includes(']:') ? read(part, [], parse) : undefined);
    if (piece) pieces.set(part.source, piece);
  }
  const mentioned = mentionIndex([...pieces.values()].flatMap((piece) => [...piece.defines]));
  for (const part of parts) {
    const piece = pieces.get(part.source);
    const labels = mentioned(piece?.mentions ?? mentions(part.text)).filter((label) => !piece?.defines.has(label));
    if (piece?.foreign !== labels.join('\n')) pieces.set(part.source, read(part, labels, parse));
  }
  return pieces;
}

function read(part: Part, foreign: readonly Label[], parse: Parse): Piece {
  const tree = parse(part, foreign);
  return { chunk: { text: part.text, tree }, defines: definedLabels(tree), mentions: mentions(part.text), foreign: foreign.join('\n') };
}

function createParse(): Parse {
  const scope: Foreign = { labels: [] };
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkForeignLabels, scope)
    .freeze();
  return ({ text, source }, foreign) => {
    scope.labels = foreign;
    // The parser drops a mark at the start; any that is left here is text.
    const tree = processor.parse(text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + source : source);
    return source === text ? tree : withoutNext(tree);
  };
}

function withoutNext(tree: Root): Root {
  const next = tree.children.pop();
  if (tree.position && next?.position) tree.position.end = next.position.start;
  return tree;
}
