import { DIGIT, requiredLiterals, SHORTEST } from './required-literals';

/** Finds out in one pass over a text which of many patterns are worth trying on it. */
export interface PatternIndex {
  /**
   * One entry for each pattern: 1 where it may match, 0 where it certainly does not. The array is reused: read it
   * before the next call.
   */
  candidates(text: string): Uint8Array;
}

interface Literal { readonly text: string; readonly patterns: readonly number[] }

const BITS = 14;
const slot = (a: number, b: number, c: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> (32 - BITS);
const ASCII = 128;

/** Required words are looked up by their first three letters at each position of the text, single signs by themselves. */
export function createPatternIndex(patterns: readonly RegExp[]): PatternIndex {
  const { always, literals } = readLiterals(patterns);
  const signs = literals.filter(({ text }) => text.length < SHORTEST).map(({ text, patterns: own }) => ({ code: text.charCodeAt(0), patterns: own }));
  const buckets: Literal[][] = [[]];
  /** By slot, the position of its literals in `buckets`; 0 for none. Most slots are empty, which this tells fastest. */
  const heads = new Uint16Array(1 << BITS);
  for (const literal of literals) {
    if (literal.text.length < SHORTEST) continue;
    const at = slot(literal.text.charCodeAt(0), literal.text.charCodeAt(1), literal.text.charCodeAt(2));
    if (heads[at] === 0) heads[at] = buckets.push([]) - 1;
    buckets[heads[at]!]!.push(literal);
  }
  const found = new Uint8Array(patterns.length);
  const seen = new Uint8Array(ASCII);
  return {
    candidates(text) {
      found.fill(0);
      seen.fill(0);
      for (const i of always) found[i] = 1;
      const lower = text.toLowerCase();
      let a = 0, b = 0;
      for (let at = 0; at < lower.length; at++) {
        const c = lower.charCodeAt(at);
        if (c < ASCII) seen[c] = 1;
        const head = heads[slot(a, b, c)]!;
        if (head > 0) for (const literal of buckets[head]!) if (lower.startsWith(literal.text, at - 2)) mark(found, literal.patterns);
        a = b;
        b = c;
      }
      for (const { code, patterns: own } of signs) if (code === DIGIT_CODE ? hasDigit(seen) : seen[code] === 1) mark(found, own);
      return found;
    },
  };
}

const DIGIT_CODE = DIGIT.charCodeAt(0);
const hasDigit = (seen: Uint8Array): boolean => seen.subarray(DIGIT_CODE, DIGIT_CODE + 10).includes(1);

function mark(found: Uint8Array, patterns: readonly number[]): void {
  for (const i of patterns) found[i] = 1;
}

/** The patterns that must always be tried, and what the others cannot match without. */
function readLiterals(patterns: readonly RegExp[]): { always: readonly number[]; literals: readonly Literal[] } {
  const always: number[] = [];
  const byText = new Map<string, number[]>();
  patterns.forEach((pattern, i) => {
    const required = requiredLiterals(pattern);
    if (!required) always.push(i);
    for (const literal of required ?? []) byText.set(literal, [...(byText.get(literal) ?? []), i]);
  });
  return { always, literals: [...byText].map(([text, own]) => ({ text, patterns: own })) };
}
