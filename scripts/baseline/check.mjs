// Whether baselines survive edits elsewhere: node scripts/baseline/check.mjs FOLDER [--edits N] [--seed N]
// Edits the Markdown files under FOLDER at random, in memory, and prints what a baseline of the text before got wrong.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { load } from '../learn/load.mjs';

const { values, positionals: [folder] } = parseArgs({ allowPositionals: true, options: { edits: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
if (!folder) {
  process.stderr.write('usage: node scripts/baseline/check.mjs FOLDER [--edits N] [--seed N]\n');
  process.exit(2);
}
const { checkBaselines } = await load('scripts/baseline/edits.ts');
const specs = new Map(globSync('**/*.md', { cwd: resolve(folder) }).sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const { edits, planted, known, broken } = checkBaselines(specs, Number(values.edits), Number(values.seed));
for (const { spec, edit, reappeared, hidden } of broken) {
  process.stdout.write(`${spec}, ${edit}:${[...reappeared.map((mark) => `\n  shown again: ${mark}`), ...hidden.map((mark) => `\n  hidden: ${mark}`)].join('')}\n`);
}
process.stdout.write(`${edits} edits of ${specs.size} specs with ${known} known findings: ${broken.reduce((n, b) => n + b.reappeared.length, 0)} came back; of ${planted} defects planted ${broken.reduce((n, b) => n + b.hidden.length, 0)} were hidden.\n`);
process.exitCode = broken.length ? 1 : 0;
