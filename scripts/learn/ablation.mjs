// Deletes the labelled evidence of covered items and reads again: npm run ablation -- LABELS.jsonl SPECS [EVERY]
// With EVERY only each EVERYth label is tried, for a figure in a minute.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './load.mjs';

const [labelsPath, specs, every = '1', ...rest] = process.argv.slice(2);
if (!specs || !(Number(every) >= 1) || rest.length) {
  console.error('usage: npm run ablation -- LABELS.jsonl SPECS [EVERY]');
  process.exit(2);
}
const { NO_ABLATION, ablate, addAblation } = await load('scripts/learn/ablation.ts');
const { parseLabels } = await load('scripts/learn/score.ts');
const labels = parseLabels(readFileSync(labelsPath, 'utf8')).filter((_, i) => i % Number(every) === 0);
const sum = [...new Set(labels.map(({ doc }) => doc))]
  .map((doc) => ablate(readFileSync(join(specs, `${doc}.md`), 'utf8'), labels.filter((label) => label.doc === doc))).reduce(addAblation, NO_ABLATION);
const share = (n, d) => `${n} of ${d} (${((100 * n) / d).toFixed(1)} %)`;
console.log(`without the labelled lines a gap or unsure: ${share(sum.lost, sum.tried)}; without as many others still covered: ${share(sum.kept, sum.triedOthers)}`);
