import type { ItemId } from '../analyzer/item';
import { lineAt } from '../analyzer/lines';
import { remembered } from '../analyzer/remembered';
import type { Coverage } from '../analyzer/review';
import { shift, type Span } from '../analyzer/span';
import { subtree, type Block, type Section, type Spec } from '../analyzer/spec';
import type { Ground } from '../analyzer/verdict';

export type Matcher = (text: string) => boolean;

export interface CustomCriteria {
  readonly id: ItemId;
  /** As keys. */
  readonly headings: ReadonlySet<string>;
  readonly phrases: readonly Matcher[];
  /** In lower case. */
  readonly columns: readonly string[];
  readonly minWords: number | undefined;
}

/**
 * Nothing was learned about a team's own question, so no verdict on it is surer than another; it is sure enough to be
 * reported, and leaves room for an answer in other words than the config foresees.
 */
const CONFIDENCE = 0.85;
/** Where the config does not say: fewer words are hardly a sentence. */
const ENOUGH_WORDS = 8;
const RANGES = 3;
const QUOTE = 90;

interface Place {
  readonly section: Section;
  readonly block: Block;
}

/**
 * Covered: a table with all columns and a row, a paragraph with a phrase and enough words, or a section under one of
 * the headings with enough words. Partial: such a heading or such a phrase with fewer. Missing: neither.
 */
export function customVerdict(criteria: CustomCriteria): (ground: Ground) => Coverage {
  const { id, headings, minWords = ENOUGH_WORDS } = criteria;
  const read = remembered((blocks) => ({
    words: blocks.reduce((sum, block) => sum + block.words, 0),
    tables: blocks.filter((block) => block.words > 0 && hasColumns(block, criteria.columns)),
    phrases: blocks.filter((block) => block.words > 0 && criteria.phrases.some((matches) => matches(flat(block)))),
  }));
  return ({ facts: { spec }, lines }) => {
    const about = (section: Section): boolean => section.heading !== undefined && headings.has(section.heading.key);
    const counting = spec.sections.filter((section) => section.role === 'body' || about(section));
    const places = (kind: 'tables' | 'phrases'): Place[] => counting.flatMap((section) => read(section.blocks)[kind].map((block) => ({ section, block })));
    const headed = spec.sections.filter(about).map((section) => ({ section, words: subtree(spec, section).reduce((sum, s) => sum + read(s.blocks).words, 0) }));
    const tables = places('tables'), phrases = places('phrases');
    const said = phrases.filter(({ block }) => block.words >= minWords), filled = headed.filter(({ words }) => words >= minWords);
    const line = (offset: number): number => lineAt(lines, offset) + 1;
    const verdict = (state: Coverage['state'], reason: string, evidence: readonly Span[]): Coverage => ({ item: id, state, confidence: CONFIDENCE, reason, evidence: evidence.slice(0, RANGES) });

    const evidence = [...tables.map(spanOf), ...said.map(spanOf), ...filled.map(({ section }) => opening(spec, section))];
    if (tables[0]) return verdict('covered', `Answered by the table ${where(tables[0], line)}.`, evidence);
    if (said[0]) return verdict('covered', `Answered ${where(said[0], line)}: “${quote(said[0].block)}”`, evidence);
    if (filled[0]) return verdict('covered', `Answered under ${titled(filled[0].section, line)}.`, evidence);
    const [thin] = headed, [short] = phrases;
    const near = [...headed.map(({ section }) => opening(spec, section)), ...phrases.map(spanOf)];
    if (thin) return verdict('partial', `${titled(thin.section, line)} ${thin.words ? `holds fewer than the ${minWords} words that an answer needs` : 'has no answer beneath it'}.`, near);
    if (short) return verdict('partial', `Touched ${where(short, line)}, in fewer than the ${minWords} words that an answer needs: “${quote(short.block)}”`, near);
    return verdict('missing', 'Nothing in the document speaks to it.', []);
  };
}

const hasColumns = ({ table }: Block, columns: readonly string[]): boolean =>
  columns.length > 0 && table !== undefined && table.rows.length > 0 && columns.every((column) => table.header.some((cell) => cell.text.toLowerCase().includes(column)));

/** Where the author wrapped a line must not decide whether a phrase is found. */
const flat = ({ kind, text }: Block): string => (kind === 'code' || kind === 'table' ? text : text.replaceAll('\n', ' '));

const spanOf = ({ section, block }: Place): Span => shift(block, section.origin);

/** A section's heading with the first of what stands beneath it. */
function opening(spec: Spec, section: Section): Span {
  const first = subtree(spec, section).find(({ blocks }) => blocks.length);
  const end = first ? first.origin + first.blocks[0]!.end : section.origin + section.heading!.span.end;
  return { start: section.span.start, end };
}

const titled = ({ heading, span }: Section, line: (offset: number) => number): string => `“${heading!.text}” (line ${line(span.start)})`;

function where(place: Place, line: (offset: number) => number): string {
  const { start } = spanOf(place);
  return place.section.heading ? `in “${place.section.heading.text}” (line ${line(start)})` : `at line ${line(start)}`;
}

function quote(block: Block): string {
  const text = flat(block).trim();
  return text.length > QUOTE ? `${text.slice(0, QUOTE).replace(/\s+\S*$/, '')}…` : text;
}
