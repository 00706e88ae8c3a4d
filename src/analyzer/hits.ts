import { qualityOf, type Quality } from './quality';
import type { Block, Section } from './spec';

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

/** Counts a hit in, and keeps it if it is good enough; they come in document order. */
export function addHit({ counts, strong, weak }: HitList, local: LocalHit, section: Section, headed: boolean): void {
  const { statements, structure } = local;
  counts.all++;
  if (headed) counts.headed = true;
  if (statements > 0) {
    counts.stated++;
    if (statements > counts.mostStatements) counts.mostStatements = statements;
    if (headed) counts.statedHeaded = true;
  }
  if (structure) {
    counts.structured++;
    if (headed) counts.structuredHeaded = true;
  }
  const score = local.score + (headed ? HEADED : 0);
  const list = statements > 0 || structure ? strong : weak;
  if (list.length < KEPT || score > list[KEPT - 1]!.score) keepBest(list, { ...local, score, section, headed }, KEPT);
}

/** What was kept, best first: specific before vague, in document order where equal. */
export const ranked = ({ strong, weak }: HitList): readonly Hit[] =>
  strong.length && weak.length ? [...strong, ...weak].sort((a, b) => b.score - a.score || position(a) - position(b)) : strong.length ? strong : weak;

const position = ({ section, block }: Hit): number => section.origin + block.start;

/** Inserts into a list that stays sorted, best first, and no longer than `most`; of equals the earlier stays first. */
export function keepBest<T extends { readonly score: number }>(best: T[], scored: T, most: number): void {
  let at = best.length;
  while (at > 0 && best[at - 1]!.score < scored.score) at--;
  if (at >= most) return;
  best.splice(at, 0, scored);
  if (best.length > most) best.pop();
}
