// What the measuring scripts share.

export const quantile = (values, q) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
export const median = (values) => quantile(values, 0.5);

/** `text` repeated to `lines` lines. Headings tell their copy, so that no two sections are the same and read only once. */
export const grown = (text, lines) => {
  const unit = text.replace(/^---\n[^]*?\n---\n/, '').trimEnd().split('\n').concat('');
  const line = (i) => unit[i % unit.length].replace(/^#+ .*/, (heading) => `${heading} ${Math.floor(i / unit.length) + 1}`);
  return Array.from({ length: lines }, (_, i) => line(i)).join('\n');
};

/** Milliseconds of processor time that this process has had: on a busy machine, unlike the clock, the same for the same work. */
export const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * The median times in ms of `runs`, by name, over so many rounds, in which each runs once.
 * @param {Record<string, (round: number) => unknown>} runs what returns a promise is waited for
 * @param {() => number} clock in ms
 */
export async function inTurns(runs, rounds, clock = processorTime) {
  const taken = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const start = clock();
      await run(round);
      taken[name].push(clock() - start);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, median(times)]));
}
