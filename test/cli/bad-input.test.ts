import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, ENVIRONMENT, folder, PROGRAM, run, useProgram } from './cli';

describe('bad input', function () {
  this.timeout(30_000);
  useProgram();

  it('gets one clear line each, and the other files are reviewed', () => {
    const root = folder({
      'good.md': DRAFT,
      'crlf.md': DRAFT.replaceAll('\n', '\r\n'),
      'bom.md': `\uFEFF${DRAFT}`,
      'latin1.md': Buffer.from('# Entwurf für Rückgaben', 'latin1'),
      'utf16.md': Buffer.from('\uFEFF# Design', 'utf16le'),
      'empty.md': '',
      'blank.md': ' \n\n',
      'large.md': '# Design\n'.padEnd(5 * 1024 * 1024, 'words '),
      'binary.md': Buffer.from([0x23, 0x20, 0x00, 0x01, 0x02]),
      'only-code/main.c': 'int main;',
    });
    symlinkSync('nowhere.md', join(root, 'broken.md'));
    symlinkSync('loop.md', join(root, 'loop.md'));
    const errors = {
      'missing.md': 'does not exist',
      'no/such/folder.md': 'does not exist',
      'good.md/below.md': 'does not exist: a part of its path is a file',
      'broken.md': 'is a broken link to "nowhere.md"',
      'loop.md': 'is a broken link to "loop.md"',
      'latin1.md': 'is not UTF-8; save it as UTF-8',
      'utf16.md': 'is UTF-16, not UTF-8; save it as UTF-8',
      'empty.md': 'is empty',
      'blank.md': 'is empty',
      'large.md': 'is too large to review: 5.0 MB, the limit is 2 MB',
      'binary.md': 'is binary, not text',
      'only-code': 'is a folder without Markdown files',
      'none/*.md': 'matches no Markdown file',
    };
    const { code, out, errors: lines } = run(root, ['--format', 'json', ...Object.keys(errors), 'good.md', 'crlf.md', 'bom.md']);
    assert.equal(code, 2);
    assert.deepEqual(lines, Object.entries(errors).map(([path, error]) => `${path} ${error}`));
    const { files } = JSON.parse(out);
    assert.deepEqual(files.slice(0, -3), Object.entries(errors).map(([path, error]) => ({ path, error })));
    const [good, crlf, bom] = files.slice(-3);
    assert.ok(good.findings.length > 0);
    assert.deepEqual({ ...crlf, path: 'good.md' }, good, 'line ends change nothing');
    assert.deepEqual({ ...bom, path: 'good.md' }, good, 'a byte order mark changes nothing');
  });

  it('is told for a file without permission', function () {
    if (process.getuid?.() === 0) this.skip();
    const root = folder({ 'secret.md': DRAFT });
    chmodSync(join(root, 'secret.md'), 0);
    assert.deepEqual(run(root, ['secret.md']), { code: 2, out: '', errors: ['secret.md may not be read or written: permission denied'] });
  });

  it('is told for a folder without permission, whose specs would pass unseen', function () {
    const isRoot = process.getuid?.() === 0;
    // Root may read everything: it has to become somebody else first, who can reach the program.
    if (process.platform === 'win32' || (isRoot && spawnSync('setpriv', ['--version']).status !== 0)) return this.skip();
    const root = folder({ 'docs/a.md': DRAFT, 'docs/secret/b.md': DRAFT, 'program.js': readFileSync(PROGRAM), node: '' });
    copyFileSync(process.execPath, join(root, 'node'));
    chmodSync(root, 0o755);
    chmodSync(join(root, 'node'), 0o755);
    chmodSync(join(root, 'docs/secret'), 0);
    const as = isRoot ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] : [];
    const told = (path: string) => {
      const [command, ...args] = [...as, join(root, 'node'), join(root, 'program.js'), path, '--format', 'json', '--no-cache', '--fail-on', 'never'];
      const { status, stdout } = spawnSync(command!, args, { cwd: root, encoding: 'utf8', env: ENVIRONMENT });
      return [status, JSON.parse(stdout).files.map((file: { path: string; error?: string }) => [file.path, file.error])];
    };
    const secret = ['docs/secret', 'may not be read: permission denied'];
    assert.deepEqual(told('docs'), [2, [secret, ['docs/a.md', undefined]]]);
    assert.deepEqual(told('docs/secret'), [2, [secret]]);
    assert.deepEqual(told('**/*.md'), [2, [secret, ['docs/a.md', undefined]]]);
    chmodSync(join(root, 'docs/secret'), 0o755);
  });

  it('ends before anything is read where the arguments are wrong', () => {
    const root = folder({ 'a.md': DRAFT });
    assert.deepEqual(run(root, ['a.md', '--formt', 'json']), { code: 2, out: '', errors: ['unknown flag "--formt"; did you mean "--format"?'] });
    assert.deepEqual(run(root, ['explian']), { code: 2, out: '', errors: ['explian is neither a file or folder nor a sub-command; did you mean "explain"?'] });
  });

  it('does not let a file name steer the terminal', () => {
    const root = folder({});
    const { errors } = run(root, ['a\u001b[2J\nb.md']);
    assert.deepEqual(errors, ['a b.md does not exist']);
  });

  it('never writes over a file that it reads, nor into a folder that is not there', () => {
    const root = folder({ 'a.md': DRAFT, '.spec-review.yaml': 'profile: rfc\n' });
    symlinkSync('a.md', join(root, 'link.json'));
    mkdirSync(join(root, 'taken'));
    assert.deepEqual(run(root, ['a.md', '--output', 'link.json']).errors, ['the output link.json is one of the files that are read; name another one']);
    assert.deepEqual(run(root, ['a.md', '--output', '.spec-review.yaml']).errors, ['the output .spec-review.yaml is one of the files that are read; name another one']);
    assert.deepEqual(run(root, ['a.md', '--output', 'taken']).errors, ['the output taken is a folder, not a file']);
    assert.deepEqual(run(root, ['a.md', '--output', 'gone/x.json']), { code: 2, out: '', errors: ['the output gone/x.json cannot be written: its folder does not exist'] });
  });
});
