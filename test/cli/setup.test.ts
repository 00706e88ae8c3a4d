import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './cli';

describe('setup', function () {
  this.timeout(10_000);

  /** A project whose dependencies are installed, and whose build counts how often it ran. */
  function project(): string {
    const root = folder({
      'package.json': '{}', 'package-lock.json': '{}', 'node_modules/.package-lock.json': '{}', 'src/a.ts': '',
      'esbuild.config.mjs': "import { appendFileSync, mkdirSync } from 'node:fs';\nmkdirSync('dist', { recursive: true });\nappendFileSync('builds', 'x');\nprocess.exit(process.env.FAIL ? 1 : 0);\n",
    });
    mkdirSync(join(root, 'scripts'));
    copyFileSync('scripts/setup.mjs', join(root, 'scripts/setup.mjs'));
    return root;
  }
  const setup = (cwd: string, env = {}) => spawnSync(process.execPath, ['scripts/setup.mjs'], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  const builds = (root: string) => readFileSync(join(root, 'builds'), 'utf8').length;

  it('builds once, and again when a source changed', () => {
    const root = project();
    assert.deepEqual([setup(root).status, setup(root).status, builds(root)], [0, 0, 1]);
    writeFileSync(join(root, 'src/b.ts'), '');
    assert.deepEqual([setup(root).status, builds(root)], [0, 2]);
  });

  it('keeps standard output clean, and ends with 2 where the build fails, to try again the next time', () => {
    const root = project();
    const { status, stdout, stderr } = setup(root, { FAIL: '1' });
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, /^Building …\nBuilding failed: /);
    assert.deepEqual([setup(root).status, builds(root)], [0, 2]);
  });
});
