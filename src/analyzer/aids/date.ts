import { datesIn, type DateMention } from '../facts/dates';
import { placeIn, sectionsFor, statements } from '../facts/statements';
import { shift, type Span } from '../span';
import type { Spec } from '../spec';
import { isAt, type Aid } from './aid';
import { sectionAt } from './figure-at';

const DAY = 86_400_000;
const WEEK = 7;
/** In days: what is further is told in weeks. */
const SOON = 21;

/** How far a date is from today, and into which row of the plan it falls. */
export const dateAid: Aid = ({ spec, offset, today, escape, link }) => {
  const section = sectionAt(spec, offset);
  for (const statement of section ? statements(section.blocks) : []) {
    for (const date of datesIn(statement.text)) {
      const at = shift(placeIn(statement, date), section!.origin);
      if (!isAt(at, offset) || date.from === '') continue;
      const row = rowOf(spec, date);
      return { at, markdown: [`**${date.text}** ${distance(date, today)}.`, ...(row ? [`In the plan it falls into “${escape(row.name)}” (${link(row.at)}).`] : [])].join('\n\n') };
    }
  }
  return undefined;
};

function distance({ from, to }: DateMention, today: string): string {
  const days = (day: string): number => Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  const first = days(from), last = days(to);
  if (first > 0) return first === last ? `is ${span(first)} from today` : `begins ${span(first)} from today`;
  if (last < 0) return first === last ? `was ${span(-last)} ago` : `ended ${span(-last)} ago`;
  return first === last ? 'is today' : `is now; it ends in ${span(last)}`;
}

function span(days: number): string {
  if (days === 1) return '1 day';
  return days <= SOON ? `${days} days` : `${Math.round(days / WEEK)} weeks (${days.toLocaleString('en')} days)`;
}

interface PlanRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Absolute. */
  readonly at: Span;
}

/** The one row or item of the plan whose two dates hold this one. */
function rowOf(spec: Spec, { from }: DateMention): PlanRow | undefined {
  const rows = sectionsFor(spec, ['plan', 'rollout']).flatMap(({ origin, blocks }) => statements(blocks).flatMap((statement): PlanRow[] => {
    const [first, second] = datesIn(statement.text).filter((date) => date.from !== '');
    const name = statement.text.split(' | ').map((cell) => cell.trim()).find((cell) => /\p{L}{3}/u.test(cell) && datesIn(cell).length === 0) ?? statement.text.replace(/[\d\s:–—-]+(?:to)?[\d\s:–—-]*/, '').trim();
    return first && second && name ? [{ name, from: first.from, to: second.to, at: shift(placeIn(statement, { start: 0, end: statement.text.length }), origin) }] : [];
  }));
  const inside = rows.filter((row) => row.from <= from && from <= row.to);
  return inside.length === 1 ? inside[0] : undefined;
}
