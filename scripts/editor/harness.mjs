// Runs code of ours inside a real editor, beside the extension in the Node host or as the web build in a web worker.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { ensureEditor, ensureRecentNode, onPath, root } from './install.mjs';

/** What the web build ships. */
const SHIPPED = [
  'package.nls.json', 'media/icon.png', 'media/report-panel.js', 'media/samples/thin-rfc.md', 'media/walkthrough', 'l10n', 'snippets', 'syntaxes', 'schema', 'dist/extension/browser.js', 'dist/server/browser.js', 'dist/contracts.js',
];

/**
 * The editor to use. test-electron wants a recent Node and a desktop editor wants a display: where one is missing, the
 * calling script runs again with it, and this process ends with its exit code.
 *
 * @param {string} self path of the calling script
 */
export async function openEditor(self) {
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const editor = await ensureEditor();
  const node = ensureRecentNode();
  if (node === process.execPath && !(editor.kind === 'desktop' && needsDisplay && onPath('xvfb-run'))) return editor;
  const command = editor.kind === 'desktop' && needsDisplay ? ['xvfb-run', '-a', node] : [node];
  process.exit(spawnSync(command[0], [...command.slice(1), self, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
}

/** Bundles what the editor runs into `out`. */
export async function bundle(entryPoints, out) {
  rmSync(out, { recursive: true, force: true });
  await esbuild.build({ entryPoints, outdir: out, bundle: true, format: 'cjs', platform: 'node', target: 'node20', external: ['vscode', 'mocha'], sourcemap: 'inline', logLevel: 'warning' });
}

/**
 * Opens a folder in the editor and runs the `run` of a bundle there, which sends lines of JSON to the socket that
 * SPEC_REVIEW_REPORT names.
 *
 * @param {{ editor: Awaited<ReturnType<typeof openEditor>>, host: 'node' | 'web', script: string, fill(folder: string): void, isRestricted?: boolean, env?: Record<string, string>, told(message: object): void }} options
 *   `fill` puts files into the folder; `told` gets each message as it comes; `isRestricted` opens it in Restricted Mode, in the embedded editor
 * @returns what the editor ended with that it should not
 */
export async function runInEditor({ editor, host, script, fill, isRestricted = false, env = {}, told }) {
  const { runTests } = await import('@vscode/test-electron');
  const work = mkdtempSync(join(tmpdir(), 'spec-review-test-'));
  const workspace = join(work, 'workspace');
  mkdirSync(workspace);
  fill(workspace);
  const extension = host === 'node' ? root : webOnly(root, join(work, 'extension'), SHIPPED);
  // A host knows the language models of its own extensions only.
  const fake = join(root, 'test', 'editor', 'model');
  const model = host === 'node' ? fake : webOnly(fake, join(work, 'model'), ['extension.js']);
  const report = await listen(join(work, 'report'), told);
  try {
    await runTests({
      vscodeExecutablePath: editor.executable ?? join(root, 'scripts', 'editor', 'shim.mjs'),
      extensionDevelopmentPath: [extension, model], extensionTestsPath: script, launchArgs: [workspace, '--disable-extensions', ...(isRestricted ? ['--restricted'] : [])],
      extensionTestsEnv: { SPEC_REVIEW_REPORT: report.path, SPEC_REVIEW_HOST: host, ...env },
    });
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await report.close();
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
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

/** Receives messages over a local socket. */
async function listen(path, told) {
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\spec-review-${process.pid}` : path;
  let rest = '';
  const server = createServer((socket) => socket.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) told(JSON.parse(line));
  }));
  await new Promise((resolve) => { server.listen(address, resolve); });
  return { path: address, close: () => new Promise((resolve) => { server.close(resolve); }) };
}
