import { lineAt } from './lines';
import { ENOUGH_WORDS, type HeadingMatch, type Hit, type Signals } from './signals/signals';
import { shift, type Span } from './span';
import { subtree, type Section, type Spec } from './spec';

/** An evidence range shows no more lines than a reader takes in at a glance. */
const RANGE_LINES = 12;
const RANGES = 3;

/** Where the document stands in the source: its sections, and the offsets at which lines start. */
export interface Place {
  readonly spec: Spec;
  readonly lines: readonly number[];
}

export const blockSpan = ({ block, section }: Pick<Hit, 'block' | 'section'>): Span => shift(block, section.origin);

/** The section that says most about the item by its heading; undefined where none has that heading and text beneath. */
export const bestHeading = (headings: Signals['headings']): HeadingMatch | undefined =>
  headings.filter((h) => h.words >= ENOUGH_WORDS || h.strict).sort((a, b) => Number(b.strict) - Number(a.strict) || b.words - a.words)[0];

/** What a reason quotes: a block, and the section it opens where it is quoted for that. */
export interface Answer extends Pick<Hit, 'section' | 'block'> {
  readonly opens?: Section;
}

/** The answer that a reader would point at: what stands under the right heading, whatever is said elsewhere. */
export function leadingAnswer({ headings, hits, likely }: Signals, { spec }: Place): Answer | undefined {
  const stated = hits.find((h) => h.headed && (h.statements > 0 || h.structure));
  const heading = bestHeading(headings);
  return stated ?? (heading && heading.words >= ENOUGH_WORDS ? firstWords(heading.section, spec) : undefined) ?? hits[0] ?? likely[0];
}

function firstWords(section: Section, spec: Spec): Answer | undefined {
  for (const below of subtree(spec, section)) {
    const block = below.blocks.find((b) => b.words > 0);
    if (block) return { section: below, block, opens: section };
  }
  return undefined;
}

/**
 * Where it is answered, best first: what the reason quotes, metadata, the best statement, the section whose heading is
 * about the item, the likeliest block by its words, and what comes next.
 */
export function evidenceRanges({ headings, hits, metadata, likely }: Signals, place: Place, quoted?: Answer): readonly Span[] {
  const section = bestHeading(headings);
  const strong = hits.filter((h) => h.statements > 0 || h.structure);
  const found: Span[] = [
    // Metadata that answers is the reason itself.
    ...(quoted && !metadata.some((m) => m.strength === 'covered') ? [quoted.opens ? opening(quoted.opens, place.spec) : blockSpan(quoted)] : []),
    ...[...metadata].sort((a, b) => Number(b.strength === 'covered') - Number(a.strength === 'covered')).slice(0, 2).map((m) => m.span),
    ...strong.slice(0, 1).map(blockSpan),
    ...(section ? [opening(section.section, place.spec)] : []),
    ...likely.slice(0, 1).map(blockSpan),
    ...(strong.length ? strong.slice(1) : hits).map(blockSpan),
    ...likely.slice(1).map(blockSpan),
  ];
  const distinct: Span[] = [];
  for (const span of found) {
    const clipped = clip(span, place.lines);
    if (!distinct.some((d) => clipped.start < d.end && d.start < clipped.end)) distinct.push(clipped);
  }
  return distinct.slice(0, RANGES);
}

/** Of hits that answer nothing, the one to show: words in code are names, and mean nothing of the kind. */
export const closest = (hits: readonly Hit[]): Hit | undefined => hits.find(({ block }) => block.kind !== 'code');

/** The passage that comes closest where nothing answers; undefined where nothing comes near. */
export function closestPassage({ hits, elsewhere, headings }: Signals, place: Place): Span | undefined {
  const hit = closest(hits) ?? closest(elsewhere);
  if (hit) return clip(blockSpan(hit), place.lines);
  const heading = headings[0]?.section;
  return heading?.heading && shift(heading.heading.span, heading.origin);
}

/** A section's heading with the first of what stands beneath it. */
function opening(section: Section, spec: Spec): Span {
  const next = spec.sections.slice(section.index, section.subtreeEnd).find((s) => s.blocks.length);
  const last = next?.blocks[Math.min(2, next.blocks.length - 1)];
  const headingEnd = section.origin + (section.heading?.span.end ?? 0);
  return { start: section.span.start, end: last && next ? Math.max(next.origin + last.end, headingEnd) : headingEnd };
}

function clip(span: Span, lines: readonly number[]): Span {
  const stop = lines[lineAt(lines, span.start) + RANGE_LINES];
  return stop === undefined || span.end <= stop ? span : { start: span.start, end: Math.max(span.start + 1, stop - 1) };
}
