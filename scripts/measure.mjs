// What the measuring scripts share.

export const quantile = (values, q) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
export const median = (values) => quantile(values, 0.5);

/** `text` repeated to `lines` lines. Headings tell their copy, so that no two sections are the same and read only once. */
export const grown = (text, lines) => {
  const unit = text.replace(/^---\n[^]*?\n---\n/, '').trimEnd().split('\n').concat('');
  const line = (i) => unit[i % unit.length].replace(/^#+ .*/, (heading) => `${heading} ${Math.floor(i / unit.length) + 1}`);
  return Array.from({ length: lines }, (_, i) => line(i)).join('\n');
};

/**
 * The median times in ms of `runs`, by name, over so many rounds, in which each runs once.
 * @param {Record<string, (round: number) => unknown>} runs what returns a promise is waited for
 */
export async function inTurns(runs, rounds) {
  const taken = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const start = performance.now();
      await run(round);
      taken[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, median(times)]));
}
