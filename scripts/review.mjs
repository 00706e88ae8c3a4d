// npm run review -- FILE...: the command line on files, folders or globs, from a fresh clone too.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './setup.mjs';

ensureInstalled();
ensureBuilt();
// npm runs scripts in the project's folder; paths are meant relative to where the user is.
const cwd = process.env.npm_lifecycle_event === 'review' ? process.env.INIT_CWD : process.cwd();
const child = spawn(process.execPath, [join(root, 'dist/cli/spec-review.js'), ...process.argv.slice(2)], { stdio: 'inherit', cwd });
// Ctrl-C reaches both; the child says what it did, and this one waits for it.
process.on('SIGINT', () => undefined);
child.on('exit', (code, signal) => { process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 2); });
