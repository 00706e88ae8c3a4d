// Bundles everything that ships: extension and server for Node and for the web worker, the command line, the library.
import { existsSync } from 'node:fs';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const production = !process.argv.includes('--dev');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};
// Browser builds of our dependencies are chosen by the `browser` condition; Node builds must not be. A worker has no
// `document`: where a dependency has a build without it, that is named `worker`.
const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const web = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'], conditions: ['worker', 'module'] };

/**
 * What is heavy and needed late or never is a bundle of its own, which is loaded when it is needed: the parsers of
 * contracts, one bundle for all hosts, and the language client in Node.
 * @type {import('esbuild').Plugin}
 */
const apart = { name: 'apart', setup: (build) => build.onResolve({ filter: /^(?:\.\.\/contracts|\.\/node-client)$/ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path: `${path}.js`, external: true } : undefined)) };

/**
 * Each `import * as vscode` would be a copy of its own of the editor's hundreds of names, made while the editor waits for the
 * activation: all share one.
 * @type {import('esbuild').Plugin}
 */
const vscodeOnce = {
  name: 'vscode once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind, namespace }) => (kind === 'import-statement' && namespace === 'file' ? { path: 'vscode', namespace: 'once' } : { path: 'vscode', external: true }));
    build.onLoad({ filter: /^vscode$/, namespace: 'once' }, () => ({ contents: "export * from 'vscode';" }));
  },
};

/** One bundle for each host, and what is apart; nothing else is shared between them at run time. */
const bundles = [
  { ...node, entryPoints: { 'extension/node': 'src/extension/node.ts' }, plugins: [vscodeOnce, apart] },
  { ...node, entryPoints: { 'extension/node-client': 'src/extension/node-client.ts' }, plugins: [vscodeOnce] },
  { ...web, format: 'cjs', entryPoints: { 'extension/browser': 'src/extension/browser.ts' }, plugins: [vscodeOnce] },
  { ...node, entryPoints: { 'server/node': 'src/server/node.ts' }, plugins: [apart] },
  { ...web, format: 'iife', entryPoints: { 'server/browser': 'src/server/browser.ts' } },
  // The globbing library makes itself a `require` from its own URL, which CommonJS does not have.
  { ...node, entryPoints: { 'cli/spec-review': 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' }, define: { 'import.meta.url': '__filename' }, plugins: [apart] },
  { ...node, entryPoints: { contracts: 'src/contracts/index.ts' } },
  { ...web, format: 'esm', outExtension: { '.js': '.mjs' }, entryPoints: { index: 'src/index.ts', remark: 'src/remark.ts' } },
].map((b) => ({ ...b, outdir: 'dist' }));

const present = bundles.filter((b) => Object.values(b.entryPoints).every((f) => existsSync(f)));
if (watch) {
  for (const b of present) await (await esbuild.context(b)).watch();
} else {
  await Promise.all(present.map((b) => esbuild.build(b)));
}
