// Runs test/editor inside a real editor, twice: with the extension in the Node host and as the web build in a web worker.
// node scripts/editor/test.mjs [--grep X] [node|web]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { runTests } from '@vscode/test-electron';
import { ensureEditor, ensureRecentNode, onPath, root } from './install.mjs';

const args = process.argv.slice(2);
const grep = args.includes('--grep') ? args[args.indexOf('--grep') + 1] : '';
const hosts = ['node', 'web'].filter((host) => args.includes(host) || !(args.includes('node') || args.includes('web')));

// test-electron wants a recent Node; a desktop editor wants a display.
const self = fileURLToPath(import.meta.url);
const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const editor = await ensureEditor();
const node = ensureRecentNode();
if (node !== process.execPath || (editor.kind === 'desktop' && needsDisplay && onPath('xvfb-run'))) {
  const command = editor.kind === 'desktop' && needsDisplay ? ['xvfb-run', '-a', node] : [node];
  process.exit(spawnSync(command[0], [...command.slice(1), self, ...args], { stdio: 'inherit' }).status ?? 1);
}

const SHIPPED = [
  'package.nls.json', 'media/icon.png', 'media/report-panel.js', 'media/samples/thin-rfc.md', 'media/walkthrough', 'l10n', 'snippets', 'syntaxes', 'schema', 'dist/extension/browser.js', 'dist/server/browser.js',
];

console.log(`Editor: ${editor.label}`);
const results = [];
const out = join(root, 'out', 'editor');
await bundleTests();
for (const host of hosts) results.push(...await runIn(host));
const failed = results.filter((r) => r.error);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length || !results.length ? 1 : 0);

async function bundleTests() {
  rmSync(out, { recursive: true, force: true });
  const { globSync } = await import('tinyglobby');
  await esbuild.build({
    entryPoints: globSync('test/editor/*.ts', { cwd: root, absolute: true }), outdir: out, bundle: true, format: 'cjs', platform: 'node', target: 'node20',
    external: ['vscode', 'mocha'], sourcemap: 'inline', logLevel: 'warning',
  });
}

/** The results of one run of all tests: { suite, title, ms, error? }. */
async function runIn(host) {
  const work = mkdtempSync(join(tmpdir(), 'spec-review-test-'));
  const workspace = join(work, 'workspace');
  cpSync(join(root, 'test', 'editor', 'workspace'), workspace, { recursive: true });
  const extension = host === 'node' ? root : webOnly(root, join(work, 'extension'), SHIPPED);
  // A host knows the language models of its own extensions only.
  const fake = join(root, 'test', 'editor', 'model');
  const model = host === 'node' ? fake : webOnly(fake, join(work, 'model'), ['extension.js']);
  const report = await listen(join(work, 'report'));
  console.log(`\n${host === 'node' ? 'Extension in the Node host' : 'Web build in a web worker'}`);
  let crash;
  try {
    await runTests({
      vscodeExecutablePath: editor.executable ?? join(root, 'scripts', 'editor', 'shim.mjs'),
      extensionDevelopmentPath: [extension, model], extensionTestsPath: join(out, 'index.js'), launchArgs: [workspace, '--disable-extensions'],
      extensionTestsEnv: { SPEC_REVIEW_REPORT: report.path, SPEC_REVIEW_HOST: host, SPEC_REVIEW_GREP: grep },
    });
  } catch (error) {
    crash = error;
  }
  const tests = await report.close();
  if (crash && !tests.some((t) => t.error)) tests.push(print({ title: 'the editor ends well', error: String(crash) }));
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  return tests;
}

/** A copy of what an extension ships without its Node entry, so that every editor runs it in the web worker. */
function webOnly(from, folder, paths) {
  mkdirSync(folder);
  const { main, ...manifest } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  if (!main) throw new Error(`${from} has no \`main\` to leave out.`);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const path of paths) cpSync(join(from, path), join(folder, path), { recursive: true });
  return folder;
}

/** Receives results over a local socket and prints them as they come. */
async function listen(path) {
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\spec-review-${process.pid}` : path;
  const tests = [];
  let rest = '';
  const server = createServer((socket) => socket.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) tests.push(print(JSON.parse(line)));
  }));
  await new Promise((resolve) => { server.listen(address, resolve); });
  return { path: address, close: () => new Promise((resolve) => { server.close(() => resolve(tests)); }) };
}

function print(test) {
  console.log(`  ${test.error ? '✖' : '✔'} ${test.suite ? `${test.suite} ` : ''}${test.title}${test.ms === undefined ? '' : ` (${test.ms} ms)`}`);
  if (test.error) console.log(test.error.replace(/^/gm, '      '));
  return test;
}
