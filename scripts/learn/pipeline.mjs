// From labelled and unlabelled specs to a model, with or without the documents of some owners.
import { createVocabulary, documentBlocks, packBlocks, readCorpus, trainBlocks } from './blocks.mjs';
import { readDataset } from './dataset.mjs';
import { fit } from './fit.mjs';

/** Owners are held out in so many groups; a document's block scores come from weights that saw none of its group. */
export const GROUPS = 5;
/** Documents by which scores are brought to one scale for all items. */
const SCALE_DOCUMENTS = 300;

/** Reads everything once: labelled documents with their blocks, and the corpus as examples. */
export function prepare({ items, analyzer, sets, corpus }) {
  const vocabulary = createVocabulary();
  const docs = sets.flatMap(({ labels, specs }) => readDataset(labels, specs).map((doc) => ({ ...doc, set: labels })));
  for (const doc of docs) {
    doc.spec = analyzer.readSpec(doc.text);
    doc.blocks = labelledBlocks(doc, items, analyzer, vocabulary);
  }
  const examples = corpus ? readCorpus(corpus.folder, corpus.table, items, analyzer, vocabulary) : [];
  const owners = [...new Set([...docs.map((d) => d.owner), ...examples.map((e) => e.owner)])].sort();
  return { items, analyzer, docs, examples, vocabulary, group: new Map(owners.map((o, i) => [o, i % GROUPS])) };
}

/** Each block of a labelled document with 1 for the items it is evidence for, 0.3 where the answer is only partial. */
function labelledBlocks(doc, items, analyzer, vocabulary) {
  const ranges = items.map((item) => {
    const label = doc.labels.find((l) => l.item === item.id);
    const worth = !label || label.gold === 'na' ? 0 : label.gold === 'covered' ? 1 : 0.3;
    return { worth, lines: (label?.lines ?? []).map((r) => { const [a, b] = String(r).split('-').map(Number); return [a, b ?? a]; }) };
  });
  return documentBlocks(doc.text, analyzer).map((block) => ({
    tokens: Int32Array.from(analyzer.tokensOf(block.text, block.key).map((t) => vocabulary.id(t, doc.owner))),
    y: Float64Array.from(ranges.map(({ worth, lines }) => (lines.some(([a, b]) => block.first <= b && block.last >= a) ? worth : 0))),
  }));
}

/** Block weights learned without the owners that `excluded` names. */
export function blockModel(data, excluded = () => false) {
  const { items, examples, docs, vocabulary } = data;
  const own = examples.filter((e) => !excluded(e.owner));
  const labelled = docs.filter((d) => !excluded(d.owner)).flatMap((d) => d.blocks);
  const packed = packBlocks(trainBlocks(own, labelled, items.length, vocabulary), items.map((i) => i.id), vocabulary);
  return scaled(packed, data);
}

/** Adds the mean and spread of each item's best score over documents. */
function scaled(packed, { docs, analyzer, items }) {
  const raw = { ...packed, means: items.map(() => 0), spreads: items.map(() => 1) };
  const step = Math.max(1, Math.floor(docs.length / SCALE_DOCUMENTS));
  const best = docs.filter((_, i) => i % step === 0).map((doc) => analyzer.bestScores(doc.spec, items, raw));
  const digits = (v) => Math.round(v * 1000) / 1000;
  const means = items.map((_, i) => best.reduce((s, b) => s + b[i], 0) / best.length);
  const spreads = items.map((_, i) => Math.max(0.1, Math.sqrt(best.reduce((s, b) => s + (b[i] - means[i]) ** 2, 0) / best.length)));
  return { ...packed, means: means.map(digits), spreads: spreads.map(digits) };
}

/** One row for each labelled answer: features, 1 for covered and 0 for a gap. Not-applicable teaches nothing. */
export function rows(docs, data, blocksOf) {
  const index = new Map(data.items.map((item, i) => [item.id, i]));
  const readers = new Map();
  return docs.flatMap((doc) => {
    const blocks = blocksOf(doc);
    if (!readers.has(blocks)) readers.set(blocks, data.analyzer.featureReader(data.items, blocks));
    const vectors = readers.get(blocks)(doc.spec);
    return doc.labels.filter((l) => l.gold !== 'na' && index.has(l.item))
      .map((label) => ({ doc: doc.id, owner: doc.owner, item: label.item, x: vectors[index.get(label.item)], y: label.gold === 'covered' ? 1 : 0, label }));
  });
}

/** Block weights for each group of owners, learned without it. */
export const groupModels = (data) => Array.from({ length: GROUPS }, (_, g) => blockModel(data, (owner) => data.group.get(owner) === g));

export const fitRows = (train, data) => fit(train, data.items.map((i) => i.id), data.analyzer.FEATURES.length);
