import { requiredLiterals, SHORTEST } from './required-literals';

/** Finds out in one pass over a text which of many patterns are worth trying on it. */
export interface PatternIndex {
  /**
   * One entry for each pattern: 1 where it may match, 0 where it certainly does not. The array is reused: read it
   * before the next call.
   */
  candidates(text: string): Uint8Array;
}

interface Literal { readonly text: string; readonly patterns: readonly number[] }

const BITS = 12;
const slot = (a: number, b: number, c: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> (32 - BITS);
const slotAt = (text: string, at: number): number => slot(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));

/** Required words are looked up by their first three letters at each position of the text. */
export function createPatternIndex(patterns: readonly RegExp[]): PatternIndex {
  const always: number[] = [];
  const byText = new Map<string, number[]>();
  patterns.forEach((pattern, i) => {
    const literals = requiredLiterals(pattern);
    if (!literals) always.push(i);
    for (const literal of literals ?? []) byText.set(literal, [...(byText.get(literal) ?? []), i]);
  });
  const table: (Literal[] | undefined)[] = new Array<undefined>(1 << BITS).fill(undefined);
  for (const [text, own] of byText) (table[slotAt(text, 0)] ??= []).push({ text, patterns: own });
  const found = new Uint8Array(patterns.length);
  return {
    candidates(text) {
      found.fill(0);
      for (const i of always) found[i] = 1;
      const lower = text.toLowerCase();
      for (let at = 0; at + SHORTEST <= lower.length; at++) {
        const literals = table[slotAt(lower, at)];
        if (!literals) continue;
        for (const literal of literals) if (lower.startsWith(literal.text, at)) for (const i of literal.patterns) found[i] = 1;
      }
      return found;
    },
  };
}
