// Learns the model that ships: npm run train -- LABELS.jsonl SPECS [LABELS.jsonl SPECS ...]
// Writes src/checklist/model.json with its provenance. Any folder in the benchmark's format will do.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDataset, rows } from './dataset.mjs';
import { fit, SETTINGS } from './fit.mjs';
import { load } from './load.mjs';

const paths = process.argv.slice(2);
if (!paths.length || paths.length % 2) {
  console.error('usage: npm run train -- LABELS.jsonl SPECS [LABELS.jsonl SPECS ...]');
  process.exit(2);
}
const { items } = await load('src/checklist/index.ts');
const { featureReader, FEATURES } = await load('src/analyzer/learning.ts');
const features = featureReader(items);
const sets = [];
for (let i = 0; i < paths.length; i += 2) sets.push({ labels: basename(paths[i]), docs: readDataset(paths[i], paths[i + 1]) });
const data = sets.flatMap(({ docs }) => rows(docs, items, features));
const { weights, items: learned } = fit(data, items.map((i) => i.id), FEATURES.length);
const model = {
  provenance: {
    method: 'logistic layer pooled over items; scripts/learn/fit.mjs', settings: SETTINGS, date: new Date().toISOString().slice(0, 10),
    sets: sets.map(({ labels, docs }) => ({ labels, documents: docs.length })), answers: data.length, covered: data.filter((r) => r.y).length,
  },
  features: FEATURES, weights, items: learned,
};
const text = JSON.stringify(model, null, 1).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, inner) => `[${inner.replace(/\s*\n\s*/g, ' ')}]`);
writeFileSync('src/checklist/model.json', `${text}\n`);
console.error(`wrote src/checklist/model.json: ${data.length} answers, ${text.length} bytes`);
