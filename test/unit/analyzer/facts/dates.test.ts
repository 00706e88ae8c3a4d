import assert from 'node:assert/strict';
import { datesIn } from '../../../../src/analyzer/facts/dates';

const days = (text: string) => datesIn(text).map(({ from, to }) => (from === to ? from : `${from}..${to}`));

describe('dates', () => {
  it('are the same days in each spelling', () => {
    for (const text of ['2026-03-05', '2026/03/05', 'March 5, 2026', 'Mar 5th 2026', '5 March 2026', '5th Mar. 2026']) assert.deepEqual(days(`on ${text}, then`), ['2026-03-05'], text);
    for (const text of ['Q3 2026', '2026-Q3', '2026Q3', 'q3/2026']) assert.deepEqual(days(text), ['2026-07-01..2026-09-30'], text);
    assert.deepEqual(days('H1 2026, Feb 2024'), ['2026-01-01..2026-06-30', '2024-02-01..2024-02-29']);
  });

  it('keep their place', () => {
    const text = 'From 2026-03-05 to April 2026.';
    assert.deepEqual(datesIn(text).map((d) => text.slice(d.start, d.end)), ['2026-03-05', 'April 2026']);
  });

  it('have no days where the calendar has none', () => {
    assert.deepEqual(days('2026-02-30, 2025-13-01, 31 April 2026, 29 February 2028, H3 2026'), ['', '', '', '2028-02-29', '']);
  });

  it('are not read from versions, ids, times and numbers that may be day or month', () => {
    for (const text of ['v2025.1.2', 'KEP-2025-01-02', '2025-01-02-design.md', '2025-01-021', '05/06/2025', 'maybe 2025', '12025-01-02']) assert.deepEqual(days(text), [], text);
  });
});
