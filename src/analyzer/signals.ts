import { blockScores, type BlockModel } from './block-model';
import { headingKeys } from './heading-key';
import { addHit, keepBest, localHit, noHits, ranked, type Hit, type HitCounts, type HitList, type LocalHit } from './hits';
import type { Item, MetadataEvidence } from './item';
import { createPatternIndex, type PatternIndex } from './pattern-index';
import { qualityOf, type Quality } from './quality';
import type { Block, Section, Spec } from './spec';

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
  readonly hits: readonly Of<readonly LocalHit[]>[];
  /** Items that the section's heading is about. */
  readonly headed: readonly Of<'strict' | 'loose'>[];
  /** The section's best blocks by learned weights. */
  readonly likely: readonly Of<readonly Scored[]>[];
}

/** Something that belongs to the item at a position of the checklist. */
interface Of<T> { readonly item: number; readonly value: T }

type Scored = Pick<Likely, 'block' | 'score' | 'stated'>;
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
  /** Over the topic and the statements of all items, in order: item 0's topic, its statements, item 1's topic … */
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
  found = { items, byKey, index: createPatternIndex(items.flatMap(({ evidence }) => [evidence.topic, ...evidence.statements])) };
  prepared.set(items, found);
  return found;
}

export function createSignalReader(items: readonly Item[], blockModel?: BlockModel): SignalReader {
  const checklist = prepare(items);
  const cache = new WeakMap<readonly Block[], { readonly role: Section['role']; readonly local: Local }>();
  const local = (section: Section): Local => {
    const { blocks, role } = section;
    const known = cache.get(blocks);
    // A heading above it may have come or gone: the same blocks then answer other questions.
    if (known?.role === role) return known.local;
    const read = readSection(section, checklist, blockModel);
    cache.set(blocks, { role, local: read });
    return read;
  };
  return { read: (spec) => gather(spec, items, spec.sections.map(local)) };
}

function readSection(section: Section, { items, byKey, index }: Prepared, blockModel: BlockModel | undefined): Local {
  const hits = new Map<number, LocalHit[]>();
  let words = 0;
  for (const block of section.blocks) {
    words += block.words;
    if (block.words > 0) readBlock(block, section, items, index, hits);
  }
  return {
    words, hits: byItem(hits), headed: headedItems(section.heading?.key ?? '', items, byKey),
    likely: blockModel ? likeliest(section, items, blockModel, hits) : [],
  };
}

const byItem = <T>(found: ReadonlyMap<number, T>): Of<T>[] => [...found].map(([item, value]) => ({ item, value }));

function headedItems(key: string, items: readonly Item[], byKey: Prepared['byKey']): Of<'strict' | 'loose'>[] {
  const strict = byKey.get(key);
  return items.flatMap(({ evidence }, item) =>
    strict?.includes(item) ? { item, value: 'strict' as const } : key && evidence.headingPattern?.test(key) ? { item, value: 'loose' as const } : []);
}

/** The text as patterns are written for: where the author wrapped a line or which apostrophe the editor set must not decide. */
const readable = ({ kind, text }: Block): string => (kind === 'paragraph' || kind === 'item' ? text.replaceAll('\n', ' ') : text).replaceAll('’', "'");

/** Adds what the block offers to `hits`, by item. */
function readBlock(block: Block, section: Section, items: readonly Item[], index: PatternIndex, hits: Map<number, LocalHit[]>): void {
  const text = readable(block);
  const candidates = index.candidates(text);
  let at = 0;
  for (let i = 0; i < items.length; i++) {
    const { evidence } = items[i]!;
    const end = at + 1 + evidence.statements.length;
    let statements = 0;
    // A fence speaks through its structure; prose patterns would match the comments of quoted code.
    if (block.kind !== 'code' || evidence.structure)
      for (let s = at + 1; s < end; s++) if (candidates[s] && evidence.statements[s - at - 1]!.test(text)) statements++;
    const structure = evidence.structure?.(block, section) ?? false;
    if (statements || structure || (candidates[at] && evidence.topic.test(text))) {
      const own = hits.get(i);
      if (own) own.push(localHit(block, statements, structure)); else hits.set(i, [localHit(block, statements, structure)]);
    }
    at = end;
  }
}

/** Fewer words than this say too little to be found by their words. */
const SCORED_WORDS = 4;

function likeliest(section: Section, items: readonly Item[], blockModel: BlockModel, hits: ReadonlyMap<number, readonly LocalHit[]>): Of<readonly Scored[]>[] {
  const scored = section.blocks.filter((block) => block.words >= SCORED_WORDS).map((block) => ({ block, scores: blockScores(blockModel, block, section) }));
  if (!scored.length) return [];
  return items.map((_, item) => {
    const best: Scored[] = [];
    for (const { block, scores } of scored) {
      const score = scores[item]!;
      if (best.length < LIKELY || score > best[LIKELY - 1]!.score) keepBest(best, { block, score, stated: hits.get(item)?.some((h) => h.block === block && h.statements > 0) === true }, LIKELY);
    }
    return { item, value: best };
  });
}

/** What is gathered for one item on the way through the sections. */
interface Gathered {
  readonly headings: HeadingMatch[];
  readonly hits: HitList;
  readonly elsewhere: HitList;
  readonly likely: (Scored & { readonly section: Section })[];
  /** Sections up to this one stand under a heading that is about the item. */
  headedUntil: number;
}

/** Runs for every version over all sections, however few of them changed: it only counts and compares. */
function gather(spec: Spec, items: readonly Item[], locals: readonly Local[]): Signals[] {
  const { sections } = spec;
  const sums = [0];
  for (const local of locals) sums.push(sums.at(-1)! + local.words);
  const all = items.map((): Gathered => ({ headings: [], hits: noHits(), elsewhere: noHits(), likely: [], headedUntil: -1 }));
  for (const section of sections) {
    const local = locals[section.index]!;
    const counts = (item: number) => section.role === 'body' || items[item]!.evidence.roles?.includes(section.role) === true;
    for (const { item, value } of local.headed) {
      if (!counts(item)) continue;
      all[item]!.headings.push({ section, strict: value === 'strict', words: sums[section.subtreeEnd]! - sums[section.index]! });
      all[item]!.headedUntil = Math.max(all[item]!.headedUntil, section.subtreeEnd);
    }
    for (const { item, value } of local.hits) {
      const { hits, elsewhere, headedUntil } = all[item]!;
      const into = counts(item) ? hits : elsewhere;
      for (const hit of value) addHit(into, hit, section, section.index < headedUntil);
    }
    for (const { item, value } of local.likely) if (counts(item)) keepLikely(all[item]!.likely, value, section);
  }
  return all.map(({ headings, hits, elsewhere, likely }, i) => ({
    headings, hits: ranked(hits), counts: hits.counts, elsewhere: ranked(elsewhere), metadata: items[i]!.evidence.metadata?.(spec) ?? [],
    likely: likely.map((l) => ({ ...l, quality: qualityOf(l.block) })),
  }));
}

function keepLikely(best: Gathered['likely'], candidates: readonly Scored[], section: Section): void {
  for (const scored of candidates) {
    // They come best first: what follows one that is too weak is weaker.
    if (best.length === LIKELY && scored.score <= best[LIKELY - 1]!.score) return;
    keepBest(best, { ...scored, section }, LIKELY);
  }
}
