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

/** A figure with its unit. */
const FIGURE = /\d[\d.,]*\s?(?:%|ms\b|s\b|sec\w*|min\w*|hours?\b|days?\b|weeks?\b|months?\b|[kmg]i?b\b|rps\b|qps\b)?/y;
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

/** Words of two letters and more, figures, and the marks of code, in lower case. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length && words.length < WORDS;) {
    const end = behindWord(lower, at);
    if (end - at > 1 || lower.charCodeAt(at) === TICK || isDigit(lower.charCodeAt(at))) words.push(lower.slice(at, end));
    at = end;
  }
  return words;
}

const TICK = 96;
const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Behind the word, figure, mark or other character at `at`. */
function behindWord(lower: string, at: number): number {
  const code = lower.charCodeAt(at);
  if (isLetter(code)) {
    let end = at + 1;
    for (let next = lower.charCodeAt(end); isLetter(next) || isDigit(next); next = lower.charCodeAt(end)) end++;
    return end;
  }
  if (isDigit(code)) {
    FIGURE.lastIndex = at;
    FIGURE.test(lower);
    return FIGURE.lastIndex;
  }
  return code === TICK && lower.startsWith('```', at) ? at + 3 : at + 1;
}

function normal(word: string): string {
  if (/^\d/.test(word)) return `#${word.replace(/[\d.,\s]+/, '')}`;
  if (word.length > 5) return word.replace(/(?:ies|ing|ied|ed|es|s)$/, '');
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

/** More than four times the tokens that {@link WORDS} words give. */
const SLOT_BITS = 10, SLOTS = 1 << SLOT_BITS;

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
  readonly counted: Counted;
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
  return { table, weights, pairs, words: new Map(), tokens: new Map(), counted: new Counted() };
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
  const { table, counted } = lexicon;
  const sums = new Int32Array(model.items.length);
  const add = (weights: Weights | undefined) => {
    if (weights) for (let i = weights.from; i < weights.to; i += 2) sums[table[i]!]! += table[i + 1]!;
  };
  counted.start();
  let before: Known | null = null;
  for (const word of wordsOf(text)) {
    const known = lexicon.words.get(word) ?? (lexicon.words.has(word) ? null : know(lexicon, word));
    if (!known) continue;
    if (counted.isNew(known.id)) add(known.weights);
    if (before && counted.isNew((before.id + 1) * REMEMBERED + known.id)) add(before.pairs?.get(known.token));
    before = known;
  }
  for (const token of heading) add(lexicon.weights.get(token));
  // Long blocks hold more words of every kind.
  const scale = model.scale / Math.sqrt(counted.size + heading.length + 1);
  const scores = new Float32Array(sums.length);
  for (let i = 0; i < scores.length; i++) scores[i] = (sums[i]! * scale + model.offsets[i]! - model.means[i]!) / model.spreads[i]!;
  return scores;
}

/** The tokens of one text, by number, each once: a table of fixed size that is emptied by a new run. */
class Counted {
  readonly #numbers = new Int32Array(SLOTS);
  readonly #runs = new Uint32Array(SLOTS);
  #run = 0;
  size = 0;

  start(): void {
    this.#run++;
    this.size = 0;
  }

  isNew(number: number): boolean {
    let slot = Math.imul(number, 0x9e3779b1) >>> (32 - SLOT_BITS);
    for (; this.#runs[slot] === this.#run; slot = (slot + 1) & (SLOTS - 1)) if (this.#numbers[slot] === number) return false;
    this.#runs[slot] = this.#run;
    this.#numbers[slot] = number;
    this.size++;
    return true;
  }
}
