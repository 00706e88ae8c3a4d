// How long the editor takes: node scripts/editor/latency.mjs [node|web]
// Types into specs inside a real editor, and waits each time for the diagnostics that the keystroke makes or takes away.
// Prints Markdown: activation (as the editor counts it: loading the code, and the call), how long who asks for it waits, the first diagnostics, and keystroke to diagnostics, the pause that a review waits for included.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grown, median, quantile } from '../measure.mjs';
import { bundle, openEditor, runInEditor } from './harness.mjs';
import { root } from './install.mjs';

const LINES = [600, 5_000];
/** Makes a finding with the letter that is missing. */
const UNFINISHED = 'The owner of the last step is TB';

const host = process.argv.includes('web') ? 'web' : 'node';
const editor = await openEditor(fileURLToPath(import.meta.url));
const out = join(root, 'out', 'latency');
await bundle([join(root, 'scripts', 'editor', 'latency-run.ts')], out);

const sample = readFileSync(join(root, 'media', 'samples', 'thorough-design.md'), 'utf8');
/** With the unfinished sentence at the end of the section in its middle. */
function spec(lines) {
  const text = grown(sample, lines - 2).split('\n');
  const middle = text.findIndex((line, i) => i >= lines / 2 && line.startsWith('## '));
  return text.toSpliced(middle, 0, UNFINISHED, '').join('\n');
}

/** What the editor tells of one document, alone in its folder: others would be compared with it. */
async function measured(lines) {
  const told = {};
  const crash = await runInEditor({
    editor, host, script: join(out, 'latency-run.js'), env: { SPEC_REVIEW_UNFINISHED: UNFINISHED },
    fill: (folder) => writeFileSync(join(folder, 'design.md'), spec(lines)),
    told: (message) => Object.assign(told, message),
  });
  if (crash) throw crash;
  return { lines, ...told };
}

const documents = [];
for (const lines of LINES) documents.push(await measured(lines));

const ms = (value) => value.toFixed(0);
console.log(`${editor.label}; ${host === 'web' ? 'web worker' : 'Node host'}; ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, load average ${loadavg()[0].toFixed(1)}`);
console.log('\n| lines | activation: load + call, ms | asked for to active, ms | opened to first diagnostics, ms | keystroke to diagnostics, median, ms | p95, ms | keystrokes |\n| --: | --: | --: | --: | --: | --: | --: |');
for (const { lines, activation, activated, opened, keystrokes } of documents) {
  console.log(`| ${lines.toLocaleString('en-US')} | ${ms(activation.load)} + ${ms(activation.call)} | ${ms(activated)} | ${ms(opened)} | ${ms(median(keystrokes))} | ${ms(quantile(keystrokes, 0.95))} | ${keystrokes.length} |`);
}
