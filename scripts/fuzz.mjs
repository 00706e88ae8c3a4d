// Looks for texts on which a review does not hold together: node scripts/fuzz.mjs FOLDER [--edits N] [--seed N]
// Edits every Markdown file under FOLDER step by step, N edits in all (10,000 by default), and compares the review that
// reads again what changed with a new one; checks what test/fuzz/invariants.ts lists on the last text of each.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { load } from './learn/load.mjs';

const { values, positionals: [folder] } = parseArgs({ allowPositionals: true, options: { edits: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } } });
const files = folder ? globSync('**/*.md', { cwd: resolve(folder), absolute: true }).sort() : [];
if (!files.length) {
  process.stderr.write('usage: node scripts/fuzz.mjs FOLDER [--edits N] [--seed N], where FOLDER holds Markdown files\n');
  process.exit(2);
}
const { check, compareEdits, numbers } = await load('test/fuzz/invariants.ts');
const steps = Math.ceil(Number(values.edits) / files.length);
const started = performance.now();
let failed = 0;
for (const [i, file] of files.entries()) {
  const random = numbers(Number(values.seed) * 100_003 + i);
  const other = readFileSync(files[(i + 1) % files.length], 'utf8');
  try {
    check(compareEdits(readFileSync(file, 'utf8'), steps, random, other));
  } catch (error) {
    failed++;
    console.log(`${file}, seed ${values.seed}: ${error.message.split('\n').slice(0, 12).join('\n')}`);
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} of ${files.length}`);
}
console.log(`${files.length} documents, ${steps * files.length} edits, ${failed} failed, ${Math.round((performance.now() - started) / 1000)} s`);
process.exitCode = failed ? 1 : 0;
