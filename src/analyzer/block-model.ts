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
  let before = '';
  for (const word of wordsOf(text)) {
    const token = normal(word);
    if (STOP.has(token)) continue;
    found.add(token);
    if (before) found.add(`${before} ${token}`);
    before = token;
  }
  return [...found, ...headingTokens(headingKey)];
}

/** The tokens that a heading gives to the blocks beneath it. Each once. */
export function headingTokens(key: string): readonly string[] {
  const words = key.split(/[^a-z0-9]+/).filter((word) => word.length > 1 && !STOP.has(word));
  return [...new Set(words.map((word) => `h:${normal(word)}`))];
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  const lower = text.toLowerCase();
  WORD.lastIndex = 0;
  for (let match = WORD.exec(lower); match && words.length < WORDS; match = WORD.exec(lower)) words.push(match[0]);
  return words;
}

function normal(word: string): string {
  if (/^\d/.test(word)) return `#${word.replace(/[\d.,\s]+/, '')}`;
  if (word.length > 5) return word.replace(/(?:ies|ing|ied|ed|es|s)$/, '');
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

/** Where the weights of a token stand in the lexicon's table: from `from` up to `to`. */
interface Weights { readonly from: number; readonly to: number }

/** A token as scoring meets it. */
interface Known {
  readonly id: number;
  readonly weights: Weights | undefined;
  /** Weights of the pairs that it begins, by the other token. */
  readonly pairs: ReadonlyMap<string, Weights> | undefined;
  readonly token: string;
}

/** The weights of a model, and what words are to it, so that one that was seen before is not taken apart again. */
interface Lexicon {
  /** Pairs of item position and weight, those of a token behind each other: in one piece, they are quickly at hand. */
  readonly table: Int16Array;
  readonly weights: ReadonlyMap<string, Weights>;
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, Weights>>;
  /** By word as written in lower case; null for words that say nothing. */
  readonly words: Map<string, Known | null>;
  readonly tokens: Map<string, Known>;
}

const lexicons = new WeakMap<BlockModel, Lexicon>();
/** So many words are remembered; ids of pairs stay small integers. */
const REMEMBERED = 1 << 15;

function lexiconOf(model: BlockModel): Lexicon {
  let found = lexicons.get(model);
  if (!found) lexicons.set(model, (found = createLexicon(model)));
  if (found.words.size > REMEMBERED - WORDS) {
    found.words.clear();
    found.tokens.clear();
  }
  return found;
}

function createLexicon({ tokens }: BlockModel): Lexicon {
  const all = Object.entries(tokens);
  const table = new Int16Array(all.reduce((sum, [, own]) => sum + own.length, 0));
  const weights = new Map<string, Weights>(), pairs = new Map<string, Map<string, Weights>>();
  let from = 0;
  for (const [token, own] of all) {
    table.set(own, from);
    const range = { from, to: from += own.length };
    const [first, second] = token.split(' ');
    if (second === undefined) weights.set(token, range);
    else pairs.set(first!, (pairs.get(first!) ?? new Map<string, Weights>()).set(second, range));
  }
  return { table, weights, pairs, words: new Map(), tokens: new Map() };
}

function know({ weights, pairs, words, tokens }: Lexicon, word: string): Known | null {
  const token = normal(word);
  let known = STOP.has(token) ? null : tokens.get(token);
  if (known === undefined) tokens.set(token, (known = { id: tokens.size, weights: weights.get(token), pairs: pairs.get(token), token }));
  words.set(word, known);
  return known;
}

/**
 * One score for each of the model's items, in spreads above the mean of a document's best: that of {@link tokensOf} the text.
 * @param heading the tokens of the heading above it
 */
export function blockScores(model: BlockModel, text: string, heading: readonly string[]): Float32Array {
  const lexicon = lexiconOf(model);
  const sums = new Int32Array(model.items.length);
  const { table } = lexicon;
  const add = (weights: Weights | undefined) => {
    if (weights) for (let i = weights.from; i < weights.to; i += 2) sums[table[i]!]! += table[i + 1]!;
  };
  /** The ids of tokens, and those of pairs behind them. */
  const seen = new Set<number>();
  let before: Known | null = null;
  for (const word of wordsOf(text)) {
    const known = lexicon.words.get(word) ?? (lexicon.words.has(word) ? null : know(lexicon, word));
    if (!known) continue;
    if (!seen.has(known.id)) add(known.weights);
    seen.add(known.id);
    if (before) {
      const pair = (before.id + 1) * REMEMBERED + known.id;
      if (!seen.has(pair)) add(before.pairs?.get(known.token));
      seen.add(pair);
    }
    before = known;
  }
  for (const token of heading) add(lexicon.weights.get(token));
  // Long blocks hold more words of every kind.
  const scale = model.scale / Math.sqrt(seen.size + heading.length + 1);
  return Float32Array.from(sums, (sum, i) => (sum * scale + model.offsets[i]! - model.means[i]!) / model.spreads[i]!);
}
