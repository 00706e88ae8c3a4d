import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Spec } from '../spec';

/** A feature flag of the proposal's own that the document calls by name. */
export interface Flag {
  readonly name: string;
  /** Absolute: the name, without backticks. */
  readonly at: Span;
}

/** "behind the feature flag `waitlist`", "feature gate name: Waitlist"; an identifier, for a flag without a name is only talked of. */
const NAMED = /\b(?:behind|guarded by|gated by|gated using|controlled by|protected by|under|new|add(?:s|ed|ing)?|introduc(?:e|es|ed|ing))\b[^.`]{0,30}\b(?:feature[-\s]?(?:flag|gate|toggle))s?(?:\s(?:named|called|is|name))?:?\s?`(?<a>[\w.-]{3,60})`|\b(?:a|new|using an?|by an?|behind an?|behind the) `(?<b>[\w.-]{3,60})`\s(?:feature[-\s]?)(?:flag|gate|toggle)\b|^\W*feature[- ]?(?:flag|gate|toggle)(?: name)?: ?`?(?<c>[A-Za-z][\w.-]{3,60})`?(?=\s|$)/gim;

const LEVEL = /^(?:alpha|beta|stable|experimental|preview)$/i;
const SPOKEN_OF = /feature[-\s]?(?:flag|gate|toggle)/i;

const inBlocks = remembered((blocks) => blocks.flatMap((block) => (block.kind === 'code' || !SPOKEN_OF.test(block.text) ? [] : inBlock(block))));

/** The first mention of each flag, in document order. */
export function namedFlags(spec: Spec): readonly Flag[] {
  const flags = new Map<string, Flag>();
  for (const section of spec.sections) {
    if (section.role !== 'body') continue;
    for (const { name, at } of inBlocks(section.blocks)) if (!flags.has(name)) flags.set(name, { name, at: shift(at, section.origin) });
  }
  return [...flags.values()];
}

function inBlock(block: Block): Flag[] {
  return [...block.text.matchAll(NAMED)].flatMap((match) => {
    const name = match.groups!['a'] ?? match.groups!['b'] ?? match.groups!['c'];
    // A command's option is switched by whoever types it; a level of maturity is shared by many.
    if (!name || name.startsWith('-') || LEVEL.test(name)) return [];
    const from = match.index + match[0].lastIndexOf(name);
    const start = sourceOffset(block, from);
    return [{ name, at: { start, end: sourceOffset(block, from + name.length - 1) + 1 } }];
  });
}
