import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, folder, run, useProgram } from './cli';

/** Paths in a JSON report. */
const paths = (out: string): string[] => JSON.parse(out).files.map((file: { path: string }) => file.path);

describe('which files are reviewed', function () {
  this.timeout(30_000);
  useProgram();

  const files = {
    'README.md': '# Shop\n\nInstall with make.\n',
    'docs/b.md': DRAFT, 'docs/a.MD': DRAFT, 'docs/deep/c.markdown': DRAFT, 'docs/d.txt': DRAFT,
    'docs/node_modules/x/e.md': DRAFT, 'docs/.hidden/f.md': DRAFT,
  };

  it('takes the specs of a folder, by path, and neither hidden folders nor links to folders', () => {
    const root = folder(files);
    symlinkSync('..', join(root, 'docs/deep/up'));
    const { code, out } = run(root, ['--format', 'json']);
    assert.equal(code, 0);
    assert.deepEqual(paths(out), ['docs/a.MD', 'docs/b.md', 'docs/deep/c.markdown']);
  });

  it('takes what is named whatever it holds, in the order of the arguments, each file once', () => {
    const { out } = run(folder(files), ['--format', 'json', 'docs/d.txt', 'docs/*.md', './docs/../docs/b.md', 'README.md', 'docs/deep']);
    assert.deepEqual(paths(out), ['docs/d.txt', 'docs/b.md', 'README.md', 'docs/deep/c.markdown']);
  });

  it('lets the config say which are specs, each config for the files below it', () => {
    const root = folder({
      ...files,
      '.spec-review.yaml': 'specs: ["**/*.md", "!docs/b.md"]\n',
      'docs/deep/.spec-review.json': '{ "specs": [] }',
    });
    mkdirSync(join(root, 'docs/empty'));
    const { out } = run(root, ['--format', 'json', '.']);
    assert.deepEqual(paths(out), ['README.md']);
  });

  it('says so where there is no spec', () => {
    const { code, out, errors } = run(folder({ 'README.md': files['README.md'] }), []);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.deepEqual(errors, ['no spec among 1 Markdown file; name a file to review it anyway, or list the specs under "specs" in .spec-review.yaml']);
  });

  it('reviews standard input under the name and the config that it is given', () => {
    const root = folder({ 'rfcs/.spec-review.yaml': 'profile: rfc\n' });
    const { code, out } = run(root, ['--stdin', '--stdin-filename', 'rfcs/new.md', '--format', 'json'], { input: DRAFT });
    const [file] = JSON.parse(out).files;
    assert.deepEqual([code, file.path, file.profile], [0, 'rfcs/new.md', 'rfc']);
    assert.deepEqual(run(root, ['--stdin'], { input: '' }), { code: 2, out: '', errors: ['standard-input.md is empty'] });
    assert.deepEqual(run(root, ['--stdin'], { input: Buffer.alloc(3 << 20, 'a') }).errors, ['standard-input.md is too large to review: the limit is 2 MB']);
  });
});
