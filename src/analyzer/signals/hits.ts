import { qualityOf, type Quality } from './quality';
import type { Block, Section } from '../spec';

/** A block that speaks to an item, with what it offers. */
export interface LocalHit {
  readonly block: Block;
  /** How many of the item's statement patterns match. */
  readonly statements: number;
  readonly structure: boolean;
  readonly quality: Quality;
  /** How good an answer it is by itself, in fortieths. */
  readonly score: number;
}

/** The hits of an item in one section. */
export interface LocalHits {
  /** Those that state something or have a structure, and those that only mention it. */
  readonly strong: LocalHit[];
  readonly weak: LocalHit[];
  /** The best score of each. */
  bestStrong: number;
  bestWeak: number;
  stated: number;
  structured: number;
  /** The most statements in one block. */
  mostStatements: number;
}

/** A hit at its place in the document. */
export interface Hit extends LocalHit {
  readonly section: Section;
  /** Under a heading that is about the item. */
  readonly headed: boolean;
}

/** How many hits an item has, of which kinds. */
export interface HitCounts {
  all: number;
  /** With at least one statement. */
  stated: number;
  structured: number;
  /** The most statements in one block. */
  mostStatements: number;
  headed: boolean;
  statedHeaded: boolean;
  structuredHeaded: boolean;
}

/** The hits of an item on the way through a document: all are counted, the best are kept. */
export interface HitList {
  readonly counts: HitCounts;
  /** Those that state something or have a structure, and those that only mention it: each at most {@link KEPT}. */
  readonly strong: Hit[];
  readonly weak: Hit[];
}

/** More than the lines of an evidence range, so that one range never hides all that are kept. */
const KEPT = 24;
/** What it is worth to stand under the right heading. */
const HEADED = 80;

export const noHits = (): HitList => ({
  counts: { all: 0, stated: 0, structured: 0, mostStatements: 0, headed: false, statedHeaded: false, structuredHeaded: false }, strong: [], weak: [],
});

export function localHit(block: Block, statements: number, structure: boolean): LocalHit {
  const quality = qualityOf(block);
  return { block, statements, structure, quality, score: score(block, statements, structure, quality) };
}

/** In whole fortieths, so that sums are exact and equals stay equal. */
const score = (block: Block, statements: number, structure: boolean, quality: Quality): number =>
  120 * Math.min(2, statements) + 120 * Number(structure) + 40 * Number(quality.quantity) + 20 * Number(quality.named) +
  20 * Number(quality.committed) - 40 * Number(quality.hedged) - 80 * Number(quality.open) + Math.min(40, block.words);

export const noLocalHits = (): LocalHits => ({ strong: [], weak: [], bestStrong: -Infinity, bestWeak: -Infinity, stated: 0, structured: 0, mostStatements: 0 });

/** Adds the next hit in the section. */
export function addLocal(hits: LocalHits, hit: LocalHit): void {
  const { statements, structure, score } = hit;
  if (statements > 0) hits.stated++;
  if (structure) hits.structured++;
  hits.mostStatements = Math.max(hits.mostStatements, statements);
  if (statements > 0 || structure) {
    hits.strong.push(hit);
    hits.bestStrong = Math.max(hits.bestStrong, score);
  } else {
    hits.weak.push(hit);
    hits.bestWeak = Math.max(hits.bestWeak, score);
  }
}

/** Counts a section's hits in, and keeps those that are good enough; sections come in document order. */
export function addHits({ counts, strong, weak }: HitList, local: LocalHits, section: Section, headed: boolean): void {
  counts.all += local.strong.length + local.weak.length;
  counts.stated += local.stated;
  counts.structured += local.structured;
  counts.mostStatements = Math.max(counts.mostStatements, local.mostStatements);
  if (headed) {
    counts.headed = true;
    counts.statedHeaded ||= local.stated > 0;
    counts.structuredHeaded ||= local.structured > 0;
  }
  keepGood(strong, local.strong, local.bestStrong, section, headed);
  keepGood(weak, local.weak, local.bestWeak, section, headed);
}

function keepGood(kept: Hit[], local: readonly LocalHit[], best: number, section: Section, headed: boolean): void {
  const extra = headed ? HEADED : 0;
  if (kept.length === KEPT && best + extra <= kept[KEPT - 1]!.score) return;
  for (const { block, statements, structure, quality, score } of local) {
    if (kept.length < KEPT || score + extra > kept[KEPT - 1]!.score) keepBest(kept, { block, statements, structure, quality, score: score + extra, section, headed }, KEPT);
  }
}

/** What was kept, best first: specific before vague, in document order where equal. Both lists are in this order themselves. */
export function ranked({ strong, weak }: HitList): readonly Hit[] {
  if (!strong.length || !weak.length) return strong.length ? strong : weak;
  const all: Hit[] = [];
  for (let s = 0, w = 0; s < strong.length || w < weak.length;)
    all.push(w === weak.length || (s < strong.length && comesFirst(strong[s]!, weak[w]!)) ? strong[s++]! : weak[w++]!);
  return all;
}

const comesFirst = (a: Hit, b: Hit): boolean => a.score > b.score || (a.score === b.score && position(a) < position(b));

const position = ({ section, block }: Hit): number => section.origin + block.start;

/** Inserts into a list that stays sorted, best first, and no longer than `most`; of equals the earlier stays first. */
export function keepBest<T extends { readonly score: number }>(best: T[], scored: T, most: number): void {
  let at = best.length;
  while (at > 0 && best[at - 1]!.score < scored.score) at--;
  if (at >= most) return;
  // Without `splice`, which makes an array each time.
  if (best.length < most) best.push(scored);
  for (let i = best.length - 1; i > at; i--) best[i] = best[i - 1]!;
  best[at] = scored;
}
