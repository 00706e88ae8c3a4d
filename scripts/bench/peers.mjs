// The tools to compare with: what each makes of one text, in this process. They are installed apart from the project.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup.mjs';

const folder = join(root, '.cache', 'bench');
const wanted = join(root, 'scripts', 'bench', 'package.json');
export const peerPath = (path) => join(folder, 'node_modules', path);
export const peerVersion = (name) => JSON.parse(readFileSync(peerPath(join(name, 'package.json')), 'utf8')).version;

/** Installs them where that was not done; exits where it fails. */
export function ensurePeers() {
  const copy = join(folder, 'package.json');
  if (existsSync(peerPath('.package-lock.json')) && readFileSync(copy, 'utf8') === readFileSync(wanted, 'utf8')) return;
  process.stderr.write('Installing the tools to compare with …\n');
  mkdirSync(folder, { recursive: true });
  copyFileSync(wanted, copy);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  process.stderr.write('Installing the tools to compare with failed.\n');
  process.exit(2);
}

/**
 * By name and version, what checks a text; some return a promise.
 * @param parser remark as the floor has it
 */
export async function loadPeers(parser) {
  const require = createRequire(join(folder, 'package.json'));
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const { lint } = await import(pathToFileURL(peerPath('markdownlint/lib/exports-sync.mjs')).href);
  const { default: recommended } = await import(pathToFileURL(peerPath('remark-preset-lint-recommended/index.js')).href);
  const { markdown: alex } = await import(pathToFileURL(peerPath('alex/index.js')).href);
  const { VFile } = await import('vfile');
  const { TextlintKernel } = await load('@textlint/kernel');
  const { default: plugin } = await load('@textlint/textlint-plugin-markdown');
  const { default: writeGood } = await load('textlint-rule-write-good');

  const remarkLint = parser.use(recommended).freeze();
  const kernel = new TextlintKernel();
  const options = { ext: '.md', plugins: [{ pluginId: 'markdown', plugin: plugin.default ?? plugin }], rules: [{ ruleId: 'write-good', rule: writeGood.default ?? writeGood }] };
  const named = (name, by = name) => `${name} ${peerVersion(by)}`;
  return {
    [named('markdownlint')]: (text) => lint({ strings: { text } }),
    [named('remark-lint recommended', 'remark-preset-lint-recommended')]: (text) => remarkLint.runSync(remarkLint.parse(text), new VFile(text)),
    [named('textlint')]: (text) => kernel.lintText(text, options),
    [named('alex')]: (text) => alex(text),
  };
}
