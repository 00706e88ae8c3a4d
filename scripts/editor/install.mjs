// Puts a real editor, a browser to drive it and a recent Node into `.vscode-test/`, once; later calls find them there.
// Everything is pinned. Progress goes to stderr.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = join(root, '.vscode-test');

const VSCODE = '1.139.1';
const CODE_SERVER = 'code-server@4.139.1';
const NODE = 'node@24.9.0';
const VSCE = '@vscode/vsce@4.1.0';
/** How long a download may stay silent, in ms, before the embedded server is used instead. */
const SILENCE = 10_000;

const say = (line) => process.stderr.write(`${line}\n`);
const major = Number(process.versions.node.split('.')[0]);

/** Runs a command with its output on stderr; throws with `hint` when it fails. */
function run(command, args, { hint = '', ...options } = {}) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32', ...options });
  if (status !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed${error ? ` (${error.message})` : ''}.${hint ? ` ${hint}` : ''}`);
}

/** Installs npm packages into a folder of their own, unless a stamp there says that these very ones are complete. */
function ensurePackages(name, packages, env = process.env) {
  const folder = join(cache, name);
  const stamp = join(folder, 'installed.txt');
  const wanted = packages.join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return join(folder, 'node_modules');
  say(`Installing ${packages.join(', ')} into .vscode-test/${name} …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--save-exact', '--no-audit', '--no-fund', ...packages], { cwd: folder, env });
  writeFileSync(stamp, wanted);
  return join(folder, 'node_modules');
}

/** Path of a Node 24: this one, or one from the cache. The embedded editor runs on no other. */
export function ensureNode24() {
  return major === 24 ? process.execPath : join(ensurePackages('node', [NODE]), 'node', 'bin', 'node');
}

/** Path of a Node that runs vsce and test-electron, which want 22 or later. */
export const ensureRecentNode = () => (major >= 22 ? process.execPath : ensureNode24());

/** Path of vsce's script. */
export const ensureVsce = () => join(ensurePackages('tools', [VSCE], withNode24()), '@vscode', 'vsce', 'vsce');

/**
 * The environment in which `node` is a Node 24. Under `npm test` the outer npm names its own Node in variables, which
 * install scripts believe more than PATH.
 */
export function withNode24() {
  const { NODE: _node, npm_node_execpath: _path, npm_config_user_agent: _agent, ...env } = process.env;
  return { ...env, PATH: `${dirname(ensureNode24())}${delimiter}${process.env.PATH}` };
}

export const onPath = (command) => spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { encoding: 'utf8' }).stdout.split(/\r?\n/)[0] || undefined;

function apt(packages) {
  const hint = `Install ${packages.join(' and ')} with your system's package manager and try again.`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) throw new Error(`The embedded editor needs ${packages.join(' and ')}. ${hint}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say(`Installing ${packages.join(', ')} …`);
  run('apt-get', ['update', '-qq'], { env, hint });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, hint });
}

/** Path of a Chromium or Chrome that playwright-core can drive. */
export function ensureChromium() {
  const find = () => process.env.CHROMIUM ?? ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean);
  if (!find()) apt(['chromium', 'fonts-dejavu-core']);
  return find();
}

/** Path of a Neovim; undefined where there is none and it cannot be installed. */
export function ensureNeovim() {
  const find = () => process.env.NEOVIM ?? onPath('nvim');
  if (!find() && process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) apt(['neovim']);
  return find();
}

/** Path of the start script of VS Code's own server, as code-server packs it. */
export function ensureServer() {
  const script = join(cache, 'code-server', 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
  if (!existsSync(join(cache, 'code-server', 'installed.txt')) && process.platform === 'linux') {
    const missing = [['krb5-config', 'libkrb5-dev'], ['python3', 'python3'], ['make', 'make'], ['g++', 'g++']].filter(([command]) => !onPath(command)).map(([, name]) => name);
    if (missing.length) apt(missing);
  }
  ensurePackages('code-server', [CODE_SERVER], withNode24());
  return script;
}

async function downloadVSCode() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ version: VSCODE, cachePath: cache, timeout: SILENCE, reporter: new SilentReporter() });
}

/**
 * The editor to use: a desktop VS Code where one can be downloaded, else VS Code's embedded server, which wants a browser too.
 * SPEC_REVIEW_EDITOR=desktop or =embedded decides by hand.
 *
 * @returns {Promise<{ kind: 'desktop' | 'embedded', label: string, executable?: string }>}
 */
export async function ensureEditor() {
  const choice = process.env.SPEC_REVIEW_EDITOR;
  const embedded = { kind: 'embedded', label: `VS Code ${VSCODE} as an embedded server (${CODE_SERVER}) in Chromium` };
  const remembered = existsSync(join(cache, 'code-server', 'installed.txt'));
  if (choice !== 'embedded' && (choice === 'desktop' || !remembered)) {
    try {
      say(`Looking for VS Code ${VSCODE} …`);
      const executable = await downloadVSCode();
      return { kind: 'desktop', label: `VS Code ${VSCODE} for the desktop`, executable };
    } catch (error) {
      if (choice === 'desktop') throw error;
      say(`VS Code cannot be downloaded here (${error instanceof Error ? error.message : error}); using its embedded server.`);
    }
  }
  ensureServer();
  return embedded;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) say(`Ready: ${(await ensureEditor()).label}.`);
