import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '../../src/analyzer/model';
import { createReviewer } from '../../src/analyzer/reviewer';
import { items } from '../../src/checklist';
import { parseLabels } from '../../scripts/learn/score';
import { decisionLabels } from '../../scripts/learn/decision-labels';
import { textOf } from './labelled';

const DECIDED = `# Swap the seat map

<!-- spec-review: not-applicable infrastructure/privacy -- seats are not persons -->
<!-- spec-review: accept delivery/plan --until 2027-01-31 --owner Kim -- planned next week -->

## What happens at night

<!-- spec-review: answered infrastructure/rollback -- the paragraph below -->

Kim puts the old drawing back on the wall of the hall,
and tickets that were sold keep their seats.

## End

<!-- spec-review: answered delivery/feedback -- nothing follows this -->
`;

describe('labels from decisions', () => {
  it('say what the author said, and on which lines', () => {
    const found = decisionLabels('d', DECIDED).map(({ item, gold, verdicts, lines, why }) => [item, gold, verdicts, lines, why]);
    assert.deepEqual(found, [
      ['infrastructure/privacy', 'na', ['na'], [], ['seats are not persons']],
      ['infrastructure/rollback', 'covered', ['covered'], ['10-11'], ['the paragraph below']],
      ['delivery/feedback', 'covered', ['covered'], [], ['nothing follows this']],
    ]);
  });

  it('train a model together with other labels', function () {
    this.timeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'spec-review-'));
    try {
      mkdirSync(join(folder, 'specs', 'hall'), { recursive: true });
      writeFileSync(join(folder, 'specs', 'hall', 'seats.md'), DECIDED);
      writeFileSync(join(folder, 'specs', 'plain.md'), '# Nothing was decided here\n');
      const run = (...args: string[]) => {
        const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
        assert.equal(status, 0, stderr);
        return stderr;
      };
      const labels = join(folder, 'labels.jsonl'), output = join(folder, 'model.json');
      assert.match(run('scripts/learn/from-decisions.mjs', join(folder, 'specs'), labels), /^3 labels from 1 of 2 specs$/m);
      assert.ok(parseLabels(readFileSync(labels, 'utf8')).every(({ doc }) => doc === 'hall/seats'));
      run('scripts/learn/train.mjs', 'test/quality/labels.jsonl', 'test/quality/specs', labels, join(folder, 'specs'), '--output', output);

      const model = JSON.parse(readFileSync(output, 'utf8')) as Model;
      assert.deepEqual(model.provenance['sets'], [{ labels: 'labels.jsonl', documents: 13 }, { labels: 'labels.jsonl', documents: 1 }]);
      const { coverage } = createReviewer({ items, rules: [], model }).review(textOf('s04'));
      const state = (item: string) => coverage.find((c) => c.item === item)?.state;
      assert.deepEqual([state('acceptance/goals'), state('api/contract')], ['partial', 'covered']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
