import assert from 'node:assert/strict';
import { checklist, review } from '../../../src/index';
import type { State } from '../../../src/analyzer/item';

/** Every example of every item is what it says it is; the same examples are printed in the item's documentation. */
describe('examples of the checklist', () => {
  for (const item of checklist) describe(item.id, () => {
    const expect = (examples: readonly string[] | undefined, states: readonly State[]) => (examples ?? []).forEach((text, i) => {
      it(`${states[0]} ${i + 1}`, () => {
        const found = review(text).coverage.find((c) => c.item === item.id)!;
        assert.ok(states.includes(found.state), `${found.state} (${found.confidence}): ${found.reason}\n${text}`);
      });
    });
    expect(item.examples.covered, ['covered']);
    expect(item.examples.partial, ['partial']);
    // Whether a stray mention is partial or missing is a matter of taste; that it is a gap is not.
    expect(item.examples.missing, ['missing', 'partial']);
    expect(item.examples.notApplicable, ['not-applicable']);
  });
});
