import type { Span } from '../span';
import type { Cell, Section, Spec } from '../spec';
import { datesIn, type DateMention } from './dates';
import { childrenOf, entriesOf, type Entry, type Row } from './entries';
import { sectionsFor } from './statements';

/** One step of a plan or rollout. */
export interface PlanStep {
  readonly name: string;
  /** Absolute. */
  readonly at: Span;
  /** First and last day, YYYY-MM-DD; undefined where no day is named. */
  readonly days: { readonly from: string; readonly to: string } | undefined;
  /** The date or dates as the author wrote them; '' where there are none. */
  readonly when: string;
  /** '' where nothing says. */
  readonly owner: string;
}

/** The steps under one heading; at least one of them has a date. */
export interface Plan {
  readonly heading: string;
  readonly steps: readonly PlanStep[];
}

/** What the document plans with dates, in document order. */
export const plans = (spec: Spec): readonly Plan[] => planSections(spec)
  .map((section) => ({ heading: section.heading?.text ?? '', steps: stepsOf(spec, section) }))
  .filter(({ steps }) => steps.some(({ days }) => days));

/** Those with text of their own, and those that only hold such: their steps are sections. */
function planSections(spec: Spec): readonly Section[] {
  const told = new Set(sectionsFor(spec, ['plan', 'rollout']));
  const holds = (section: Section): boolean => {
    const children = section.role === 'body' && !section.blocks.length ? childrenOf(spec, section) : [];
    return children.length > 1 && children.every((child) => told.has(child));
  };
  return spec.sections.filter((section) => told.has(section) || holds(section));
}

const TOTAL = /^\W*(?:(?:grand |sub)?total|sum|overall)\b/i;

const stepsOf = (spec: Spec, section: Section): readonly PlanStep[] => entriesOf(spec, section)
  .filter(({ name }) => !TOTAL.test(name)).map((entry) => (entry.row ? rowStep(entry, entry.row) : textStep(entry)));

/** A cell that says when, and little else: a criterion may name a day, too. */
const isDate = ({ text }: Cell): boolean => {
  const [first] = datesIn(text);
  return first !== undefined && first.from !== '' && /^[^\p{L}\d]*(?:(?:by|from|until|end of|early|mid|late|week of|around|approx\.?)[\s-]+)*$/iu.test(text.slice(0, first.start));
};

function rowStep({ at }: Entry, { cells, cell }: Row): PlanStep {
  const dated = cells.filter(isDate);
  const named = ['phase', 'name', 'description'] as const;
  const name = named.map((role) => cell(role)).find((c) => c?.text && !dated.includes(c)) ?? cells.find((c) => c.text && !dated.includes(c)) ?? cells[0]!;
  const mentions = dated.flatMap(({ text }) => period(text));
  return { name: name.text, at, days: spanOf(mentions), when: dated.map(({ text }) => text).join(' – '), owner: cell('owner')?.text ?? '' };
}

/** The date that the first line of an item or the heading of a section names. */
function textStep({ name, text, form, at }: Entry): PlanStep {
  const line = form === 'section' && !datesIn(name).length ? text.split('\n', 1)[0]! : name;
  const mentions = period(line);
  const [first] = mentions, last = mentions.at(-1);
  const when = first && last ? line.slice(first.start, last.end) : '';
  const words = name.replace(new RegExp(String.raw`(?:\b(?:on|by|in|from|until|at) )?${when.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'i'), '').replace(/\s+(?=[,;])/g, '').replace(/^[\s:–—(),.-]+|[\s:–—(),.-]+$/g, '').replace(/\(\s*\)/g, '').trim();
  return { name: words || name, at, days: spanOf(mentions), when, owner: '' };
}

const OPEN_MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b(?=\.?\s?(?:to|until|-|–|—)\s?$)/i;

/** The first date of a text, and the one that ends the period which it starts; "Aug" of "Aug to Nov 2024" has the other's year. */
function period(text: string): readonly DateMention[] {
  const [first, second] = datesIn(text).filter(({ from }) => from !== '');
  if (!first) return [];
  const month = OPEN_MONTH.exec(text.slice(0, first.start));
  const [start] = month ? datesIn(`${month[0]} ${first.from.slice(0, 4)}`) : [];
  if (month && start && start.from <= first.from) return [{ ...start, start: month.index, end: month.index + month[0].length }, first];
  return second && /^\W*(?:(?:to|until|till|through)\W*)?$/.test(text.slice(first.end, second.start)) && second.to >= first.from ? [first, second] : [first];
}

function spanOf(mentions: readonly DateMention[]): PlanStep['days'] {
  if (!mentions.length) return undefined;
  return { from: mentions.map((m) => m.from).sort()[0]!, to: mentions.map((m) => m.to).sort().at(-1)! };
}
