// Learns the model that ships: npm run train -- LABELS.jsonl SPECS [LABELS.jsonl SPECS ...] [--corpus FOLDER TABLE.tsv]
// With --keep-blocks only the layer is learned anew, over the block weights of the last run (seconds instead of minutes).
// Writes src/checklist/model.json with its provenance, and .cache/learn/groups.json: the block weights learned without
// each group of owners, which `npm run quality` judges with. Any folders in the benchmark's format will do.
// With --output FILE only FILE is written: a model to try, beside the one that ships.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readArguments } from './arguments.mjs';
import { BLOCK_SETTINGS } from './blocks.mjs';
import { SETTINGS } from './fit.mjs';
import { load } from './load.mjs';
import { blockModel, fitRows, groupModels, prepare, rows } from './pipeline.mjs';

const { sets, corpus, output, flags } = readArguments(process.argv.slice(2), 'npm run train -- LABELS.jsonl SPECS [LABELS.jsonl SPECS ...] [--corpus FOLDER TABLE.tsv] [--keep-blocks] [--output FILE]');
const GROUPS_FILE = '.cache/learn/groups.json', MODEL_FILE = 'src/checklist/model.json';
const last = flags.has('--keep-blocks') ? { groups: JSON.parse(readFileSync(GROUPS_FILE, 'utf8')), model: JSON.parse(readFileSync(MODEL_FILE, 'utf8')) } : undefined;
const { items } = await load('src/checklist/index.ts');
const analyzer = await load('src/analyzer/learning.ts');
const started = Date.now();
const progress = (text) => console.error(`${Math.round((Date.now() - started) / 1000)} s: ${text}`);

const data = prepare({ items, analyzer, sets, corpus });
progress(`read ${data.docs.length} labelled documents and ${data.examples.length} blocks of the corpus`);
if (last) data.group = new Map(last.groups.group);
const groups = last ? last.groups.models : groupModels(data);
if (!last && output === undefined) {
  mkdirSync('.cache/learn', { recursive: true });
  writeFileSync(GROUPS_FILE, JSON.stringify({ group: [...data.group], models: groups }));
  progress('learned block weights for each group of owners');
}
// The layer learns from scores of weights that did not see the document, as it will meet them.
const answers = rows(data.docs, data, (doc) => groups[data.group.get(doc.owner)]);
const { weights, items: learned } = fitRows(answers, data);
const blocks = last ? last.model.blocks : blockModel(data);
const model = {
  provenance: {
    method: 'logistic layer pooled over items, on signals and learned block weights; scripts/learn', date: new Date().toISOString().slice(0, 10),
    settings: { layer: SETTINGS, blocks: BLOCK_SETTINGS },
    sets: sets.map(({ labels }) => ({ labels: basename(labels), documents: data.docs.filter((d) => d.set === labels).length })),
    answers: answers.length, covered: answers.filter((r) => r.y).length, corpusBlocks: last ? last.model.provenance.corpusBlocks : data.examples.length,
  },
  features: analyzer.FEATURES, weights, items: learned, blocks,
};
// One line for each list of numbers: a diff shows what moved.
const text = JSON.stringify(model, null, 1).replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, inner) => `[${inner.replace(/\s*\n\s*/g, ' ')}]`);
const file = output ?? MODEL_FILE;
writeFileSync(file, `${text}\n`);
progress(`wrote ${file}: ${JSON.stringify(model).length} bytes as it ships`);
