// Runs test/editor inside a real editor, twice: with the extension in the Node host and as the web build in a web worker.
// node scripts/editor/test.mjs [--grep X] [node|web]
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { bundle, openEditor, runInEditor } from './harness.mjs';
import { root } from './install.mjs';

const args = process.argv.slice(2);
const grep = args.includes('--grep') ? args[args.indexOf('--grep') + 1] : '';
const hosts = ['node', 'web'].filter((host) => args.includes(host) || !(args.includes('node') || args.includes('web')));

const editor = await openEditor(fileURLToPath(import.meta.url));
console.log(`Editor: ${editor.label}`);
const results = [];
const out = join(root, 'out', 'editor');
await bundle(globSync('test/editor/*.ts', { cwd: root, absolute: true }), out);
for (const host of hosts) results.push(...await runIn(host));
const failed = results.filter((r) => r.error);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length || !results.length ? 1 : 0);

/** The results of one run of all tests: { suite, title, ms, error? }. */
async function runIn(host) {
  console.log(`\n${host === 'node' ? 'Extension in the Node host' : 'Web build in a web worker'}`);
  const tests = [];
  const crash = await runInEditor({
    editor, host, script: join(out, 'index.js'), env: { SPEC_REVIEW_GREP: grep },
    fill: (folder) => cpSync(join(root, 'test', 'editor', 'workspace'), folder, { recursive: true }),
    told: (test) => tests.push(print(test)),
  });
  if (crash && !tests.some((t) => t.error)) tests.push(print({ title: 'the editor ends well', error: String(crash) }));
  return tests;
}

function print(test) {
  console.log(`  ${test.error ? '✖' : '✔'} ${test.suite ? `${test.suite} ` : ''}${test.title}${test.ms === undefined ? '' : ` (${test.ms} ms)`}`);
  if (test.error) console.log(test.error.replace(/^/gm, '      '));
  return test;
}
