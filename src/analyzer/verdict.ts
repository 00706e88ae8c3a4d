import type { Facts, Item, State } from './item';
import { lineAt } from './lines';
import { featureVector, probability, rankHits, type Model } from './model';
import type { Coverage } from './review';
import { sentences } from './sentences';
import { ENOUGH_WORDS, type Hit, type Signals } from './signals';
import { shift, type Span } from './span';
import type { Section } from './spec';

/** An evidence range shows no more lines than a reader takes in at a glance. */
const RANGE_LINES = 12;
const RANGES = 3;
const QUOTE = 90;

/** What a verdict needs of the document beside the signals. */
export interface Ground {
  readonly facts: Facts;
  /** Offsets at which lines start. */
  readonly lines: readonly number[];
}

/** Whether the document answers the item, how sure that is, why, and where. */
export function judge(item: Item, signals: Signals, model: Model, ground: Ground): Coverage {
  const void_ = item.notApplicable?.(ground.facts);
  const covered = probability(model, item.id, featureVector(signals));
  const hits = rankHits(signals.hits);
  // A question that the document makes void is not void after all where it is answered.
  if (void_ !== undefined && covered < 0.8) return { item: item.id, state: 'not-applicable', confidence: 0.9, reason: sentence(void_), evidence: [] };
  const state: State = covered >= 0.5 ? 'covered' : touched(signals) ? 'partial' : 'missing';
  const evidence = state === 'missing' ? [] : ranges(signals, hits, ground);
  const near = state === 'missing' ? closest(signals, hits, ground) : undefined;
  return {
    item: item.id, state, confidence: round(Math.max(covered, 1 - covered)),
    reason: state === 'covered' ? coveredReason(signals, hits, ground) : gapReason(signals, hits, ground),
    evidence, ...(near ? { closest: near } : {}),
  };
}

const round = (p: number) => Math.round(p * 1000) / 1000;
const sentence = (text: string) => text[0]!.toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

/** Partial needs positive evidence of thinness; a single stray mention is none. */
const touched = ({ headings, hits, metadata }: Signals): boolean =>
  headings.some((h) => h.strict) || metadata.length > 0 || hits.some((h) => h.statements > 0 || h.structure || h.headed) || hits.length >= 3;

const blockSpan = ({ block, section }: Pick<Hit, 'block' | 'section'>): Span => shift(block, section.origin);

/** The best statement, the section whose heading is about the item, the likeliest block by its words, and what comes next. */
function ranges({ headings, metadata, likely }: Signals, hits: readonly Hit[], ground: Ground): readonly Span[] {
  const section = bestHeading(headings);
  const strong = hits.filter((h) => h.statements > 0 || h.structure);
  const found: Span[] = [
    ...metadata.slice(0, 2).map((m) => m.span),
    ...strong.slice(0, 1).map(blockSpan),
    ...(section ? [opening(section.section, ground)] : []),
    ...likely.slice(0, 1).map(blockSpan),
    ...(strong.length ? strong.slice(1) : hits).map(blockSpan),
    ...likely.slice(1).map(blockSpan),
  ];
  const distinct: Span[] = [];
  for (const span of found) {
    const clipped = clip(span, ground.lines);
    if (!distinct.some((d) => clipped.start < d.end && d.start < clipped.end)) distinct.push(clipped);
  }
  return distinct.slice(0, RANGES);
}

const bestHeading = (headings: Signals['headings']) =>
  headings.filter((h) => h.words >= ENOUGH_WORDS || h.strict).sort((a, b) => Number(b.strict) - Number(a.strict) || b.words - a.words)[0];

/** A section's heading with the first of what stands beneath it. */
const opening = (section: Section, ground: Ground): Span => {
  const next = ground.facts.spec.sections.slice(section.index, section.subtreeEnd).find((s) => s.blocks.length);
  const last = next?.blocks[Math.min(2, next.blocks.length - 1)];
  const end = last && next ? next.origin + last.end : section.origin + (section.heading?.span.end ?? 0);
  return { start: section.span.start, end: Math.max(end, section.origin + (section.heading?.span.end ?? 0)) };
};

function clip(span: Span, lines: readonly number[]): Span {
  const stop = lines[lineAt(lines, span.start) + RANGE_LINES];
  return stop === undefined || span.end <= stop ? span : { start: span.start, end: Math.max(span.start + 1, stop - 1) };
}

function closest({ elsewhere, headings }: Signals, hits: readonly Hit[], ground: Ground): Span | undefined {
  const hit = hits[0] ?? rankHits(elsewhere)[0];
  if (hit) return clip(blockSpan(hit), ground.lines);
  const heading = headings[0]?.section;
  return heading?.heading && shift(heading.heading.span, heading.origin);
}

function coveredReason({ headings, metadata }: Signals, hits: readonly Hit[], ground: Ground): string {
  const answer = metadata.find((m) => m.strength === 'covered');
  if (answer) return `${answer.what} (line ${line(answer.span.start, ground)}).`;
  const [best] = hits;
  if (best) return `Answered ${where(best.section, blockSpan(best).start, ground)}: “${quote(best)}”`;
  const heading = bestHeading(headings);
  return heading ? `Answered under ${titled(heading.section, ground)}.` : 'Answered by the document as a whole.';
}

function gapReason({ headings, elsewhere, metadata }: Signals, hits: readonly Hit[], ground: Ground): string {
  const [named] = metadata;
  if (named) return `${named.what} (line ${line(named.span.start, ground)}), which does not answer the question.`;
  const thin = headings.find((h) => h.strict && h.words < ENOUGH_WORDS);
  if (thin) {
    const text = thin.section.blocks.map((b) => b.text.trim()).join(' ').trim();
    return `${titled(thin.section, ground)} ${text ? `holds only “${shorten(text)}”` : 'has nothing beneath it'}.`;
  }
  const heading = headings.find((h) => h.strict);
  if (heading) return `${titled(heading.section, ground)} is about it, but states nothing specific.`;
  const [best] = hits;
  if (best) return `Touched ${where(best.section, blockSpan(best).start, ground)}, but not answered: “${quote(best)}”`;
  const [other] = elsewhere;
  if (other) return `Mentioned only ${where(other.section, blockSpan(other).start, ground)}, which answers another question.`;
  return 'Nothing in the document speaks to it.';
}

const line = (offset: number, ground: Ground) => lineAt(ground.lines, offset) + 1;
const titled = (section: Section, ground: Ground) => `“${section.heading?.text ?? 'The opening'}” (line ${line(section.span.start, ground)})`;
const where = (section: Section, offset: number, ground: Ground) =>
  section.heading ? `in “${shorten(section.heading.text)}” (line ${line(offset, ground)})` : `at line ${line(offset, ground)}`;

/** The first sentence of the block that says enough to be recognised. */
function quote({ block }: Hit): string {
  // A table's header says what it is about, its first row says something.
  if (block.table) return shorten(block.text.slice(block.text.indexOf('\n') + 1));
  const spans = sentences(block);
  const chosen = spans.find((s) => s.end - s.start > 24) ?? spans[0];
  return shorten(chosen ? block.text.slice(chosen.start, chosen.end) : block.text);
}

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= QUOTE) return flat;
  const cut = flat.slice(0, QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE - 20))}…`;
};
