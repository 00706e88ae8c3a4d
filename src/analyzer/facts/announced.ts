import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Section, type Spec } from '../spec';
import { isOwn, isUnder } from './definitions';

/** Something that a document announces as its proposal's own, and where it does. */
export interface Announced {
  /** As the author wrote it, without backticks. */
  readonly name: string;
  /** Absolute: the name. */
  readonly at: Span;
  readonly from: 'heading' | 'table' | 'text' | 'fence' | 'contract';
  /** Index into the document's sections. */
  readonly section: number;
}

/** As a section's blocks tell it, which do not know where the section stands: places are relative to its origin. */
export type Local<T extends Announced> = Omit<T, 'section'>;

/** A sentence or a row with one of these speaks of what is there already, or goes. */
export const THERE = /\b(?:existing|already|currently|today|unchanged|legacy|upstream|no longer|deprecat\w+|remov(?:e|es|ed|ing))\b/i;

/** What may come one day, or speaks against the proposal. */
const NOT_NOW = /\b(?:future|drawbacks?|should we not|disadvantages)\b/;

/** More of a kind in one document is generated. */
const MOST = 500;

/** What the proposal's own sections announce, each once at the first place, in document order. */
export function announced<T extends Announced>(spec: Spec, keyOf: (one: T) => string, read: (section: Section) => readonly Local<T>[]): readonly T[] {
  const found = new Map<string, T>();
  for (const section of spec.sections) {
    if (found.size >= MOST) break;
    if (!isOwn(spec, section) || isUnder(spec, section, NOT_NOW)) continue;
    for (const local of [...read(section)].sort((a, b) => a.at.start - b.at.start)) {
      const one = { ...local, at: shift(local.at, section.origin), section: section.index } as unknown as T;
      if (found.size < MOST && !found.has(keyOf(one))) found.set(keyOf(one), one);
    }
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}

/** Where `length` characters of a block's text stand in the source, relative to its section's origin. */
export const placeOf = (block: Block, from: number, length: number): Span => ({ start: sourceOffset(block, from), end: sourceOffset(block, from + length - 1) + 1 });

/** Lines of a fence, each with where it starts in the block's text. */
export function linesOf({ text }: Block): readonly { readonly line: string; readonly from: number }[] {
  let next = 0;
  return text.split('\n').map((line) => {
    const from = next;
    next += line.length + 1;
    return { line, from };
  });
}
