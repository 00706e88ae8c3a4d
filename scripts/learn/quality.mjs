// How right the verdicts are: npm run quality -- LABELS.jsonl SPECS [--train LABELS.jsonl SPECS]... [--by-item] [--errors]
// Every document is judged by a model that saw no document of its organisation (leave one organisation out).
// With --shipped the model that ships is used instead, for labels it has not seen.
import { readFileSync } from 'node:fs';
import { readDataset, rows } from './dataset.mjs';
import { fit } from './fit.mjs';
import { load } from './load.mjs';
import { report } from './score.mjs';

const args = process.argv.slice(2);
const extra = [];
for (let at = args.indexOf('--train'); at >= 0; at = args.indexOf('--train')) extra.push(args.splice(at, 3).slice(1));
const flags = new Set(args.filter((a) => a.startsWith('--')));
const [labels, specs] = args.filter((a) => !a.startsWith('--'));
if (!labels || !specs) {
  console.error('usage: npm run quality -- LABELS.jsonl SPECS [--train LABELS.jsonl SPECS]... [--shipped] [--by-item] [--errors]');
  process.exit(2);
}
const { items } = await load('src/checklist/index.ts');
const { featureReader, FEATURES } = await load('src/analyzer/learning.ts');
const { createReviewer } = await load('src/analyzer/reviewer.ts');
const features = featureReader(items);
const docs = readDataset(labels, specs);
const ids = items.map((i) => i.id);
const train = flags.has('--shipped') ? [] : [...rows(docs, items, features), ...extra.flatMap(([l, s]) => rows(readDataset(l, s), items, features))];

const models = new Map();
function modelFor(owner) {
  if (flags.has('--shipped')) return JSON.parse(readFileSync('src/checklist/model.json', 'utf8'));
  if (!models.has(owner)) models.set(owner, { provenance: {}, features: FEATURES, ...fit(train.filter((r) => r.owner !== owner), ids, FEATURES.length) });
  return models.get(owner);
}
const answers = docs.flatMap((doc) => {
  const reviewer = createReviewer({ items, model: modelFor(doc.owner) });
  const { coverage } = reviewer.review(doc.text, { path: `specs/${doc.id}.md` });
  return doc.labels.map((label) => ({ doc, label, found: coverage[ids.indexOf(label.item)] })).filter((a) => a.found);
});
report(answers, flags);
