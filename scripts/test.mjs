// Every check and test from a clean checkout: npm test. Ends with the sum, and not with 0 when anything failed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './setup.mjs';
import { root } from './editor/install.mjs';

const steps = [
  ['Types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  ['Lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['Generated files', ['scripts/generate.mjs', '--check']],
  ['Build', ['scripts/setup.mjs']],
  ['Unit, protocol and command line', ['scripts/mocha.mjs', '--reporter', 'dot']],
  ['In the editor', ['scripts/editor/test.mjs']],
  ['npm start, until the first findings', ['scripts/start.mjs', '--check']],
  ['The package', ['scripts/package.mjs']],
];

/** What the runners of the steps say last. */
const counts = (output) => ({
  passed: Number(/^\s*(\d+) (?:passing|passed)/m.exec(output)?.[1] ?? 0),
  failed: Number(/^\s*(\d+) failing/m.exec(output)?.[1] ?? /passed, (\d+) failed/.exec(output)?.[1] ?? 0),
});

/** Runs a step, shows its output as it comes, and returns it with the exit code. */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; process.stdout.write(chunk); });
    child.once('close', (code) => resolve({ code, output }));
  });
}

const began = performance.now();
ensureInstalled();
const sum = { passed: 0, failed: 0 };
const times = [];
for (const [name, args] of steps.filter(([, [script]]) => existsSync(join(root, script)))) {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const { code, output } = await run(args);
  const { passed, failed } = counts(output);
  // A step without tests is a check of its own, and one that fails without a failing test still fails.
  sum.passed += passed || Number(code === 0);
  sum.failed += failed || Number(code !== 0);
  times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s${code === 0 ? '' : ' (failed)'}`);
}
console.log(`\n${times.join(' · ')} · all ${((performance.now() - began) / 1000).toFixed(1)} s`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed ? 1 : 0;
