// The command line on the same files: one of 600 lines, and all of them without and with what earlier runs kept.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { grown, inTurns, median } from '../measure.mjs';
import { root } from '../setup.mjs';
import { peerPath, peerVersion } from './peers.mjs';
import { head, print, ratio, row } from './table.mjs';

const OURS = join(root, 'dist', 'cli', 'spec-review.js');
const CLI2 = peerPath('markdownlint-cli2/markdownlint-cli2-bin.mjs');

/** Runs a program of Node's; returns its processor time in s and its peak of resident memory in MB. Findings are no failure. */
function run(program, args, scratch, env = {}) {
  const BENCH_TAKEN = join(scratch, 'taken.json');
  const { status, error, stderr } = spawnSync(process.execPath, ['--require', join(root, 'scripts', 'bench', 'taken.cjs'), program, ...args], {
    cwd: scratch, env: { ...process.env, ...env, BENCH_TAKEN }, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', maxBuffer: 2 ** 28,
  });
  if (error || status === null || status > 1) throw new Error(`${program} ended with ${status}: ${error?.message ?? stderr.slice(-500)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(BENCH_TAKEN, 'utf8'));
  return { processor: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
}

/** Prints what programs take that have their turns: medians, of memory the most. */
async function printPrograms(programs, rounds, to) {
  const taken = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  const times = await inTurns(Object.fromEntries(Object.entries(programs).map(([name, start]) => [name, () => taken[name].push(start())])), rounds, () => performance.now());
  const processor = (name) => median(taken[name].map((one) => one.processor));
  head('program', 's', `ratio to ${to}`, 'processor, s', 'ratio', 'peak, MB');
  for (const [name, time] of Object.entries(times))
    row(name, (time / 1000).toFixed(2), ratio(time / times[to]), processor(name).toFixed(2), ratio(processor(name) / processor(to)), Math.round(Math.max(...taken[name].map((one) => one.peak))));
}

async function printOne(text, scratch, rounds) {
  const floor = join(scratch, 'floor.cjs'), file = join(scratch, 'one.md');
  await esbuild.build({ entryPoints: [join(root, 'scripts', 'bench', 'floor-program.mjs')], outfile: floor, bundle: true, minify: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], target: 'es2022', absWorkingDir: root });
  writeFileSync(file, grown(text, 600));
  print('\nThe command line on one file of 600 lines, start included.\n\n');
  await printPrograms({
    'the floor, bundled': () => run(floor, [file], scratch),
    'spec-review --no-cache': () => run(OURS, [file, '--no-cache', '--no-progress'], scratch),
    [`markdownlint-cli2 ${peerVersion('markdownlint-cli2')}`]: () => run(CLI2, [file], scratch),
  }, rounds, 'the floor, bundled');
}

async function printAll(files, scratch, rounds) {
  print(`\nThe command line on all ${files.length} files.\n\n`);
  const cache = join(scratch, 'cache');
  const args = [...files, '--format', 'json', '--no-progress'];
  const review = () => run(OURS, args, scratch, { SPEC_REVIEW_CACHE: cache });
  await printPrograms({
    'spec-review, at first': () => {
      rmSync(cache, { recursive: true, force: true });
      return review();
    },
    'spec-review, again': review,
    [`markdownlint-cli2 ${peerVersion('markdownlint-cli2')}`]: () => run(CLI2, files, scratch),
  }, rounds, 'spec-review, at first');
}

export async function printCommandLine(files, longest, rounds) {
  const scratch = mkdtempSync(join(tmpdir(), 'spec-review-bench-'));
  try {
    await printOne(longest, scratch, rounds);
    await printAll(files, scratch, files.length > 500 ? 1 : 3);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
