import { requiredLiterals, type Clause } from './required-literals';
import known from './known-literals.json';

/**
 * What {@link requiredLiterals} tells of a pattern. For those that ship it was worked out when they were generated,
 * because working it out takes longer than reading a document; a pattern that changed since is not found there.
 */
export function literalsOf(pattern: RegExp): readonly Clause[] {
  const packed = (known as Readonly<Record<string, string>>)[keyOf(pattern.source)];
  return packed === undefined ? requiredLiterals(pattern) : unpack(packed);
}

/** By what a pattern is found again: two hashes of its source, which make it as good as impossible to take one for another. */
export function keyOf(source: string): string {
  let a = source.length, b = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = (Math.imul(b, 31) + code) | 0;
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

/** No literal holds one of these: a source has them as escapes, which stand for anything. */
const BETWEEN_CLAUSES = '\n', BETWEEN_LITERALS = '\t';

export const pack = (clauses: readonly Clause[]): string => clauses.map((clause) => clause.join(BETWEEN_LITERALS)).join(BETWEEN_CLAUSES);

const unpack = (packed: string): readonly Clause[] => (packed ? packed.split(BETWEEN_CLAUSES).map((clause) => clause.split(BETWEEN_LITERALS)) : []);
