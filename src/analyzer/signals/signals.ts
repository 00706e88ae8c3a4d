import type { BlockModel } from './block-model';
import { createBlockReader, patternsOf, SILENT, type BlockReader, type Patterns } from './block-reader';
import { headingKeys } from '../heading-key';
import { addHits, addLocal, keepBest, localHit, noHits, noLocalHits, ranked, type Hit, type HitCounts, type HitList, type LocalHits } from './hits';
import type { Item, MetadataEvidence } from '../item';
import { createPatternIndex, type PatternIndex } from './pattern-index';
import { qualityOf, type Quality } from './quality';
import type { Block, Section, Spec } from '../spec';

export type { Hit } from './hits';

export interface HeadingMatch {
  readonly section: Section;
  readonly strict: boolean;
  /** Real words in the section and those below it. */
  readonly words: number;
}

/** All that the document offers for one item. */
export interface Signals {
  readonly headings: readonly HeadingMatch[];
  /** The best in sections whose text counts for this item, best first. */
  readonly hits: readonly Hit[];
  /** Of all of them. */
  readonly counts: HitCounts;
  /** The same in sections that answer something else: alternatives, non-goals, open questions. */
  readonly elsewhere: readonly Hit[];
  readonly metadata: readonly MetadataEvidence[];
  /** The blocks that the learned word weights find likeliest, best first, at most three; empty without such weights. */
  readonly likely: readonly Likely[];
}

export interface Likely {
  readonly section: Section;
  readonly block: Block;
  readonly score: number;
  /** Whether one of the item's statement patterns matches it. */
  readonly stated: boolean;
  readonly quality: Quality;
}

/** A section needs this many real words beneath its heading to be more than a heading. */
export const ENOUGH_WORDS = 8;

/** What one section offers; of everything only the items that it offers something for. */
interface Local {
  readonly words: number;
  readonly hits: ReadonlyMap<number, LocalHits>;
  /** Items that the section's heading is about. */
  readonly headed: readonly Headed[];
  /** The blocks that have learned scores, and the best score for each item; undefined for none. */
  readonly scored: { readonly blocks: readonly Scored[]; readonly best: Float32Array } | undefined;
}

/** An item, by its position in the checklist, that a heading is about. */
interface Headed { readonly item: number; readonly strict: boolean }

interface Scored {
  readonly block: Block;
  /** One for each item. */
  readonly scores: Float32Array;
}

/** More candidates do not help a reader. */
const LIKELY = 3;

/** Collects {@link Signals}; keeps what it read of a section for as long as that section is unchanged. */
export interface SignalReader {
  read(spec: Spec): readonly Signals[];
}

/** The checklist as the reader needs it; made once for each list of items. */
interface Prepared {
  readonly items: readonly Item[];
  /** Heading keys to the items they answer. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** What was found out about headings so far, by key: documents of a kind have the same ones. */
  readonly headed: Map<string, readonly Headed[]>;
  readonly patterns: Patterns;
  /** Over the patterns. */
  readonly index: PatternIndex;
}

const prepared = new WeakMap<readonly Item[], Prepared>();

function prepare(items: readonly Item[]): Prepared {
  let found = prepared.get(items);
  if (found) return found;
  const byKey = new Map<string, number[]>();
  items.forEach((item, i) => {
    for (const key of headingKeys(item.evidence.headings)) byKey.set(key, [...(byKey.get(key) ?? []), i]);
  });
  const patterns = patternsOf(items);
  found = { items, byKey, headed: new Map(), patterns, index: createPatternIndex(patterns.patterns) };
  prepared.set(items, found);
  return found;
}

export function createSignalReader(items: readonly Item[], blockModel?: BlockModel): SignalReader {
  const checklist = prepare(items);
  const reader = createBlockReader(items, checklist.patterns, checklist.index, blockModel);
  const cache = new WeakMap<readonly Block[], { readonly role: Section['role']; readonly local: Local }>();
  const local = (section: Section): Local => {
    const { blocks, role } = section;
    const known = cache.get(blocks);
    // A heading above it may have come or gone: the same blocks then answer other questions.
    if (known?.role === role) return known.local;
    const read = readSection(section, checklist, reader, blockModel !== undefined);
    cache.set(blocks, { role, local: read });
    return read;
  };
  return { read: (spec) => gather(spec, items, spec.sections.map(local)) };
}

function readSection(section: Section, checklist: Prepared, reader: BlockReader, isScored: boolean): Local {
  const hits = new Map<number, LocalHits>();
  let words = 0;
  for (const block of section.blocks) {
    words += block.words;
    if (block.words > 0) readBlock(block, section, checklist.items, reader, hits);
  }
  return { words, hits, headed: headedItems(section.heading?.key ?? '', checklist), scored: isScored ? scoredBlocks(section, reader) : undefined };
}

/** So many headings are remembered. */
const HEADINGS = 4096;

function headedItems(key: string, { items, byKey, headed }: Prepared): readonly Headed[] {
  let found = headed.get(key);
  if (!found) {
    const strict = byKey.get(key);
    found = items.flatMap(({ evidence }, item) =>
      strict?.includes(item) ? { item, strict: true } : key && evidence.headingPattern?.test(key) ? { item, strict: false } : []);
    if (headed.size >= HEADINGS) headed.clear();
    headed.set(key, found);
  }
  return found;
}

/** Adds what the block offers to `hits`, by item. */
function readBlock(block: Block, section: Section, items: readonly Item[], reader: BlockReader, hits: Map<number, LocalHits>): void {
  const said = reader.statements(block);
  for (let i = 0; i < items.length; i++) {
    const structure = items[i]!.evidence.structure?.(block, section) ?? false;
    if (said[i] === SILENT && !structure) continue;
    let own = hits.get(i);
    if (!own) hits.set(i, (own = noLocalHits()));
    addLocal(own, localHit(block, Math.max(0, said[i]!), structure));
  }
}

/** Fewer words than this say too little to be found by their words. */
const SCORED_WORDS = 4;

function scoredBlocks({ blocks: all, heading }: Section, reader: BlockReader): Local['scored'] {
  const blocks = all.filter((block) => block.words >= SCORED_WORDS).map((block) => ({ block, scores: reader.scores(block, heading?.key ?? '') }));
  const [first, ...others] = blocks;
  if (!first) return undefined;
  const best = Float32Array.from(first.scores);
  for (const { scores } of others) for (let item = 0; item < best.length; item++) if (scores[item]! > best[item]!) best[item] = scores[item]!;
  return { blocks, best };
}

/** What is gathered for one item on the way through the sections. */
interface Gathered {
  readonly headings: HeadingMatch[];
  readonly hits: HitList;
  readonly elsewhere: HitList;
  readonly likely: Pick<Likely, 'section' | 'block' | 'score'>[];
  /** Sections up to this one stand under a heading that is about the item. */
  headedUntil: number;
}

/**
 * Runs for every version over all sections, however few of them changed: it looks at what each section offers as a
 * whole, and at its blocks only where one of them is among the best.
 */
function gather(spec: Spec, items: readonly Item[], locals: readonly Local[]): Signals[] {
  const { sections } = spec;
  const sums = [0];
  for (const local of locals) sums.push(sums.at(-1)! + local.words);
  const all = items.map((): Gathered => ({ headings: [], hits: noHits(), elsewhere: noHits(), likely: [], headedUntil: -1 }));
  /** By item, what a block must be better than to be among the likely ones. */
  const least = new Float32Array(items.length).fill(-Infinity);
  for (const section of sections) {
    const local = locals[section.index]!;
    const counts = (item: number) => section.role === 'body' || items[item]!.evidence.roles?.includes(section.role) === true;
    for (const { item, strict } of local.headed) {
      if (!counts(item)) continue;
      const own = all[item]!;
      own.headings.push({ section, strict, words: sums[section.subtreeEnd]! - sums[section.index]! });
      own.headedUntil = Math.max(own.headedUntil, section.subtreeEnd);
    }
    for (const [item, offered] of local.hits) {
      const { hits, elsewhere, headedUntil } = all[item]!;
      addHits(counts(item) ? hits : elsewhere, offered, section, section.index < headedUntil);
    }
    if (!local.scored) continue;
    const { best } = local.scored;
    for (let item = 0; item < all.length; item++)
      if (best[item]! > least[item]! && counts(item)) least[item] = keepLikely(all[item]!.likely, local.scored, item, section);
  }
  return all.map(({ headings, hits, elsewhere, likely }, i) => ({
    headings, hits: ranked(hits), counts: hits.counts, elsewhere: ranked(elsewhere), metadata: items[i]!.evidence.metadata?.(spec) ?? [],
    likely: likely.map(({ section, block, score }) => ({ section, block, score, stated: isStated(locals[section.index]!, i, block), quality: qualityOf(block) })),
  }));
}

/** Returns the score that the next must be better than. */
function keepLikely(likely: Gathered['likely'], { blocks }: NonNullable<Local['scored']>, item: number, section: Section): number {
  for (const { block, scores } of blocks) keepBest(likely, { section, block, score: scores[item]! }, LIKELY);
  return likely.length === LIKELY ? likely[LIKELY - 1]!.score : -Infinity;
}

const isStated = ({ hits }: Local, item: number, block: Block): boolean => hits.get(item)?.strong.some((hit) => hit.block === block && hit.statements > 0) === true;
