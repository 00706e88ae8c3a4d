// Learns the block model: which words tell that a block answers an item.
// First from the authors' headings in a folder of unlabelled specs (a block under a heading of the item is an example),
// then from the lines that readers of labelled specs gave as evidence, held towards what the headings taught.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

export const BLOCK_SETTINGS = { weightsPerItem: 320, minOwners: 6, repeated: 4, headingEpochs: 3, evidenceEpochs: 6, pull: 0.002, rate: 0.15, headingShare: 3 };

const MIN_WORDS = 4;
const ROLES = new Set(['contents', 'template', 'references', 'history']);

/** Blocks of a document with tokens and place; `owner` groups documents of one organisation. */
export function documentBlocks(text, analyzer) {
  const spec = analyzer.readSpec(text);
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  const line = (offset) => { let lo = 0, hi = lines.length - 1; while (lo < hi) { const m = (lo + hi + 1) >> 1; if (lines[m] <= offset) lo = m; else hi = m - 1; } return lo + 1; };
  const blocks = [];
  for (const section of spec.sections) {
    if (ROLES.has(section.role)) continue;
    for (const block of section.blocks) {
      if (block.words < MIN_WORDS) continue;
      blocks.push({ text: block.text, key: section.heading?.key ?? '', role: section.role, section, spec, first: line(section.origin + block.start), last: line(section.origin + block.end) });
    }
  }
  return blocks;
}

/** Items whose headings (strict or loose) stand over the block, the nearest heading that any item knows. */
function headedItems(section, spec, matchers) {
  for (let s = section; s; s = s.parent >= 0 ? spec.sections[s.parent] : undefined) {
    if (!s.heading) continue;
    const own = matchers(s.heading.key);
    if (own.length) return own;
  }
  return [];
}

export function headingMatcher(items, headingKeys) {
  const memo = new Map();
  return (key) => {
    let found = memo.get(key);
    if (!found) memo.set(key, (found = items.flatMap((item, i) => (headingKeys(item.evidence.headings).has(key) || item.evidence.headingPattern?.test(key) ? [i] : []))));
    return found;
  };
}

/** Reads a corpus folder into compact examples: token ids, items of the heading, owner. */
export function readCorpus(folder, table, items, analyzer, vocabulary) {
  const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1).map((r) => r.split('\t'));
  const match = headingMatcher(items, analyzer.headingKeys);
  const seen = new Map(), raw = [];
  for (const [file, repo] of rows) {
    const owner = repo.split('/')[0].replace('kubernetes-sigs', 'kubernetes');
    for (const block of documentBlocks(readFileSync(`${folder}/${file}`, 'utf8'), analyzer)) {
      const sign = block.text.slice(0, 200);
      seen.set(sign, (seen.get(sign) ?? 0) + 1);
      raw.push({ sign, owner, tokens: analyzer.tokensOf(block.text, block.key).map((t) => vocabulary.id(t, owner)), y: headedItems(block.section, block.spec, match) });
    }
  }
  return raw.filter((b) => seen.get(b.sign) < BLOCK_SETTINGS.repeated).map(({ owner, tokens, y }) => ({ owner, tokens: Int32Array.from(tokens), y }));
}

/** Numbers tokens and remembers how many owners use each. */
export function createVocabulary() {
  const ids = new Map(), names = [], owners = [];
  return {
    names,
    id(token, owner) {
      let id = ids.get(token);
      if (id === undefined) { ids.set(token, (id = names.length)); names.push(token); owners.push(new Set()); }
      const own = owners[id];
      if (own.size < BLOCK_SETTINGS.minOwners) own.add(owner);
      return id;
    },
    known: (id) => owners[id].size >= BLOCK_SETTINGS.minOwners,
  };
}

/** One logistic unit for each item over tokens, by AdaGrad in fixed order. */
function sgd(examples, n, size, state, { epochs, rate, target, weight, prior, pull, names, headingShare }) {
  const { w, b, g, gb } = state;
  const p = new Float64Array(n);
  for (let epoch = 0; epoch < epochs; epoch++) {
    examples.forEach((example, index) => {
      let { tokens } = example;
      // The heading gives the answer away: most examples are learned without it, so that the words beneath count.
      if (headingShare && (index + epoch) % headingShare) tokens = tokens.filter((t) => !names[t].startsWith('h:'));
      const scale = 1 / Math.sqrt(tokens.length + 1), y = target(example), strength = weight(example);
      for (let i = 0; i < n; i++) {
        let sum = b[i];
        for (const t of tokens) sum += w[t * n + i] * scale;
        p[i] = 1 / (1 + Math.exp(-sum)) - y[i];
      }
      for (let i = 0; i < n; i++) {
        const e = p[i] * strength;
        if (Math.abs(e) < 0.003) continue;
        gb[i] += e * e;
        b[i] -= (rate / Math.sqrt(gb[i])) * e;
        for (const t of tokens) {
          const k = t * n + i, grad = e * scale + pull * (w[k] - (prior ? prior[k] : 0));
          g[k] += grad * grad;
          w[k] -= (rate / Math.sqrt(g[k])) * grad;
        }
      }
    });
  }
}

/** Trains on corpus examples, then on labelled blocks ({tokens, y: Float64Array}); returns weights by token and item. */
export function trainBlocks(corpus, labelled, n, vocabulary, settings = BLOCK_SETTINGS) {
  const size = vocabulary.names.length;
  const state = { w: new Float32Array(size * n), b: new Float64Array(n).fill(-3), g: new Float32Array(size * n).fill(1), gb: new Float64Array(n).fill(1) };
  const perOwner = new Map();
  for (const { owner } of corpus) perOwner.set(owner, (perOwner.get(owner) ?? 0) + 1);
  const usable = (e) => ({ ...e, tokens: e.tokens.filter((t) => vocabulary.known(t)) });
  const order = shuffle(corpus.map(usable));
  const y = new Float64Array(n);
  const typical = corpus.length / Math.max(1, perOwner.size);
  sgd(order, n, size, state, {
    epochs: settings.headingEpochs, rate: settings.rate, pull: 1e-5, names: vocabulary.names, headingShare: settings.headingShare,
    target: (e) => { y.fill(0); for (const i of e.y) y[i] = 1; return y; },
    weight: (e) => Math.min(3, Math.sqrt(typical / perOwner.get(e.owner))),
  });
  if (labelled.length) {
    const prior = state.w.slice();
    state.g.fill(1);
    sgd(shuffle(labelled.map(usable)), n, size, state, { epochs: settings.evidenceEpochs, rate: settings.rate, pull: settings.pull, prior, names: vocabulary.names, target: (e) => e.y, weight: () => 1 });
  }
  return state;
}

/** A fixed order that mixes documents: multiplicative stepping through the list. */
function shuffle(list) {
  const n = list.length;
  let step = Math.floor(n * 0.618) | 1;
  const gcd = (a, b) => (b ? gcd(b, a % b) : a);
  while (gcd(step, n) !== 1) step += 2;
  return Array.from({ length: n }, (_, i) => list[(i * step) % n]);
}

/** The strongest weights of each item as small integers. Scores divide by the square root of tokens at training; a typical length is folded in here. */
export function packBlocks({ w, b }, items, vocabulary, settings = BLOCK_SETTINGS) {
  const n = items.length, tokens = new Map(), scale = 0.01;
  for (let i = 0; i < n; i++) {
    const ranked = [];
    for (let t = 0; t < vocabulary.names.length; t++) if (w[t * n + i] && vocabulary.known(t)) ranked.push([t, w[t * n + i]]);
    ranked.sort((x, y) => Math.abs(y[1]) - Math.abs(x[1]) || x[0] - y[0]);
    for (const [t, value] of ranked.slice(0, settings.weightsPerItem)) {
      const name = vocabulary.names[t];
      if (!tokens.has(name)) tokens.set(name, []);
      tokens.get(name).push(i, Math.max(-999, Math.min(999, Math.round(value / scale))));
    }
  }
  return { items, offsets: [...b].map((v) => Math.round(v * 1000) / 1000), scale, tokens: Object.fromEntries([...tokens].sort(([x], [y]) => (x < y ? -1 : 1))) };
}
