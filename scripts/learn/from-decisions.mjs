// Turns what authors decided in their specs into labels: npm run labels-from-decisions -- FOLDER OUT.jsonl
// `answered ITEM` becomes "covered" with the lines of the block it points at, `not-applicable ITEM` becomes "na".
// Each spec is named by its path below FOLDER, without ".md", so OUT.jsonl and FOLDER together are a labelled set for
// `npm run train` and `npm run quality`. An `accept` is no label: it says that a gap is known, not what the text says.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { load } from './load.mjs';

const [folder, out, ...rest] = process.argv.slice(2);
if (!folder || !out || rest.length) {
  console.error('usage: npm run labels-from-decisions -- FOLDER OUT.jsonl');
  process.exit(2);
}
const { decisionLabels } = await load('scripts/learn/decision-labels.ts');
const files = globSync('**/*.md', { cwd: folder, ignore: ['**/node_modules/**'] }).sort();
const labels = files.flatMap((file) => decisionLabels(file.replace(/\.md$/, ''), readFileSync(join(folder, file), 'utf8')));
writeFileSync(out, labels.map((label) => `${JSON.stringify(label)}\n`).join(''));
console.error(`${labels.length} labels from ${new Set(labels.map(({ doc }) => doc)).size} of ${files.length} specs`);
