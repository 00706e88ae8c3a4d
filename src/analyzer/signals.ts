import { blockScores, type BlockModel } from './block-model';
import { headingKeys } from './heading-key';
import type { Item, MetadataEvidence } from './item';
import { createPatternIndex, type PatternIndex } from './pattern-index';
import { hasPlaceholder } from './placeholder';
import type { Block, Section, Spec } from './spec';

/** A block that speaks to an item, with what it offers. */
export interface Hit {
  readonly section: Section;
  readonly block: Block;
  /** How many of the item's statement patterns match. */
  readonly statements: number;
  readonly structure: boolean;
  readonly quality: Quality;
  /** Under a heading that is about the item. */
  readonly headed: boolean;
}

/** What makes a block specific, whatever it is about. */
export interface Quality {
  readonly quantity: boolean;
  readonly named: boolean;
  readonly hedged: boolean;
  readonly committed: boolean;
  readonly open: boolean;
}

export interface HeadingMatch {
  readonly section: Section;
  readonly strict: boolean;
  /** Real words in the section and those below it. */
  readonly words: number;
}

/** All that the document offers for one item. */
export interface Signals {
  readonly headings: readonly HeadingMatch[];
  /** In sections whose text counts for this item. */
  readonly hits: readonly Hit[];
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
  readonly quality: Quality;
}

/** A section needs this many real words beneath its heading to be more than a heading. */
export const ENOUGH_WORDS = 8;

interface LocalHit { readonly block: Block; readonly statements: number; readonly structure: boolean }
interface Local {
  readonly words: number;
  /** By item; undefined where no block of the section speaks to it. */
  readonly hits: readonly (readonly LocalHit[] | undefined)[];
  readonly strict: ReadonlySet<number>;
  readonly loose: ReadonlySet<number>;
  /** By item, the section's best blocks by learned weights. */
  readonly likely: readonly (readonly Scored[])[];
}

interface Scored { readonly block: Block; readonly score: number }
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
  const cache = new WeakMap<readonly Block[], Local>();
  const local = (section: Section): Local => {
    let found = cache.get(section.blocks);
    if (!found) cache.set(section.blocks, (found = readSection(section, checklist, blockModel)));
    return found;
  };
  return { read: (spec) => gather(spec, items, spec.sections.map(local)) };
}

function readSection(section: Section, { items, byKey, index }: Prepared, blockModel: BlockModel | undefined): Local {
  const key = section.heading?.key ?? '';
  const hits: (LocalHit[] | undefined)[] = new Array<undefined>(items.length).fill(undefined);
  let words = 0;
  for (const block of section.blocks) {
    words += block.words;
    if (block.words === 0) continue;
    // Where the author wrapped a line must not decide whether a statement is found.
    const text = block.kind === 'paragraph' || block.kind === 'item' ? block.text.replaceAll('\n', ' ') : block.text;
    const candidates = index.candidates(text);
    let at = 0;
    for (let i = 0; i < items.length; i++) {
      const hit = readBlock(block, text, section, items[i]!, candidates, at);
      if (hit) (hits[i] ??= []).push(hit);
      at += 1 + items[i]!.evidence.statements.length;
    }
  }
  const loose = new Set<number>();
  if (key) items.forEach((item, i) => { if (item.evidence.headingPattern?.test(key)) loose.add(i); });
  return { words, hits, strict: new Set(byKey.get(key)), loose, likely: blockModel ? likeliest(section, items, blockModel) : [] };
}

/** Fewer words than this say too little to be found by their words. */
const SCORED_WORDS = 4;

function likeliest(section: Section, items: readonly Item[], blockModel: BlockModel): Scored[][] {
  const best: Scored[][] = items.map(() => []);
  for (const block of section.blocks) {
    if (block.words < SCORED_WORDS) continue;
    const scores = blockScores(blockModel, block, section);
    for (let i = 0; i < items.length; i++) keepBest(best[i]!, { block, score: scores[i]! });
  }
  return best;
}

/** Inserts into a short list that stays sorted, best first; of equals the earlier stays first. */
function keepBest<T extends Scored>(best: T[], scored: T): void {
  let at = best.length;
  while (at > 0 && best[at - 1]!.score < scored.score) at--;
  if (at >= LIKELY) return;
  best.splice(at, 0, scored);
  if (best.length > LIKELY) best.pop();
}

/** `candidates[at]` belongs to the item's topic, what follows to its statements. */
function readBlock(block: Block, text: string, section: Section, { evidence }: Item, candidates: Uint8Array, at: number): LocalHit | undefined {
  let statements = 0;
  // A fence speaks through its structure; prose patterns would match the comments of quoted code.
  if (block.kind !== 'code' || evidence.structure)
    evidence.statements.forEach((pattern, i) => { if (candidates[at + 1 + i] && pattern.test(text)) statements++; });
  const structure = evidence.structure?.(block, section) ?? false;
  return statements || structure || (candidates[at] && evidence.topic.test(text)) ? { block, statements, structure } : undefined;
}

function gather(spec: Spec, items: readonly Item[], locals: readonly Local[]): Signals[] {
  const { sections } = spec;
  const sums = [0];
  for (const local of locals) sums.push(sums.at(-1)! + local.words);
  const words = (s: Section) => sums[s.subtreeEnd]! - sums[s.index]!;
  return items.map((item, i) => {
    const headings: HeadingMatch[] = [];
    const hits: Hit[] = [];
    const elsewhere: Hit[] = [];
    const likely: Likely[] = [];
    let headedUntil = -1;
    for (const section of sections) {
      const local = locals[section.index]!;
      const counts = section.role === 'body' || item.evidence.roles?.includes(section.role) === true;
      const strict = local.strict.has(i);
      if (counts && (strict || local.loose.has(i))) {
        headings.push({ section, strict, words: words(section) });
        headedUntil = Math.max(headedUntil, section.subtreeEnd);
      }
      const headed = section.index < headedUntil;
      for (const hit of local.hits[i] ?? []) (counts ? hits : elsewhere).push({ ...hit, section, headed, quality: quality(hit.block) });
      if (counts) for (const scored of local.likely[i] ?? []) keepBest(likely, { ...scored, section, quality: quality(scored.block) });
    }
    return { headings, hits, elsewhere, metadata: item.evidence.metadata?.(spec) ?? [], likely };
  });
}

const QUANTITY = /\d(?:[\d,._]*\d)?\s?(?:%|ms\b|µs\b|s\b|secs?\b|seconds?\b|min(?:ute)?s?\b|hours?\b|h\b|days?\b|weeks?\b|months?\b|years?\b|[kmgt]i?b\b|bytes?\b|[rqt]ps\b|requests?\b|users?\b|nodes?\b|cores?\b|items?\b|rows?\b|replicas?\b|times\b|x\b)/i;
const NAMED = /`[^`]+`|\b[a-z]+(?:[A-Z][a-z]+)+\b|\b[a-z]+_[a-z_]+\b|\b[A-Z][a-z]+[A-Z]\w*\b/;
const HEDGED = /\b(?:may|might|could|possibly|perhaps|maybe|probably|ideally|eventually|some ?how|hopefully|would be nice|in the future|later on|at some point|not sure|unclear|consider(?:ing)?)\b/i;
const COMMITTED = /\b(?:will|must|shall|should|cannot|can|is|are|does|returns?|uses?|adds?|requires?|only|never|always|by default)\b/i;

const qualities = new WeakMap<Block, Quality>();

function quality(block: Block): Quality {
  let found = qualities.get(block);
  if (!found) {
    const { text } = block;
    found = { quantity: QUANTITY.test(text), named: NAMED.test(text), hedged: HEDGED.test(text), committed: COMMITTED.test(text), open: hasPlaceholder(text) };
    qualities.set(block, found);
  }
  return found;
}
