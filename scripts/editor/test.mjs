// Runs test/editor inside a real editor: with the extension in the Node host, as the web build in a web worker, and, what
// reads files of the workspace, in a window that is not trusted.
// node scripts/editor/test.mjs [--grep X] [node|web|restricted]
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { bundle, openEditor, runInEditor } from './harness.mjs';
import { root } from './install.mjs';

const args = process.argv.slice(2);
const grep = args.includes('--grep') ? args[args.indexOf('--grep') + 1] : '';
const RUNS = { node: 'Extension in the Node host', web: 'Web build in a web worker', restricted: 'Extension in a window that is not trusted' };
/** Git and other people's models are off there. */
const RESTRICTED = '^(?:a window that is not trusted|a spec in the editor|contracts in the editor|the command|the report|an agent in the editor)';
const asked = Object.keys(RUNS).filter((name) => args.includes(name));

const editor = await openEditor(fileURLToPath(import.meta.url));
console.log(`Editor: ${editor.label}`);
const results = [];
const out = join(root, 'out', 'editor');
await bundle(globSync('test/editor/*.ts', { cwd: root, absolute: true }), out);
for (const name of asked.length ? asked : Object.keys(RUNS)) results.push(...await run(name));
const failed = results.filter((r) => r.error);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length || !results.length ? 1 : 0);

/** The results of one run of all tests: { suite, title, ms, error? }. */
async function run(name) {
  console.log(`\n${RUNS[name]}`);
  const isRestricted = name === 'restricted';
  if (isRestricted && editor.kind === 'desktop') {
    console.log('  – left out: only the embedded editor is tested so');
    return [];
  }
  const tests = [];
  const crash = await runInEditor({
    editor, host: name === 'web' ? 'web' : 'node', isRestricted, script: join(out, 'index.js'),
    env: { SPEC_REVIEW_GREP: grep || (isRestricted ? RESTRICTED : ''), SPEC_REVIEW_RESTRICTED: isRestricted ? '1' : '' },
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
