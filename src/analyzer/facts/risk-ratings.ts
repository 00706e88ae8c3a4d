import { isPlaceholder } from '../placeholder';
import type { Span } from '../span';
import type { Spec } from '../spec';
import type { Entry } from './entries';
import { riskLists } from './risks';

export type Rating = 'low' | 'medium' | 'high';
export const RATINGS: readonly Rating[] = ['low', 'medium', 'high'];

/** A listed risk with what is said about it, as the author wrote it; '' where a cell for it is empty, undefined where nothing asks for it. */
export interface RatedRisk {
  readonly name: string;
  /** Absolute. */
  readonly at: Span;
  readonly likelihood: string | undefined;
  readonly impact: string | undefined;
  readonly mitigation: string | undefined;
  readonly owner: string | undefined;
  /** What {@link likelihood} and {@link impact} come to; undefined where they are no rating. */
  readonly rated: { readonly likelihood: Rating | undefined; readonly impact: Rating | undefined };
}

/** Every risk that the document lists, in document order. */
export function ratedRisks(spec: Spec): readonly RatedRisk[] {
  return riskLists(spec).flatMap(({ risks }) => risks).map((entry) => {
    const said = entry.row ? saidInRow(entry.row) : saidInText(entry.text);
    return { name: nameOf(entry), at: entry.at, ...said, rated: { likelihood: ratingOf(said.likelihood, LIKELIHOODS), impact: ratingOf(said.impact, IMPACTS) } };
  });
}

type Said = Pick<RatedRisk, 'likelihood' | 'impact' | 'mitigation' | 'owner'>;

function saidInRow({ cell }: NonNullable<Entry['row']>): Said {
  const text = (role: Parameters<typeof cell>[0]): string | undefined => {
    const found = cell(role)?.text.trim();
    return found === undefined || !isPlaceholder(found) ? found : '';
  };
  return { likelihood: text('likelihood'), impact: text('impact'), mitigation: text('mitigation'), owner: text('owner') };
}

const labelled = (words: string, value: string): RegExp => new RegExp(String.raw`\b(?:${words})\b[\s*_]*[:=–—][\s*_]*(${value})`, 'iu');
const WORDS = String.raw`[\p{L}\d][^|;,.()\n]{0,40}`;
const LABELS = {
  likelihood: labelled('likelihood|probability', WORDS), impact: labelled('impact|severity', WORDS),
  mitigation: labelled('mitigations?', String.raw`[^\n]{3,}`), owner: labelled('owner', WORDS),
} as const;

const saidInText = (text: string): Said => ({
  likelihood: LABELS.likelihood.exec(text)?.[1]?.trim(), impact: LABELS.impact.exec(text)?.[1]?.trim(),
  mitigation: LABELS.mitigation.exec(text)?.[1]?.trim(), owner: LABELS.owner.exec(text)?.[1]?.trim(),
});

/** A number of the register in front of what the risk is; of an item without what is labelled in it. */
function nameOf({ row, name }: Entry): string {
  if (!row) return name.replace(/[\s(–—:;,.-]*\b(?:likelihood|probability|impact|severity|mitigations?|owner)\b[\s*_]*[:=].*$/i, '') || name;
  const words = [...new Set([row.cell('id')?.text, row.cell('risk')?.text, row.cell('name')?.text, row.cell('description')?.text].filter(Boolean))] as string[];
  const isNumber = (text: string): boolean => /^[\p{L}-]{0,4}[\s-]?\d+$/u.test(text);
  const told = words.find((text) => !isNumber(text)) ?? name;
  const number = words.find((text) => text !== told && isNumber(text));
  return number ? `${number} ${told}` : told;
}

type Words = Readonly<Record<Rating, string>>;
const COMMON: Words = { low: 'low|small|l', medium: 'medium|med|moderate|m', high: 'high|h' };
const LIKELIHOODS: Words = { low: `${COMMON.low}|rare|unlikely|remote|improbable`, medium: `${COMMON.medium}|possible|occasional`, high: `${COMMON.high}|likely|probable|frequent|certain|almost certain` };
const IMPACTS: Words = { low: `${COMMON.low}|minor|minimal|negligible|insignificant`, medium: `${COMMON.medium}|significant`, high: `${COMMON.high}|major|severe|critical|catastrophic|large` };

/** The rating that a text opens with and that is no part of a phrase: "Minor delays" rates nothing. Of "low to medium" the higher one. */
function ratingOf(text: string | undefined, words: Words): Rating | undefined {
  if (!text) return undefined;
  const one = `(?:very |extremely |quite |rather )?(${RATINGS.map((r) => words[r]).join('|')})`;
  const match = new RegExp(String.raw`^[^\p{L}\d]*${one}(?:\s?(?:-|–|\/|to|or|and)\s?${one})?(?:\s(?:risk|likelihood|probability|impact|severity))?\s*(?:$|[^\p{L}\d\s'’-]|[–—]|-\s)`, 'iu').exec(text);
  const level = (word: string | undefined): number => (word ? RATINGS.findIndex((r) => words[r].split('|').includes(word.toLowerCase())) : -1);
  return match ? RATINGS[Math.max(level(match[1]), level(match[2]))] : undefined;
}
