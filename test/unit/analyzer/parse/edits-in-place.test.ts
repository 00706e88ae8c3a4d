import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';
import '../../../../src/analyzer/parse/edits-in-place';
import { createMarkdownParser } from '../../../../src/analyzer/parse/markdown';

/** An event is only moved: a name does for one. */
const events = (...names: string[]): Event[] => names as unknown as Event[];

describe('edits of events', () => {
  it('remove and insert where they say, whatever their order', () => {
    const edit = fc.record({ at: fc.nat(20), removed: fc.nat(2), added: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }) });
    fc.assert(fc.property(fc.uniqueArray(edit, { selector: ({ at }) => at >> 1 }), (edits) => {
      const all = Array.from({ length: 21 }, (_, i) => `${i}`);
      const map = new EditMap();
      const apart = edits.map(({ at, ...rest }) => ({ at: at & ~1, ...rest }));
      for (const { at, removed, added } of apart) map.add(at, removed, events(...added));
      const found = events(...all);
      map.consume(found);
      const naive = [...all];
      for (const { at, removed, added } of apart.toSorted((a, b) => b.at - a.at)) naive.splice(at, removed, ...added);
      assert.deepEqual(found, naive);
      assert.equal(map.map.length + map.index.size, 0);
    }));
  });

  it('take no longer the more there is in front of them', () => {
    const time = (count: number) => {
      const started = process.cpuUsage();
      createMarkdownParser().parse('a\n=\n'.repeat(count));
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    time(300);
    // With the square it is a hundred times.
    assert.ok(time(3_000) < 40 * time(300));
  });
});
