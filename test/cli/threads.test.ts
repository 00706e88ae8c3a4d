import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job } from '../../src/cli/job';
import { threadPool } from '../../src/cli/pool';
import { within } from '../../src/cli/within';
import { DRAFT, ENVIRONMENT, folder, PROGRAM, run, useProgram } from './cli';

/** As many specs, each different. */
const specs = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`docs/${String(i).padStart(3, '0')}.md`, `${DRAFT}\n## Note ${i}\n\n${'More words. '.repeat((i % 40) * 7)}\n`]));

describe('many files', function () {
  this.timeout(60_000);
  useProgram();

  it('are reported in order, as each for itself', () => {
    const files = specs(60);
    const root = folder(files);
    const args = ['--format', 'json', '--fail-on', 'never', '--no-cache'];
    const all = JSON.parse(run(root, [...args, 'docs']).out) as { files: { path: string }[] };
    assert.deepEqual(all.files.map(({ path }) => path), Object.keys(files));
    for (const i of [0, 17, 59]) {
      const single = JSON.parse(run(root, [...args, all.files[i]!.path]).out) as { files: object[] };
      assert.deepEqual(all.files[i], single.files[0]);
    }
  });

  it('end with a complete report of what was done when they are interrupted', async () => {
    const root = folder(specs(400));
    const child = spawn(process.execPath, [PROGRAM, 'docs', '--format', 'json', '--no-cache'], { cwd: root, env: ENVIRONMENT });
    let out = '', said = '';
    child.stdout.on('data', (chunk) => {
      if (!out) child.kill('SIGINT');
      out += chunk;
    });
    child.stderr.on('data', (chunk) => { said += chunk; });
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
    const { length } = (JSON.parse(out) as { files: object[] }).files;
    assert.ok(length < 400);
    assert.match(said, new RegExp(`^spec-review: stopped: ${length} of 400 files reviewed`));
  });
});

describe('the memory of a run', function () {
  this.timeout(60_000);
  useProgram();

  /** In MB, of as many specs that are mostly code, because that is quickly read; in two threads, whatever the machine has. */
  function peak(count: number): number {
    const code = Array.from({ length: 5_000 }, (_, i) => `const name${i} = read(${i}); // and what the line is for`).join('\n');
    const root = folder({
      ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`docs/${i}.md`, `${DRAFT}\n## Code ${i}\n\n\`\`\`js\n${code}\n\`\`\`\n`])),
      'peak.cjs': "require('node:os').availableParallelism = () => 2; if (require('node:worker_threads').isMainThread) process.on('exit', () => require('node:fs').writeFileSync('peak.txt', String(process.resourceUsage().maxRSS / 1024)));",
    });
    assert.equal(run(root, ['docs', '--format', 'json', '--fail-on', 'never', '--no-cache'], { env: { NODE_OPTIONS: `--require "${join(root, 'peak.cjs')}"` } }).code, 0);
    return Number(readFileSync(join(root, 'peak.txt'), 'utf8'));
  }

  it('does not grow with the files: none of their texts is kept', () => {
    const few = peak(60), many = peak(140);
    // The texts of the others are 21 MB.
    assert.ok(many < few + 12, `${few} MB for 60 files, ${many} MB for 140`);
  });
});

describe('a pool of threads', function () {
  this.timeout(20_000);
  const program = join(folder({
    'thread.cjs': `require('node:worker_threads').parentPort.on('message', ({ text }) => {
      if (text === 'hang') for (;;);
      if (text === 'die') process.exit(3);
      require('node:worker_threads').parentPort.postMessage(text === 'fail' ? { error: 'no' } : { result: { found: [text] } });
    });`,
  }), 'thread.cjs');
  const job = (text: string): Job => ({ path: '', text, options: {}, own: [], onlySpec: false, known: undefined, since: undefined, fix: undefined });
  const outcome = (pool: ReturnType<typeof threadPool>) => async (text: string) =>
    pool.run(job(text)).then(({ found }) => found, (error: unknown) => String(error));

  it('does the other jobs when one hangs, dies or fails', async () => {
    const pool = threadPool(2, program, 300);
    const done = await Promise.all(['a', 'hang', 'b', 'die', 'fail', 'c', 'd'].map(outcome(pool)));
    await pool.end();
    assert.deepEqual(done, [
      ['a'], 'Error: takes longer than 0.3 s to review; split it', ['b'], 'Error: ended with exit code 3', 'Error: no', ['c'], ['d'],
    ]);
  });

  it('does small jobs here meanwhile, and in another thread those that waited behind one that hangs', async () => {
    const here: string[] = [];
    const pool = threadPool(1, program, 300, async ({ text }) => {
      here.push(text);
      if (text === 'b') throw new Error('not here');
      return { found: [text] };
    });
    const long = 'x'.repeat(300_000);
    const texts = ['a', 'hang', long, 'b', 'c'];
    const done = await Promise.all(texts.map(outcome(pool)));
    await pool.end();
    assert.deepEqual(done, [['a'], 'Error: takes longer than 0.3 s to review; split it', [long], 'Error: not here', ['c']]);
    assert.deepEqual(here, ['a', 'b', 'c']);
  });
});

describe('what is done within a time', () => {
  it('is given up when it takes longer, and can fail for itself', () => {
    assert.equal(within(50, () => { for (;;); }), undefined);
    assert.throws(() => within(50, () => { throw new RangeError('no'); }), RangeError);
    assert.deepEqual(within(1000, () => 'done'), { result: 'done' });
  });
});
