import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTED, DRAFT, folder, run, useProgram } from './cli';

describe('--shard and merge', function () {
  this.timeout(60_000);
  useProgram();

  /** A folder with specs, a README, and a file that cannot be read. */
  const files = () => folder({
    ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`specs/${i}.md`, i % 2 ? DRAFT : ACCEPTED])),
    'specs/README.md': '# Specs\n\nInstall with make.\n', 'specs/broken.md': Buffer.from([0xff, 0xfe, 0x00]),
    'specs/.spec-review.yaml': 'items:\n  - id: acme/region\n    question: In which regions is the data kept?\n    severity: warning\n    evidence: { headings: ["Regions"] }\n',
  });

  it('make the report of one run, in every format that quotes nothing', () => {
    const root = files();
    const parts = [3, 1, 2].map((i) => {
      run(root, ['specs', '--format', 'json', '--shard', `${i}/3`, '--output', `part-${i}.json`]);
      return `part-${i}.json`;
    });
    for (const format of ['json', 'pretty', 'github', 'markdown']) {
      const whole = run(root, ['specs', '--format', format]);
      assert.ok(whole.out.includes('specs/6.md'), format);
      assert.deepEqual(run(root, ['merge', ...parts, '--format', format]), whole, format);
    }
  });

  it('keep the exit code of one run', () => {
    const root = folder({ 'a.md': DRAFT, 'b.md': ACCEPTED });
    const report = (...args: string[]) => run(root, ['.', '--format', 'json', ...args]).out;
    writeFileSync(join(root, '1.json'), report('--shard', '1/2'));
    writeFileSync(join(root, '2.json'), report('--shard', '2/2'));
    assert.equal(run(root, ['merge', '1.json', '2.json']).code, 1);
    assert.equal(run(root, ['merge', '1.json', '2.json', '--fail-on', 'never']).code, 0);
    // More shards than files: some are empty, and that is no failure.
    assert.deepEqual(run(root, ['.', '--shard', '1/5']), { code: 0, out: '', errors: [] });
  });

  it('refuse what does not belong together', () => {
    const root = files();
    for (const i of [1, 2]) run(root, ['specs', '--format', 'json', '--shard', `${i}/2`, '--output', `${i}.json`]);
    run(root, ['specs/0.md', '--format', 'json', '--output', 'one.json']);
    copyFileSync(join(root, 'one.json'), join(root, 'again.json'));
    for (const [name, text] of Object.entries({ 'x.json': '{}', 'v.json': '{"version":2,"files":[]}', 'f.json': '{"version":1,"files":[{}]}' })) writeFileSync(join(root, name), text);
    const told = (...reports: string[]) => {
      const { code, out, errors } = run(root, ['merge', ...reports]);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      return errors.join();
    };
    assert.equal(told('1.json'), 'shard 2/2 is missing; merge each shard once');
    assert.equal(told('1.json', '2.json', '2.json'), 'shard 2/2 is there 2 times; merge each shard once');
    assert.equal(told('1.json', 'one.json'), 'the reports are not the shards of one run; merge those of one --shard I/N only');
    assert.equal(told('one.json', 'again.json'), 'specs/0.md is in two of the reports; merge reports on different files only');
    assert.equal(told('x.json'), 'the report x.json is not a report that --format json made');
    assert.equal(told('v.json'), 'the report v.json is a report of version 2, and this program reads version 1');
    assert.equal(told('f.json'), 'the report f.json is not a report that --format json made: entry 1 of "files" is neither a review nor an error');
    assert.equal(told('gone.json'), 'the report gone.json does not exist');
  });
});
