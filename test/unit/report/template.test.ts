import assert from 'node:assert/strict';
import { checklist, isSpec, review } from '../../../src/index';
import { template } from '../../../src/report/template';

describe('template', () => {
  for (const profile of ['design', 'rfc', 'prd', 'adr', 'kep'] as const) {
    it(`of kind ${profile} is told for one, asks all that the kind owes, and answers nothing`, function () {
      // The first review compiles every pattern.
      this.timeout(10_000);
      const text = template(profile, checklist);
      assert.ok(isSpec('untitled', text));
      const found = review(text);
      assert.equal(found.profile, profile);
      assert.equal(found.stage, 'draft');
      const owed = checklist.filter((item) => item.severity[profile] !== 'off');
      assert.deepEqual(text.match(/^## .*$/gm)!.sort(), owed.map((item) => `## ${item.skeleton.heading}`).sort());
      for (const { id } of owed.filter((item) => item.id !== 'delivery/decision')) assert.notEqual(found.coverage.find((c) => c.item === id)!.state, 'covered', id);
    });
  }
});
