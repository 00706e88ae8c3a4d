// VS Code's embedded server, and the address of a page that shows a folder with the extension in development.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ensureNode24, ensureServer } from './install.mjs';

/** Nothing in the window but the editor, and no question before it. */
const settings = { 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none', 'workbench.secondarySideBar.defaultVisibility': 'hidden', 'workbench.tips.enabled': false, 'security.workspace.trust.startupPrompt': 'never' };

/** How long the server may take to listen, in ms. */
const PATIENCE = 60_000;

/**
 * Starts the server on a free port of this machine.
 *
 * @param {{ extensions?: readonly string[], isTrusted?: boolean }} options folders of extensions beside the one in development, which the
 *   page takes one of; a window that is not trusted is in Restricted Mode
 * @returns {Promise<{ page(options: { folder: string, extension: string, tests?: string, file?: string }): string, stop(): Promise<void>, ended: Promise<void> }>}
 */
export async function startServer({ extensions = [], isTrusted = true } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'spec-review-editor-'));
  mkdirSync(join(data, 'data', 'Machine'), { recursive: true });
  writeFileSync(join(data, 'data', 'Machine', 'settings.json'), JSON.stringify(settings));
  for (const path of extensions) cpSync(path, join(data, 'extensions', basename(path)), { recursive: true });
  // Only the smoke test driver lets a built product load an extension from a folder.
  const child = spawn(ensureNode24(), [ensureServer(), '--host', '127.0.0.1', '--port', '0', '--without-connection-token',
    '--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off', '--enable-smoke-test-driver', ...(isTrusted ? ['--disable-workspace-trust'] : [])],
  { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  const stop = () => { child.kill(); return ended; };
  try {
    const port = await listening(child);
    return { page: (options) => address(port, options), stop, ended };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port that the server says it listens on. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`The embedded editor did not start within ${PATIENCE / 1000} s:\n${output}`)), PATIENCE);
    const read = (chunk) => {
      output += chunk;
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port) { clearTimeout(timer); resolve(Number(port)); }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => { clearTimeout(timer); reject(new Error(`The embedded editor ended with code ${code}:\n${output}`)); });
  });
}

function address(port, { folder, extension, tests, file }) {
  const remote = (path) => `vscode-remote://localhost:${port}${path}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  return `http://localhost:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
