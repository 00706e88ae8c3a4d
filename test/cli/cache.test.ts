import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, folder, run, useProgram } from './cli';

describe('the cache', function () {
  this.timeout(20_000);
  useProgram();

  /** A project with a spec, its own cache, and a way to review it there. */
  function project(files: Readonly<Record<string, string>> = {}) {
    const root = folder({ 'docs/refunds.md': DRAFT, ...files });
    const cache = folder({});
    const review = (...args: string[]) => run(root, ['docs', '--format', 'json', '--fail-on', 'never', ...args], { env: { SPEC_REVIEW_CACHE: cache } });
    const kept = () => readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => join(cache, name));
    return { root, cache, review, kept };
  }

  it('answers for what was reviewed before, with the same report', () => {
    const { review, kept } = project();
    const first = review();
    const [entry = ''] = kept();
    assert.equal(kept().length, 1);
    assert.equal(review().out, first.out);
    // Only what was read from there can show a change made there.
    writeFileSync(entry, readFileSync(entry, 'utf8').replace('"brief":[', '"brief":["told/by-the-cache",'));
    assert.match(review().out, /told\/by-the-cache/);
    assert.equal(review('--no-cache').out, first.out);
  });

  it('keeps a report for each text, config and place that shows in it', () => {
    const { root, review, kept } = project();
    review();
    writeFileSync(join(root, '.spec-review.yaml'), 'rules: { infrastructure/rollback: off }\n');
    assert.doesNotMatch(review().out, /"rule": ?"infrastructure\/rollback"/);
    writeFileSync(join(root, 'docs/refunds.md'), `${DRAFT}\nMore.\n`);
    review();
    assert.equal(kept().length, 3);
    renameSync(join(root, 'docs/refunds.md'), join(root, 'docs/payments.md'));
    assert.match(review().out, /"docs\/payments\.md"/);
  });

  it('reviews again where an entry is broken or nothing can be kept', () => {
    const { root, review, kept } = project();
    const first = review();
    for (const entry of kept()) writeFileSync(entry, '{"report":');
    assert.equal(review().out, first.out);
    writeFileSync(join(root, 'file'), '');
    const { out, errors } = run(root, ['docs', '--format', 'json', '--fail-on', 'never'], { env: { SPEC_REVIEW_CACHE: join(root, 'file') } });
    assert.deepEqual([out, errors], [first.out, []]);
  });
});
