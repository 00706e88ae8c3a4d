import { lowerCase, matches } from './any-case';
import { blockScores, headingTokens, type BlockModel } from './block-model';
import type { Item } from '../item';
import type { PatternIndex } from './pattern-index';
import type { Block } from '../spec';

/** Reads blocks of one document. What it read in a text is kept: of a section that is edited, most blocks stay as they were. */
export interface BlockReader {
  /** For each item how many of its statements the block makes; {@link TOUCHED} where it only speaks of it, {@link SILENT} where it does not. */
  statements(block: Block): Int8Array;
  /** The learned scores of the block under a heading with this key, one for each item. */
  scores(block: Block, headingKey: string): Float32Array;
}

export const TOUCHED = 0;
export const SILENT = -1;
/** So many texts are kept, which is more than a section holds. */
const KEPT = 1024;

/** @param index over the patterns */
export function createBlockReader(items: readonly Item[], patterns: Patterns, index: PatternIndex, model: BlockModel | undefined): BlockReader {
  const prose = new Map<string, Int8Array>(), code = new Map<string, Int8Array>();
  let heading: { readonly key: string; readonly tokens: readonly string[]; readonly scores: Map<string, Float32Array> } | undefined;
  return {
    statements(block) {
      const isCode = block.kind === 'code', text = readable(block);
      return kept(isCode ? code : prose, text, () => readText(text, isCode, items, patterns, index));
    },
    scores({ text }, key) {
      if (heading?.key !== key) heading = { key, tokens: headingTokens(key), scores: new Map() };
      const { tokens, scores } = heading;
      return kept(scores, text, () => blockScores(model!, text, tokens));
    },
  };
}

function kept<T>(known: Map<string, T>, text: string, read: () => T): T {
  let found = known.get(text);
  if (found === undefined) {
    found = read();
    if (known.size >= KEPT) known.clear();
    known.set(text, found);
  }
  return found;
}

/** The text as patterns are written for: where the author wrapped a line or which apostrophe the editor set must not decide. */
const readable = ({ kind, text }: Block): string => (kind === 'paragraph' || kind === 'item' ? text.replaceAll('\n', ' ') : text).replaceAll('’', "'");

/** The topic and the statements of all items, in order: item 0's topic, its statements, item 1's topic … */
export interface Patterns {
  readonly patterns: readonly RegExp[];
  /** By pattern, the position of its item, and whether it is the item's topic. */
  readonly item: readonly number[];
  readonly isTopic: readonly boolean[];
}

export const patternsOf = (items: readonly Item[]): Patterns => ({
  patterns: items.flatMap(({ evidence }) => [evidence.topic, ...evidence.statements]),
  item: items.flatMap(({ evidence }, i) => [i, ...evidence.statements.map(() => i)]),
  isTopic: items.flatMap(({ evidence }) => [true, ...evidence.statements.map(() => false)]),
});

function readText(text: string, isCode: boolean, items: readonly Item[], { patterns, item, isTopic }: Patterns, index: PatternIndex): Int8Array {
  const found = new Int8Array(items.length).fill(SILENT);
  const candidates = index.candidates(text);
  const lower = lowerCase(text);
  for (const at of candidates) {
    const i = item[at]!;
    // A fence speaks through its structure; prose patterns would match the comments of quoted code.
    if (isTopic[at] || (isCode && !items[i]!.evidence.structure)) continue;
    if (matches(patterns[at]!, text, lower)) found[i] = Math.max(TOUCHED, found[i]!) + 1;
  }
  for (const at of candidates) if (isTopic[at] && found[item[at]!] === SILENT && matches(patterns[at]!, text, lower)) found[item[at]!] = TOUCHED;
  return found;
}
