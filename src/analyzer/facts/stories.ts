import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Spec } from '../spec';

/** "As a purser, I want …": a wish of somebody, as the author wrote it. */
export interface Story {
  /** The index of its section in the spec. */
  readonly section: number;
  /** Absolute: the opening "As a purser, I want". */
  readonly at: Span;
}

const STORY = /(?:^|[.:\n]\s*|^\W+)(As (?:an?|the) [^.,\n]{2,60},? I (?:want|need|would like|can|should|wish|expect|must)\b)/gi;

const inBlocks = remembered((blocks) => blocks.flatMap((block) => (block.kind === 'code' || !block.text.includes(' I ') ? [] : inBlock(block))));

/** User stories in the proposal's own sections, in document order. */
export const stories = (spec: Spec): readonly Story[] => spec.sections.flatMap((section) =>
  (section.role !== 'body' ? [] : inBlocks(section.blocks).map((at) => ({ section: section.index, at: shift(at, section.origin) }))));

function inBlock(block: Block): Span[] {
  return [...block.text.matchAll(STORY)].map((match) => {
    const from = match.index + match[0].length - match[1]!.length;
    const start = sourceOffset(block, from);
    return { start, end: Math.max(start + 1, sourceOffset(block, from + match[1]!.length)) };
  });
}
