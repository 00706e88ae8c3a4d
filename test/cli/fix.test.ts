import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, folder, run, useProgram } from './cli';

/** A gap under a heading of its own with nothing beneath it. */
const BARE = DRAFT.replace('TBD\n', '');

describe('--fix', function () {
  this.timeout(60_000);
  useProgram();

  it('puts the questions under a bare heading, keeps everything else of the file, and reports what is left', () => {
    const root = folder({ 'a.md': `\uFEFF${BARE.replaceAll('\n', '\r\n')}`, 'whole.md': DRAFT });
    chmodSync(join(root, 'a.md'), 0o640);
    symlinkSync('a.md', join(root, 'link.md'));
    const { code, out, errors } = run(root, ['link.md', 'whole.md', '--fix', '--format', 'json', '--fail-on', 'warning']);
    assert.deepEqual(errors, ['link.md: Put the questions to answer under "Rollback"', 'applied 1 fix in 1 file']);
    assert.equal(code, 1);
    const text = readFileSync(join(root, 'a.md'), 'utf8');
    assert.match(text, /^\uFEFF# Refund links design\r\n[^]*\r\n## Rollback\r\n\r\n- [^\r\n]*\?\r\n/);
    assert.ok(!/[^\r]\n/.test(text));
    assert.equal(statSync(join(root, 'a.md')).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(root, 'link.md')).isSymbolicLink());
    assert.equal(readFileSync(join(root, 'whole.md'), 'utf8'), DRAFT);
    assert.deepEqual(readdirSync(root).sort(), ['.git', 'a.md', 'link.md', 'whole.md']);
    const [linked] = JSON.parse(out).files;
    assert.ok(linked.findings.some((f: { rule: string }) => f.rule === 'infrastructure/rollback'), 'a question is no answer');
    assert.deepEqual(run(root, ['link.md', '--fix', '--fail-on', 'never']).errors, ['nothing to fix']);
  });

  it('tells what it would do with --dry-run, and writes nothing', () => {
    const root = folder({ 'a.md': BARE });
    const { out, errors } = run(root, ['a.md', '--fix', '--dry-run', '--format', 'json']);
    assert.deepEqual(errors, ['a.md: would put the questions to answer under "Rollback"', 'would apply 1 fix in 1 file; nothing was written']);
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), BARE);
    assert.equal(out, run(root, ['a.md', '--format', 'json']).out, 'the report is of the file as it is');
  });

  it('leaves a file alone that it may not write, tells so and fixes the others', function () {
    if (process.getuid?.() === 0) this.skip();
    const root = folder({ 'a.md': BARE, 'b.md': BARE });
    chmodSync(join(root, 'a.md'), 0o444);
    const { code, errors } = run(root, ['a.md', 'b.md', '--fix']);
    assert.equal(code, 2);
    assert.equal(errors[0], 'a.md may not be read or written: permission denied');
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), BARE);
    assert.notEqual(readFileSync(join(root, 'b.md'), 'utf8'), BARE);
  });

  it('does not touch what a baseline hides', () => {
    const root = folder({ 'a.md': BARE });
    run(root, ['a.md', '--baseline', 'known.json', '--update-baseline']);
    assert.deepEqual(run(root, ['a.md', '--baseline', 'known.json', '--fix']).errors, ['nothing to fix']);
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), BARE);
  });

  it('refuses what it cannot do', () => {
    const root = folder({ 'a.md': BARE });
    assert.deepEqual(run(root, ['--stdin', '--fix'], { input: BARE }), { code: 2, out: '', errors: ['--fix writes the files that it reviews; leave out --stdin'] });
    assert.deepEqual(run(root, ['a.md', '--dry-run']), { code: 2, out: '', errors: ['--dry-run tells what --fix would do; add --fix'] });
  });
});
