import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { checkBaselines } from '../../scripts/baseline/edits';

describe('a baseline', function () {
  this.timeout(120_000);

  it('survives 200 random edits elsewhere: nothing known comes back, nothing new is hidden', () => {
    const specs = new Map([...globSync('test/quality/specs/*.md'), ...globSync('media/samples/*.md')].sort().map((path) => [path, readFileSync(path, 'utf8')]));
    const { edits, planted, known, broken } = checkBaselines(specs, 200);
    assert.deepEqual(broken, []);
    assert.ok(edits === 200 && known > 500 && planted > 10, `${known} known, ${planted} planted`);
  });
});
