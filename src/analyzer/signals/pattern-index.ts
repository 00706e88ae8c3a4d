import { literalsOf } from './known-literals';
import { DIGIT, EDGE, FOREIGN } from './required-literals';

/** Finds out in one pass over a text which of many patterns are worth trying on it. */
export interface PatternIndex {
  /**
   * The positions of the patterns that may match, in no order; all others certainly do not. The array is reused: read
   * it before the next call.
   */
  candidates(text: string): readonly number[];
}

/** A string that is looked for. Where it is found, the bits of its patterns are set; a pattern with all of its bits may match. */
interface Literal {
  readonly length: number;
  /** Whether it must begin, or end, at the edge of a word. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Pairs of the position of a pattern and a bit. */
  readonly marks: readonly number[];
}

/** What literals are made of, whatever the case; digits are alike, and so are all characters that are not named here. */
const KINDS = 32;
const SHIFT = 5;
const ASCII = 128;
const OTHER = 31;
const KIND = Uint8Array.from({ length: ASCII }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  return /[a-z]/.test(char) ? char.charCodeAt(0) - 96 : /\d/.test(char) ? 30 : char === ' ' ? 27 : char === '-' ? 28 : char === '/' ? 29 : OTHER;
});
const kindOf = (code: number): number => (code < ASCII ? KIND[code]! : code === LONG_S ? KIND[S]! : code === KELVIN ? KIND[K]! : OTHER);
/** With the flags `iu` these are the same as letters of ASCII. */
const LONG_S = 0x17f, KELVIN = 0x212a;
const S = 's'.charCodeAt(0), K = 'k'.charCodeAt(0);
const WORD = Uint8Array.from({ length: ASCII }, (_, code) => Number(/\w/.test(String.fromCharCode(code))));
const isWord = (text: string, at: number): boolean => WORD[text.charCodeAt(at)] === 1;
/** Bits for so many clauses of a pattern. */
const CLAUSES = 8;

/** All literals are looked for at once, by an automaton of Aho and Corasick; single signs by themselves. */
export function createPatternIndex(patterns: readonly RegExp[]): PatternIndex {
  const { whole, literals, signs } = readLiterals(patterns);
  const { next, ends } = automaton(literals);
  const always = patterns.flatMap((_, i) => (whole[i] === 0 ? [i] : []));
  const found: Found = { whole, bits: new Uint8Array(patterns.length), patterns: [] };
  const seen = new Uint8Array(ASCII);
  /** By state, the number of the last text in which everything was marked that ends there; {@link NEVER} where nothing does. */
  const marked = Uint32Array.from(ends, (ending) => (ending ? 0 : NEVER));
  let run = 0;
  return {
    candidates(text) {
      found.bits.fill(0);
      found.patterns.length = 0;
      found.patterns.push(...always);
      seen.fill(0);
      run++;
      let state = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        seen[code < ASCII ? code : FOREIGN_CODE] = 1;
        state = next[(state << SHIFT) | (code < ASCII ? KIND[code]! : kindOf(code))]!;
        if (marked[state]! < run && markAll(ends[state]!, text, at + 1, found)) marked[state] = run;
      }
      for (const { code, marks } of signs) if (code === DIGIT_CODE ? hasDigit(seen) : seen[code] === 1) mark(found, marks);
      return found.patterns;
    },
  };
}

/** More texts than anybody reviews. */
const NEVER = 0xffffffff;

interface Found {
  /** For each pattern the bits that it must have, and those that it has. */
  readonly whole: Uint8Array;
  readonly bits: Uint8Array;
  /** Those that have all of them. */
  readonly patterns: number[];
}

/** Marks what the literals tell that end in front of `end`; false where one of them does not stand at the edges of words. */
function markAll(literals: readonly Literal[], text: string, end: number, found: Found): boolean {
  let all = true;
  for (const { length, opens, closes, marks } of literals)
    if ((opens && isWord(text, end - length - 1)) || (closes && isWord(text, end))) all = false; else mark(found, marks);
  return all;
}

const DIGIT_CODE = DIGIT.charCodeAt(0), FOREIGN_CODE = FOREIGN.charCodeAt(0);
const hasDigit = (seen: Uint8Array): boolean => seen.subarray(DIGIT_CODE, DIGIT_CODE + 10).includes(1);

function mark({ whole, bits, patterns }: Found, marks: readonly number[]): void {
  for (let i = 0; i < marks.length; i += 2) {
    const pattern = marks[i]!, before = bits[pattern]!, after = before | marks[i + 1]!;
    if (after === before) continue;
    bits[pattern] = after;
    if (after === whole[pattern]) patterns.push(pattern);
  }
}

interface Automaton {
  /** The state that follows, by state and kind of character. */
  readonly next: Uint16Array;
  /** By state, the literals that end where it is reached; undefined for none. */
  readonly ends: readonly (readonly Literal[] | undefined)[];
}

/** The states as a tree, 0 for none: of each the kind of character that leads to it, a child, and another child of its parent. */
interface Tree { readonly kind: Uint8Array; readonly child: Uint16Array; readonly sibling: Uint16Array }

function automaton(literals: ReadonlyMap<string, readonly number[]>): Automaton {
  const states = 1 + [...literals.keys()].reduce((sum, { length }) => sum + length, 0);
  const next = new Uint16Array(states * KINDS);
  const tree: Tree = { kind: new Uint8Array(states), child: new Uint16Array(states), sibling: new Uint16Array(states) };
  const ends: (Literal[] | undefined)[] = [undefined];
  for (const [text, marks] of literals) {
    const opens = text.startsWith(EDGE), closes = text.endsWith(EDGE);
    const bare = text.slice(Number(opens), text.length - Number(closes));
    let state = 0;
    for (let i = 0; i < bare.length; i++) {
      const kind = kindOf(bare.charCodeAt(i)), at = (state << SHIFT) | kind;
      if (next[at] === 0) {
        const made = next[at] = ends.push(undefined) - 1;
        tree.kind[made] = kind;
        tree.sibling[made] = tree.child[state]!;
        tree.child[state] = made;
      }
      state = next[at]!;
    }
    (ends[state] ??= []).push({ length: bare.length, opens, closes, marks });
  }
  linkStates(next, ends, tree);
  return { next: next.slice(0, ends.length * KINDS), ends };
}

/**
 * Completes the steps of the trie: where none fits, on goes the longest ending of what was read that begins a literal.
 * The steps of that ending's state are copied whole, and the few of the state itself set again.
 */
function linkStates(next: Uint16Array, ends: (Literal[] | undefined)[], { kind, child, sibling }: Tree): void {
  const fallback = new Uint16Array(ends.length);
  const queue = [0];
  for (const state of queue) {
    const behind = fallback[state]!, own = state << SHIFT;
    if (state !== 0) {
      if (ends[behind]) ends[state] = [...ends[state] ?? [], ...ends[behind]];
      next.copyWithin(own, behind << SHIFT, (behind + 1) << SHIFT);
    }
    for (let made = child[state]!; made !== 0; made = sibling[made]!) {
      const at = own | kind[made]!;
      if (state !== 0) fallback[made] = next[at]!;
      next[at] = made;
      queue.push(made);
    }
  }
}

interface Required {
  /** For each pattern the bits that it must have. */
  readonly whole: Uint8Array;
  /** By literal, the pairs of a pattern and a bit. */
  readonly literals: ReadonlyMap<string, number[]>;
  readonly signs: readonly { readonly code: number; readonly marks: readonly number[] }[];
}

function readLiterals(patterns: readonly RegExp[]): Required {
  const whole = new Uint8Array(patterns.length);
  const literals = new Map<string, number[]>(), signs = new Map<string, number[]>();
  patterns.forEach((pattern, i) => {
    literalsOf(pattern).slice(0, CLAUSES).forEach((clause, n) => {
      whole[i]! |= 1 << n;
      for (const text of clause) {
        const all = text.length > 1 ? literals : signs, marks = all.get(text);
        if (marks) marks.push(i, 1 << n); else all.set(text, [i, 1 << n]);
      }
    });
  });
  return { whole, literals, signs: [...signs].map(([text, marks]) => ({ code: text.charCodeAt(0), marks })) };
}
