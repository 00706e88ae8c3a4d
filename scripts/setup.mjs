// What every command does first, so that each works in a fresh clone. Node's own modules only: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Written after a build that succeeded: outputs alone do not tell, as an unchanged one keeps its time. */
const STAMP = 'dist/.built';

/** Installs the dependencies where they are missing, or older than the lock file. Exits where that fails. */
export function ensureInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  run('Installing dependencies', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Builds where nothing was built, or something that goes into it changed since. Exits where that fails. */
export function ensureBuilt() {
  const stamp = join(root, STAMP);
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (built > Math.max(...['src', 'package.json', 'esbuild.config.mjs'].map((path) => newest(join(root, path))))) return;
  // As of the start: what is saved while it builds may not be in it.
  const started = new Date();
  run('Building', process.execPath, ['esbuild.config.mjs']);
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

/** When a file, or anything in a folder, changed last, in ms; a folder itself changes when a file in it goes. */
function newest(path) {
  const stats = statSync(path);
  return stats.isDirectory() ? Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)))) : stats.mtimeMs;
}

/** Everything it prints goes to standard error: standard output belongs to the command that comes after. */
function run(what, command, args) {
  process.stderr.write(`${what} …\n`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  process.stderr.write(`${what} failed: ${error?.message ?? `${command} ${args.join(' ')} ended with ${status}`}\n`);
  process.exit(2);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  ensureBuilt();
}
