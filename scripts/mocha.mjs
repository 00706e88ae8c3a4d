// Bundles the TypeScript tests and runs them: node scripts/mocha.mjs [--grep X] [FILE.test.ts ...]
// Without files it runs everything under test/ but what needs an editor (test/editor has its own runner).
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { globSync } from 'tinyglobby';

const args = process.argv.slice(2);
const files = args.filter((a) => a.endsWith('.test.ts'));
const rest = args.filter((a) => !a.endsWith('.test.ts'));
const entryPoints = files.length ? files : globSync(['test/**/*.test.ts', '!test/editor/**']).sort();
const outdir = `out/test-${process.pid}`;
await esbuild.build({
  entryPoints, outdir, outbase: 'test', bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20',
  packages: 'external', sourcemap: 'linked', outExtension: { '.js': '.mjs' }, logLevel: 'warning',
});
// A test takes milliseconds; the limit is for the first review of a process on a busy machine.
const { status } = spawnSync(process.execPath, ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', '--timeout', '10000', '--recursive', '--extension', 'mjs', ...rest, outdir], { stdio: 'inherit' });
rmSync(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
