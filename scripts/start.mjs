// Opens an editor with the extension on the sample specs, or on what is named: npm start [-- PATH]
// With --check it opens the embedded editor unseen, waits for the first findings, says how long that took, and ends.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ensureBuilt, ensureInstalled } from './setup.mjs';
import { ensureEditor, onPath, root } from './editor/install.mjs';

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const args = process.argv.slice(2);
const check = args.includes('--check');
const target = resolve(args.find((a) => !a.startsWith('-')) ?? join(root, 'media', 'samples', 'thin-rfc.md'));

if (!existsSync(target)) {
  console.error(`There is no ${target}; name a folder or a Markdown file.`);
  process.exit(2);
}
const file = statSync(target).isFile() ? target : undefined;
const folder = file ? dirname(file) : target;

ensureInstalled();
ensureBuilt();
if (check) await checkEmbedded();
else await open();

async function open() {
  const code = onPath('code');
  if (code) return openDesktop(code, []);
  const editor = await ensureEditor();
  if (editor.executable) return openDesktop(editor.executable, [`--user-data-dir=${join(root, '.vscode-test', 'start')}`, '--disable-workspace-trust']);
  return serve();
}

function openDesktop(executable, flags) {
  const child = spawn(executable, [...flags, `--extensionDevelopmentPath=${root}`, folder, ...(file ? [file] : [])], { stdio: 'ignore', detached: true, shell: process.platform === 'win32' });
  child.once('error', (error) => { console.error(`${executable} did not start: ${error.message}`); process.exitCode = 1; });
  child.once('spawn', () => console.log(`VS Code opens ${folder} (ready after ${seconds()}).`));
  child.unref();
}

async function serve() {
  const { startServer } = await import('./editor/embedded.mjs');
  const server = await startServer();
  console.log(`VS Code is ready after ${seconds()}. Open this address in a browser; Ctrl-C ends it.\n\n  ${server.page({ folder, extension: root, file })}\n`);
  process.once('SIGINT', () => void server.stop());
  process.once('SIGTERM', () => void server.stop());
  await server.ended;
}

async function checkEmbedded() {
  const [{ startServer }, { launch, squiggles }] = await Promise.all([import('./editor/embedded.mjs'), import('./editor/browser.mjs')]);
  const server = await startServer();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const shown = performance.now();
    await page.goto(server.page({ folder, extension: root, file }));
    await squiggles(page);
    console.log(`First findings ${Math.round(performance.now() - shown)} ms after the page was opened; ${Math.round(performance.now() - began)} ms in all.`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
