// Makes the .vsix: npm run package. Fails when it holds what it should not, or is too large.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled } from './setup.mjs';
import { ensureRecentNode, ensureVsce, root } from './editor/install.mjs';

const LARGEST = 1_500_000;
/** What an editor loads of the extension, in bytes: in Node the language client is a file of its own, loaded after the activation. */
const LARGEST_BUNDLE = 500_000;
const BUNDLES = { node: ['dist/extension/node.js', 'dist/extension/node-client.js'], browser: ['dist/extension/browser.js'] };
/** The part of it that the editor waits for, in Node. */
const LARGEST_ENTRY = 80_000;
const SHIPPED = /^(?:package(?:\.nls)?\.json|README\.md|LICENSE(?:\.txt)?|CHANGELOG\.md|media\/icon\.png|media\/report-panel\.js|media\/samples\/thin-rfc\.md|media\/walkthrough\/\w+\.md|snippets\/spec\.json|l10n\/bundle\.l10n\.json|dist\/extension\/(?:node|node-client|browser)\.js|dist\/server\/(?:node|browser)\.js|dist\/contracts\.js|(?:schema|syntaxes)\/.+\.json)$/i;

ensureInstalled();
ensureBuilt();
const run = (command, args) => execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const { name, version, main, browser } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const vsix = `${name}-${version}.vsix`;
const vsce = (...args) => run(ensureRecentNode(), [ensureVsce(), ...args]);
const files = vsce('ls', '--no-dependencies').split(/\r?\n/).filter(Boolean);
const foreign = files.filter((f) => !SHIPPED.test(f));
const absent = [main, browser, ...Object.values(BUNDLES).flat()].map((f) => f.replace('./', '')).filter((f) => !files.includes(f));
if (foreign.length || absent.length) throw new Error(`The package must not hold ${foreign.join(', ') || 'nothing else'} and must hold ${absent.join(', ') || 'nothing more'}; see .vscodeignore.`);

const sizes = files.filter((f) => f.startsWith('dist/')).map((f) => ({ f, size: statSync(join(root, f)).size }));
const sizeOf = (names) => names.reduce((sum, name) => sum + statSync(join(root, name)).size, 0);
const within = (names, most) => { if (sizeOf(names) > most) throw new Error(`${names.join(' and ')} have ${sizeOf(names)} bytes, more than ${most}.`); };
Object.values(BUNDLES).forEach((names) => within(names, LARGEST_BUNDLE));
within([main], LARGEST_ENTRY);
// Each is a copy of hundreds of names that the activation waits for.
if (readFileSync(join(root, main), 'utf8').match(/require\("vscode"\)/g)?.length !== 1) throw new Error(`${main} must ask for the editor's names once; see esbuild.config.mjs.`);

vsce('package', '--no-dependencies', '--out', vsix);
const { size } = statSync(join(root, vsix));
if (size > LARGEST) throw new Error(`${vsix} has ${size} bytes, more than ${LARGEST}.`);
console.log(sizes.map(({ f, size }) => `${f}: ${(size / 1000).toFixed(0)} kB`).join('\n'));
console.log(`${vsix}: ${files.length} files, ${(size / 1000).toFixed(0)} kB. Install it with: code --install-extension ${vsix}`);
