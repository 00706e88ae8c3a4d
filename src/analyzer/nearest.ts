/**
 * The candidate a typist most likely meant by `word`: the last part of an id ("rollback" for
 * "infrastructure/rollback"), else the one fewest edits away. Undefined where none is close.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = Math.min(edits(wanted, candidate), edits(wanted, lastPart(candidate)) + 0.5);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** `; did you mean "api/limits"?`, or nothing where no candidate is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const close = nearest(word, candidates);
  return close === undefined ? '' : `; did you mean "${close}"?`;
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Nobody mistypes a word this long; a row of that length for each candidate would be wasted. */
const LONGEST = 64;

/** Damerau-Levenshtein (optimal string alignment): insertions, deletions, substitutions and swapped neighbours. */
function edits(a: string, b: string): number {
  if (a.length > LONGEST || b.length > LONGEST) return Infinity;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2]! + 1);
      row.push(cost);
    }
    [older, previous] = [previous, row];
  }
  return previous[b.length]!;
}
