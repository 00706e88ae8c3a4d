// How right the verdicts are: npm run quality -- LABELS.jsonl SPECS [LABELS.jsonl SPECS ...] [--by-item] [--errors]
// The first set is judged; the others only teach. Every document is judged by a model that saw no document of its
// organisation: block weights come from .cache/learn/groups.json (made by `npm run train` from the same sets), the layer
// is learned anew without it. With --shipped the model that ships judges instead, for labels that it has not seen.
import { existsSync, readFileSync } from 'node:fs';
import { readArguments } from './arguments.mjs';
import { load } from './load.mjs';
import { fitRows, prepare, rows } from './pipeline.mjs';

const { sets, flags } = readArguments(process.argv.slice(2), 'npm run quality -- LABELS.jsonl SPECS [LABELS.jsonl SPECS ...] [--shipped] [--by-item] [--errors]');
const { items } = await load('src/checklist/index.ts');
const analyzer = await load('src/analyzer/learning.ts');
const { createReviewer } = await load('src/analyzer/reviewer.ts');
const { isRight, score, scoreLines } = await load('scripts/learn/score.ts');
const shipped = flags.has('--shipped') ? JSON.parse(readFileSync('src/checklist/model.json', 'utf8')) : undefined;
const data = prepare({ items, analyzer, sets: shipped ? sets.slice(0, 1) : sets });
const modelOf = shipped ? () => shipped : leaveOneOut();

const ids = items.map((item) => item.id);
const answers = data.docs.filter((doc) => doc.set === sets[0].labels).flatMap((doc) => {
  const { coverage } = createReviewer({ items, rules: [], model: modelOf(doc.owner) }).review(doc.text, { path: `specs/${doc.id}.md` });
  return doc.labels.map((label) => ({ text: doc.text, label, found: coverage[ids.indexOf(label.item)] })).filter((a) => a.found);
});
if (flags.has('--errors')) for (const { label, found } of answers.filter((a) => a.label.gold !== 'na' && !isRight(a)))
  console.log(`${label.doc} ${label.item}: gold ${label.verdicts} at ${label.lines}; ${found.state} ${found.confidence}: ${found.reason}`);
for (const line of scoreLines(score(answers), flags.has('--by-item'))) console.log(line);

function leaveOneOut() {
  const cache = '.cache/learn/groups.json';
  if (!existsSync(cache)) {
    console.error(`${cache} is missing; run \`npm run train\` with the same sets first.`);
    process.exit(2);
  }
  const saved = JSON.parse(readFileSync(cache, 'utf8'));
  const group = new Map(saved.group);
  const blocksOf = (owner) => saved.models[group.get(owner)];
  const all = rows(data.docs, data, (doc) => blocksOf(doc.owner));
  const models = new Map();
  return (owner) => {
    if (!models.has(owner)) models.set(owner, { provenance: {}, features: analyzer.FEATURES, blocks: blocksOf(owner), ...fitRows(all.filter((r) => r.owner !== owner), data) });
    return models.get(owner);
  };
}
