import type { Block, Section } from './spec';

/**
 * Word weights that say how likely a block answers an item, learned from the authors' own headings and from labelled
 * evidence. They find the answer wherever it stands; whether it is one is for the layer above to say.
 */
export interface BlockModel {
  /** Item ids; the weights of a token refer to them by position. */
  readonly items: readonly string[];
  /** Mean and spread of an item's best score in a document, for scores that compare across items. */
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  readonly offsets: readonly number[];
  /** Weights are these integers times `scale`. */
  readonly scale: number;
  /** Token to pairs of item position and integer weight. */
  readonly tokens: Readonly<Record<string, readonly number[]>>;
}

const WORD = /[a-z][a-z0-9]+|\d[\d.,]*\s?(?:%|ms\b|s\b|sec\w*|min\w*|hours?\b|days?\b|weeks?\b|months?\b|[kmg]i?b\b|rps\b|qps\b)?|```|`/g;
const STOP = new Set('the an of to and in is it for on as be by or that this with are from at not we can will if has have its was which they their also but so such'.split(' '));
/** Words beyond this say nothing new about what a block is about. */
const WORDS = 120;

/** The tokens of a block: stems, pairs of neighbours, figures by unit, and, marked, the words of its heading. Each once. */
export function tokensOf(text: string, headingKey: string): readonly string[] {
  const found = new Set<string>();
  let before = '', count = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (++count > WORDS) break;
    const token = normal(word);
    if (STOP.has(token)) continue;
    found.add(token);
    if (before) found.add(`${before} ${token}`);
    before = token;
  }
  for (const word of headingKey.split(/[^a-z0-9]+/)) if (word.length > 1 && !STOP.has(word)) found.add(`h:${normal(word)}`);
  return [...found];
}

function normal(word: string): string {
  if (/^\d/.test(word)) return `#${word.replace(/[\d.,\s]+/, '')}`;
  if (word.length > 5) return word.replace(/(?:ies|ing|ied|ed|es|s)$/, '');
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

const weights = new WeakMap<BlockModel, ReadonlyMap<string, readonly number[]>>();

/** A map finds words faster than an object of thousands of keys. */
function weightsOf(model: BlockModel): ReadonlyMap<string, readonly number[]> {
  let found = weights.get(model);
  if (!found) weights.set(model, (found = new Map(Object.entries(model.tokens))));
  return found;
}

/** One score for each of the model's items, in spreads above the mean of a document's best. */
export function blockScores(model: BlockModel, block: Block, section: Section): Float32Array {
  const byToken = weightsOf(model);
  const scores = new Float32Array(model.items.length);
  const tokens = tokensOf(block.text, section.heading?.key ?? '');
  for (const token of tokens) {
    const pairs = byToken.get(token);
    if (pairs) for (let i = 0; i < pairs.length; i += 2) scores[pairs[i]!]! += pairs[i + 1]!;
  }
  // Long blocks hold more words of every kind.
  const scale = model.scale / Math.sqrt(tokens.length + 1);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i]! * scale + model.offsets[i]! - model.means[i]!) / model.spreads[i]!;
  return scores;
}
