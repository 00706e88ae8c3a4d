import { datesIn, type DateMention } from '../../analyzer/facts/dates';
import { placeIn, sectionsFor, statements, type Statement } from '../../analyzer/facts/statements';
import { remembered } from '../../analyzer/remembered';
import { defineRule } from '../../analyzer/rule';
import { afterLineEnd, lineEnd, lineEndOf, lineStart } from '../../analyzer/insertion';
import type { Fix } from '../../analyzer/review';
import { shift, type Span } from '../../analyzer/span';
import type { Spec } from '../../analyzer/spec';
import { isQuoted } from '../phrases';

export default defineRule({
  id: 'consistency/timeline-order',
  reports: 'A date that does not exist, a period that ends before it starts, or one dated row that stands out of the order of the others.',
  why: 'Such a date is a typing error in a plan that others copy from. It is found when two teams meet on different days.',
  expected: 'correct the date, or move the row to where it belongs',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  *check({ spec }) {
    for (const { role, origin, blocks } of spec.sections) {
      if (role === 'template' || role === 'references') continue;
      for (const { at, message } of errors(blocks)) yield { at: shift(at, origin), message };
    }
    const ordered = [...sectionsFor(spec, ['plan', 'rollout']), ...spec.sections.filter(({ role }) => role === 'history')];
    for (const { origin, blocks } of ordered)
      for (const { at, message, rows } of misplaced(blocks)) yield { at: shift(at, origin), message, fixes: reorder(spec, rows.map((row) => shift(row, origin)), shift(at, origin)) };
  },
  examples: {
    good: [
      '# Dry dock\n\n## Timeline\n\n- 2026-03-02: survey\n- 2026-03-16 to 2026-04-10: hull\n- 2026-04-13: trials\n',
      '# Dry dock\n\n## Implementation history\n\n- 2026-04-13: final\n- 2026-03-16: second draft\n- 2026-03-02: first draft\n\nThe file `2026-02-30.md` is a fixture.\n',
      '# Dry dock\n\n## Timeline\n\n- 2026-03-02: survey\n- 2026-05-04: paint\n- 2026-04-13: trials\n- 2026-02-01: papers\n- 2026-03-20: flags\n',
    ],
    bad: [
      '# Dry dock\n\n## Timeline\n\n- 2026-03-02: survey\n- «2025-03-16»: hull\n- 2026-04-13: trials\n- 2026-04-20: handover\n- 2026-05-04: invoice\n',
      '# Dry dock\n\nThe dock closes on «2026-02-30». Painting lasts from «2026-05-04 to 2026-04-06».\n',
      '# Dry dock\n\n## Milestones\n\n| date | what |\n|---|---|\n| March 2, 2026 | survey |\n| March 16, 2026 | hull |\n| «March 9, 2026» | paint |\n| April 6, 2026 | trials |\n| April 20, 2026 | handover |\n',
    ],
  },
});

interface Dated {
  readonly statement: Statement;
  readonly dates: readonly DateMention[];
}

interface Wrong {
  readonly at: Span;
  readonly message: string;
}

/** The statements of a section that name dates. */
const datedIn = remembered((blocks): readonly Dated[] => statements(blocks.filter(({ text }) => /(?:19|20)\d\d/.test(text))).flatMap((statement) => {
  const dates = datesIn(statement.text).filter(({ start }) => !isQuoted(statement.text, start));
  return dates.length ? [{ statement, dates }] : [];
}));

/** Dates and periods that cannot be; spans relative to the section's origin. */
const errors = remembered((blocks): readonly Wrong[] => datedIn(blocks).flatMap((dated) => [...impossible(dated), ...reversed(dated)]));

const impossible = ({ statement, dates }: Dated): Wrong[] => dates.filter((date) => date.from === '')
  .map((date) => ({ at: placeIn(statement, date), message: `“${date.text}” is no day of the calendar; correct the date.` }));

/** Two dates with nothing but "to" between them. */
function reversed({ statement, dates }: Dated): Wrong[] {
  return dates.flatMap((date, i) => {
    const next = dates[i + 1];
    if (!next || !/^\s*(?:to|until|till|through|–|—|→|->|-)\s*$/.test(statement.text.slice(date.end, next.start))) return [];
    if (date.from === '' || next.to === '' || next.to >= date.from) return [];
    return [{ at: placeIn(statement, { start: date.start, end: next.end }), message: `The period ends on ${next.text}, before it starts on ${date.text}; correct one of the two.` }];
  });
}

interface Misplaced extends Wrong {
  /** The dates of all rows, in the order that the others keep. */
  readonly rows: readonly Span[];
}

/** Fewer rows have no order that one of them could break. */
const ROWS = 5;

/** The one row that breaks the order which all others keep; nothing where more than one does, for then there is no order. */
const misplaced = remembered((blocks): readonly Misplaced[] => {
  const rows = datedIn(blocks).filter(opensWithDate);
  if (rows.length < ROWS || new Set(rows.map(({ statement: { block } }) => block.table ?? block.kind)).size > 1) return [];
  const days = rows.map((row) => row.dates[0]!);
  for (const inOrder of [rising, falling]) {
    if (inOrder(days)) return [];
    const odd = days.findIndex((_, i) => inOrder(days.filter((_, n) => n !== i)));
    // Of two neighbours that changed places either one may be wrong; the later is the one that surprises.
    const place = odd >= 0 && inOrder(days.filter((_, n) => n !== odd + 1)) ? odd + 1 : odd;
    const places = rows.map(({ statement }, i) => placeIn(statement, days[i]!));
    if (place >= 0) return [{ rows: inPlace(places, days, place, inOrder), at: placeIn(rows[place]!.statement, days[place]!), message: `“${days[place]!.text}” stands out of the order that the other ${rows.length - 1} dates keep; correct the date, or move the row.` }];
  }
  return [];
});

/** All rows with the one at `place` where its date belongs. */
function inPlace(rows: readonly Span[], days: readonly DateMention[], place: number, inOrder: typeof rising): readonly Span[] {
  const others = rows.map((at, i) => ({ at, day: days[i]! })).filter((_, i) => i !== place);
  const to = others.findIndex((_, n) => inOrder(others.toSpliced(n, 0, { at: rows[place]!, day: days[place]! }).map(({ day }) => day)));
  return others.toSpliced(to < 0 ? others.length : to, 0, { at: rows[place]!, day: days[place]! }).map(({ at }) => at);
}

/** Only rows of one line each that follow each other, so that nothing but them moves; a numbered list would be numbered anew. */
function reorder({ text }: Spec, rows: readonly Span[], moved: Span): readonly Fix[] {
  const lines = rows.map(({ start }) => ({ start: lineStart(text, start), end: lineEnd(text, start) }));
  const before = lines.toSorted((a, b) => a.start - b.start);
  const isClosed = before.every(({ start, end }, i) => (i === 0 || start === afterLineEnd(text, before[i - 1]!.end)) && !/^\s*\d/.test(text.slice(start, end)));
  const last = before.at(-1)!, follows = text.slice(afterLineEnd(text, last.end), lineEnd(text, afterLineEnd(text, last.end)));
  // What goes on behind the last row belongs to it.
  if (!isClosed || (follows.trim() !== '' && !/^\s*\|/.test(follows))) return [];
  const edit = { at: { start: before[0]!.start, end: last.end }, text: lines.map(({ start, end }) => text.slice(start, end)).join(lineEndOf(text)) };
  return [{ title: `Move the row of ${text.slice(moved.start, moved.end)} to where its date belongs`, kind: 'reorder', edits: [edit] }];
}

/** A list item or table row whose date comes first. */
const opensWithDate = ({ statement: { block, offset, text }, dates: [date] }: Dated): boolean =>
  (block.table !== undefined || (block.kind === 'item' && offset === 0)) && date!.from !== '' && /^[\s|*_([]*$/.test(text.slice(0, date!.start));

const rising = (days: readonly DateMention[]): boolean => days.every((day, i) => i === 0 || days[i - 1]!.from <= day.to);
const falling = (days: readonly DateMention[]): boolean => days.every((day, i) => i === 0 || days[i - 1]!.to >= day.from);
