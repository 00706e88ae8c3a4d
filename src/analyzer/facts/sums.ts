import { shift, type Span } from '../span';
import type { Block, Section, Spec } from '../spec';
import { cellSpan, itemsOf } from './entries';
import { placeIn, statements } from './statements';

/** A figure of a sum: what it is of, and its value in the unit that all of the sum share. */
export interface Summand {
  readonly name: string;
  /** As the author wrote it. */
  readonly text: string;
  readonly value: number;
  /** Absolute. */
  readonly at: Span;
}

/** Parts, and the total that the author states for them. */
export interface Sum {
  readonly parts: readonly Summand[];
  readonly total: Summand;
}

/** A value, and the unit in which it can be added to others of the same unit; undefined for a text that is no single figure. */
export type ReadFigure = (text: string) => { readonly value: number; readonly unit: string } | undefined;

export const totalOf = (parts: readonly Summand[]): number => parts.reduce((sum, { value }) => sum + value, 0);

const TOTAL = /^\W*(?:(?:grand |sub)?total|sum|overall|end[- ]to[- ]end|e2e)\b/i;
const TOTAL_SAID = /\b(?:total|overall|altogether|end[- ]to[- ]end|in sum)\b/i;
/** Fewer parts are a comparison, not a sum. */
const PARTS = 2;
/** Parts that run beside each other, or air between them, add up to something else. */
const NOT_ADDED = /\b(?:parallel\w*|concurrent\w*|simultaneous\w*|overlap\w*|at the same time|buffer|slack|contingency|alternatively|either)\b/i;

/**
 * The sums of a section: a table one of whose rows is the total, or a table or list with a sentence that states the
 * total. Nothing where a figure is a range, is missing or has another unit, or where the text says that parts run
 * beside each other.
 * @param isColumn whether the figures of a column with this header are to be added
 */
export function sumsIn(spec: Spec, section: Section, isColumn: (header: string) => boolean, read: ReadFigure): readonly Sum[] {
  if (section.blocks.some(({ text }) => NOT_ADDED.test(text))) return [];
  const said = saidTotal(section, read);
  return section.blocks.flatMap((block) => tableSums(spec, section, block, isColumn, read, said))
    .concat(said ? listSum(section, read, said) : []);
}

function tableSums(spec: Spec, section: Section, block: Block, isColumn: (header: string) => boolean, read: ReadFigure, said: Summand & Unit | undefined): Sum[] {
  const { table } = block;
  if (!table) return [];
  return table.header.flatMap((header, column): Sum[] => {
    if (column === 0 || !isColumn(header.text)) return [];
    const figures = table.rows.map((cells): (Summand & Unit) | undefined => {
      const cell = cells[column], figure = cell && read(cell.text);
      return figure && { ...figure, name: cells[0]!.text, text: cell.text.replace(/\*+/g, ''), at: cellSpan(spec, section, cell) };
    });
    if (figures.includes(undefined)) return [];
    const all = figures as (Summand & Unit)[];
    const totals = all.filter(({ name }) => TOTAL.test(name));
    const total = totals.length === 1 && totals[0] === all.at(-1) ? totals[0] : totals.length === 0 ? said : undefined;
    return sumOf(all.filter((figure) => figure !== total), total);
  });
}

function listSum(section: Section, read: ReadFigure, said: Summand & Unit): Sum[] {
  const entries = itemsOf(section);
  const figures = entries.map(({ name, at }): (Summand & Unit) | undefined => {
    const figure = read(/[(:–—-]\s*([^()]*?)\)?\s*$/.exec(name)?.[1] ?? '');
    return figure && { ...figure, name, text: name, at };
  });
  return figures.includes(undefined) ? [] : sumOf(figures as (Summand & Unit)[], said);
}

interface Unit { readonly unit: string }

function sumOf(parts: readonly (Summand & Unit)[], total: (Summand & Unit) | undefined): Sum[] {
  return total && parts.length >= PARTS && parts.every(({ unit }) => unit === total.unit) ? [{ parts, total }] : [];
}

/** The one sentence of prose that states a total. */
function saidTotal(section: Section, read: ReadFigure): (Summand & Unit) | undefined {
  const found = statements(section.blocks).flatMap((statement) => {
    if (statement.block.kind !== 'paragraph' || !TOTAL_SAID.test(statement.text)) return [];
    const figures = [...statement.text.matchAll(/(?<![\w.,-])\d[\d.,]*\s?[a-zµ-]+(?: ?(?:days?|weeks?|months?))?/gi)].flatMap((match) => {
      const figure = read(match[0].trim());
      return figure ? [{ ...figure, name: 'total', text: match[0], at: shift(placeIn(statement, { start: match.index, end: match.index + match[0].length }), section.origin) }] : [];
    });
    return figures.length === 1 ? figures : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
