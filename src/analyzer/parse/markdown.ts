import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import './edits-in-place';
import { addressesIn, remarkGfmWithAddresses, type AddressScope } from './gfm';
import { complexity, TOO_COMPLEX, type Complexity } from './guard';
import { definedLabels, mentionIndex, mentions, remarkForeignLabels, seeminglyDefined, type Foreign, type Label } from './labels';
import { plainTree } from './plain-tree';
import { recut, type Recut } from './recut';
import { splitTree } from './split-tree';
import { onlyStandIns, standIns, withoutStandIns } from './stand-ins';

/**
 * A stretch of the document that parses alone: from one top-level ATX heading to the next, or to a later one.
 * Offsets in `tree` are UTF-16 code units relative to `text`; lines and columns are relative to it too.
 */
export interface Chunk {
  readonly text: string;
  readonly tree: Root;
  /** Why it was read as plain text and not as Markdown, and how many sections of the document it is; its lines and columns are then not counted. */
  readonly tooComplex?: Complexity & { readonly sections: number };
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
  readonly complexity: Complexity | undefined;
}

/** All pieces of a version, by their source. */
interface Pieces {
  readonly bySource: ReadonlyMap<string, Piece>;
  /** Every label defined in the version, as one string. */
  readonly defined: string;
}

interface Version {
  readonly text: string;
  readonly cuts: Recut;
  readonly parts: readonly Part[];
  readonly pieces: Pieces;
  readonly placed: readonly Placed[];
}

/** Begins the part behind; what this closes is not closed in quite the same way by the end of the text. */
const NEXT = '#';
const BYTE_ORDER_MARK = '\uFEFF';
/** A text up to this length is parsed at once when it is first seen; remark takes more than twice the time for twice as long a one. */
const WHOLE = 65_536;

export function createMarkdownParser(): MarkdownParser {
  let last: Version | undefined;
  return {
    parse(text) {
      if (last?.text !== text) last = read(text, last);
      return last.placed;
    },
  };
}

function read(text: string, last: Version | undefined): Version {
  const from = startOf(text);
  const before = last && startOf(last.text) === from ? last : undefined;
  const cuts = recut(before?.cuts, text.slice(from));
  const parts = split(cuts, from, before?.parts ?? []);
  const plain = tooComplex(parts);
  const known = last?.pieces ?? (plain.size === 0 && text.length <= WHOLE ? readWhole(text, parts) : { bySource: new Map(), defined: '' });
  const pieces = update(known, parts.filter((part) => !plain.has(part)));
  const placed = place(text, parts, plain, pieces);
  return { text, cuts, parts, pieces, placed };
}

const startOf = (text: string): number => (text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0);

function split({ text, starts, head, tail }: Recut, from: number, before: readonly Part[]): Part[] {
  const moved = before.length - starts.length;
  return starts.map((start, i) => {
    if (i < head) return before[i]!;
    // Strings that are the same object are found in a map without reading them again.
    if (i >= starts.length - tail) return { ...before[i + moved]!, start: from + start };
    const end = starts[i + 1];
    const part = text.slice(start, end);
    return { start: from + start, text: part, source: end === undefined ? part : part + NEXT, complexity: complexity(part) };
  });
}

/** A section that costs less than this is never lost to one that costs even less. */
const NEXT_TO_NOTHING = 1_000;

/**
 * The parts that take the document beyond what it may cost to parse. Those that cost least are read, so that nobody loses
 * a section to another one; of equals, the first.
 */
function tooComplex(parts: readonly Part[]): ReadonlySet<Part> {
  const costOf = (part: Part): number => part.complexity?.cost ?? 0;
  if (parts.reduce((sum, part) => sum + costOf(part), 0) <= TOO_COMPLEX) return new Set();
  let left = TOO_COMPLEX;
  return new Set(parts.toSorted((a, b) => Math.max(NEXT_TO_NOTHING, costOf(a)) - Math.max(NEXT_TO_NOTHING, costOf(b))).filter((part) => (left -= costOf(part)) < 0));
}

/** What was read, in order; parts that are too complex and stand behind each other are one chunk, because each chunk takes its time. */
function place(text: string, parts: readonly Part[], plain: ReadonlySet<Part>, { bySource }: Pieces): readonly Placed[] {
  const placed: Placed[] = [];
  for (let i = 0; i < parts.length;) {
    const first = parts[i++]!;
    if (!plain.has(first)) {
      placed.push({ start: first.start, chunk: bySource.get(first.source)!.chunk });
      continue;
    }
    const from = i - 1;
    while (i < parts.length && plain.has(parts[i]!)) i++;
    placed.push({ start: first.start, chunk: plainChunk(text.slice(first.start, parts[i]?.start), first.complexity!, i - from) });
  }
  return placed;
}

const plainChunks = new WeakMap<Complexity, Chunk>();

function plainChunk(text: string, found: Complexity, sections: number): Chunk {
  const known = plainChunks.get(found);
  if (known?.text === text && known.tooComplex?.sections === sections) return known;
  const chunk: Chunk = { text, tree: plainTree(text), tooComplex: { ...found, sections } };
  plainChunks.set(found, chunk);
  return chunk;
}

/** The pieces for `parts`, taken from those of the version before where they still hold. */
function update(before: Pieces, parts: readonly Part[]): Pieces {
  const pieces = new Map<string, Piece>();
  let guessed: ReturnType<typeof mentionIndex> | undefined;
  // What is defined must be known before a reference can be parsed, and every definition has this in it. Where the guess
  // at what the others define is right, once is enough.
  for (const part of parts) {
    if (pieces.has(part.source)) continue;
    let piece = before.bySource.get(part.source);
    if (!piece && part.text.includes(']:')) {
      guessed ??= mentionIndex(parts.flatMap(({ source, text }) => [...before.bySource.get(source)?.defines ?? seeminglyDefined(text)]));
      const mentioned = mentions(part.text), foreign = without(guessed(mentioned), seeminglyDefined(part.text));
      piece = pieceOf(part, foreign, parse(part, foreign), mentioned);
    }
    if (piece) pieces.set(part.source, piece);
  }
  const labels = [...pieces.values()].flatMap((piece) => [...piece.defines]);
  const defined = labels.join('\n');
  const known = mentionIndex(labels);
  for (const part of parts) {
    const piece = pieces.get(part.source);
    if (piece && defined === before.defined && before.bySource.get(part.source) === piece) continue;
    const mentioned = piece?.mentions ?? mentions(part.text), foreign = without(known(mentioned), piece?.defines);
    if (piece?.foreign !== foreign.join('\n')) pieces.set(part.source, pieceOf(part, foreign, parse(part, foreign), mentioned));
  }
  return { bySource: pieces, defined };
}

/** The pieces of a text that is parsed at once: the same as those of its parts, at less cost. */
function readWhole(text: string, parts: readonly Part[]): Pieces {
  const from = parts[0]!.start;
  const trees = splitTree(treeOf(text, []), parts.map(({ start, text: part }) => ({ start: start - from, length: part.length })));
  const defines = trees.map(definedLabels);
  const labels = defines.flatMap((own) => [...own]);
  const known = mentionIndex(labels);
  const bySource = new Map<string, Piece>();
  parts.forEach((part, i) => {
    if (bySource.has(part.source)) return;
    const mentioned = mentions(part.text);
    bySource.set(part.source, pieceOf(part, without(known(mentioned), defines[i]), trees[i]!, mentioned, defines[i]));
  });
  return { bySource, defined: labels.join('\n') };
}

const without = (labels: readonly Label[], own: ReadonlySet<Label> | undefined): readonly Label[] => labels.filter((label) => !own?.has(label));

const pieceOf = ({ text }: Part, foreign: readonly Label[], tree: Root, mentioned: ReadonlySet<string>, defines = definedLabels(tree)): Piece =>
  ({ chunk: { text, tree }, defines, mentions: mentioned, foreign: foreign.join('\n') });

const scope: Foreign & AddressScope = { labels: [], addresses: { starts: new Set(), signs: [] } };

const createProcessor = () => unified().use(remarkParse).use(remarkGfmWithAddresses, scope).use(remarkFrontmatter, ['yaml']).use(remarkForeignLabels, scope).freeze();
let shared: ReturnType<typeof createProcessor> | undefined;
/** Made when first needed, so that loading this costs nothing, and once, because its extensions take a while to combine. */
const processor = () => (shared ??= createProcessor());

/** The tree of a text that may refer to `foreign`. */
function treeOf(text: string, foreign: readonly Label[]): Root {
  const short = standIns(text, foreign.length > 0);
  return onlyStandIns(text, short) ?? withoutStandIns(remarkTree(short.text, foreign), short) ?? remarkTree(text, foreign);
}

function remarkTree(text: string, foreign: readonly Label[]): Root {
  scope.labels = foreign;
  scope.addresses = addressesIn(text);
  return processor().parse(text);
}

function parse({ text, source }: Part, foreign: readonly Label[]): Root {
  // The parser drops a mark at the start; any that is left here is text.
  const tree = treeOf(text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + source : source, foreign);
  return source === text ? tree : withoutNext(tree);
}

function withoutNext(tree: Root): Root {
  const next = tree.children.pop();
  if (tree.position && next?.position) tree.position.end = next.position.start;
  return tree;
}
