import type { Span } from './span';
import type { Block } from './spec';

/** A full stop after these ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|v\.?s|cf|approx|incl|no|nr|fig|sec|dr|mr|mrs|st|resp|max|min|ca)\.$/i;
const END = /[.!?]+["'”’)\]]*(?=\s|$)|\n+/g;

/** Sentences of plain text as half-open ranges in it, without surrounding white space. A line break ends a sentence. */
export function sentenceSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    while (start < end && /\s/.test(text[start]!)) start++;
    let stop = end;
    while (stop > start && /\s/.test(text[stop - 1]!)) stop--;
    if (stop > start) spans.push({ start, end: stop });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0][0] === '.' && ABBREVIATION.test(text.slice(Math.max(0, end - 8), match.index + 1))) continue;
    push(end);
  }
  push(text.length);
  return spans;
}

const cache = new WeakMap<Block, readonly Span[]>();

/** The sentences of a block as ranges in `block.text`; empty for code. Computed once for each block. */
export function sentences(block: Block): readonly Span[] {
  let spans = cache.get(block);
  if (!spans) cache.set(block, (spans = block.kind === 'code' ? [] : sentenceSpans(block.text)));
  return spans;
}
