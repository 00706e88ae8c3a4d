import { thinParts, wholeParts, type PartsFound } from './answer-parts';
import { blockSpan, closest, type Answer, type Place } from './evidence-ranges';
import type { Item } from './item';
import { lineAt } from './lines';
import { isPlaceholder } from './placeholder';
import { quote, shorten } from './quote';
import { ENOUGH_WORDS, type Hit, type Signals } from './signals/signals';
import { subtree, type Section, type Table } from './spec';

/** Why a verdict is what it is: one sentence to be read aloud, in the author's words where there are any. */
export interface Grounds {
  readonly item: Item;
  readonly signals: Signals;
  /** Of a question that is covered: what is quoted for it. */
  readonly answer: Answer | undefined;
  readonly parts: PartsFound | undefined;
  readonly place: Place;
}

export function coveredReason({ item, signals, answer, parts, place }: Grounds): string {
  const given = signals.metadata.find((m) => m.strength === 'covered');
  if (given) return `${given.what} (line ${line(given.span.start, place)}).`;
  return answer ? `Answered ${where(answer, place)}${wholeParts(parts)}: “${quote(answer.block, item)}”` : 'Answered by the document as a whole.';
}

/** Partial: what is there, and in which way it is too thin. */
export function partialReason({ item, signals: { headings, hits, metadata }, parts, place }: Grounds): string {
  const [named] = metadata;
  if (named) return `${named.what} (line ${line(named.span.start, place)}), which does not answer the question.`;
  const strict = headings.filter((h) => h.strict);
  const thin = strict.find((h) => h.words < ENOUGH_WORDS);
  if (thin) return thinSection(thin.section, place);
  const [best] = hits;
  const [own] = strict;
  const subject = own ? titled(own.section, place) : undefined;
  if (!best) return `${subject ?? 'A heading'} is about it, but does not answer it.`;
  const words = `${thinParts(parts)}: “${quote(best.block, item)}”`;
  if (best.quality.open) return `${subject ?? placed(best, place)} leaves it open${words}`;
  if (best.quality.hedged && !best.quality.quantity) return `${subject ?? placed(best, place)} only considers it${words}`;
  return subject ? `${subject} is about it, but does not answer it${words}` : `Touched ${where(best, place)}, but not answered${words}`;
}

/** Missing: that nothing answers, and what a reader might take for an answer. */
export function missingReason({ item, signals: { hits, elsewhere }, place }: Grounds): string {
  const best = closest(hits);
  if (best) return `Nothing answers it; the closest passage, ${where(best, place)}, only mentions the subject: “${quote(best.block, item)}”`;
  const other = closest(elsewhere);
  if (other) return `Mentioned only ${where(other, place)}, which answers another question.`;
  return 'Nothing in the document speaks to it.';
}

/** An answer of one word that would need a reason. */
const BARE = /^\W*(?:n\s?\/\s?a|not applicable|none|nil|no|yes|nothing)\W*$/i;

/** A section about the item that is a heading and little else. */
function thinSection(section: Section, place: Place): string {
  const name = titled(section, place);
  const below = subtree(place.spec, section);
  const blocks = below.flatMap((s) => s.blocks).filter((b) => b.text.trim() !== '');
  const help = blocks.find((b) => b.hollow === 'help');
  if (blocks.length && blocks.every((b) => b.table && b.words < ENOUGH_WORDS && emptyRows(b.table))) return `${name} holds only an empty table.`;
  const said = blocks.filter((b) => b.hollow !== 'help').map((b) => b.text.trim()).join('; ');
  if (!said) return help ? `${name} holds only the template's advice to the author: “${shorten(help.text)}”` : `${name} has nothing beneath it${below.length > 1 ? ' but more headings' : ''}.`;
  if (!section.blocks.length) return `${name} has no text of its own, and beneath it stands only “${shorten(said)}”.`;
  if (BARE.test(said)) return `${name} says only “${shorten(said)}”, without a reason.`;
  return isPlaceholder(said) ? `${name} holds only the placeholder “${shorten(said)}”.` : `${name} holds only “${shorten(said)}”, which is too little to answer it.`;
}

const emptyRows = ({ rows }: Table): boolean => rows.every((cells) => cells.every(({ text }) => text.trim() === ''));

const line = (offset: number, { lines }: Place) => lineAt(lines, offset) + 1;
const titled = (section: Section, place: Place) => `“${shorten(section.heading?.text ?? 'The opening')}” (line ${line(section.span.start, place)})`;
const placed = (found: Pick<Hit, 'section' | 'block'>, place: Place) =>
  found.section.heading ? `“${shorten(found.section.heading.text)}” (line ${line(blockSpan(found).start, place)})` : `Line ${line(blockSpan(found).start, place)}`;
const where = (found: Pick<Hit, 'section' | 'block'>, place: Place) =>
  found.section.heading ? `in ${placed(found, place)}` : `at line ${line(blockSpan(found).start, place)}`;
