/** Figures as a reader is shown them. */

/** At most three digits that mean something: 0.43, 12.5, 430. */
export const short = (value: number): string => Number(value.toPrecision(value >= 1000 ? 4 : 3)).toLocaleString('en', { maximumFractionDigits: 6 });

/** In percent, to the thousandth that an availability needs. */
export const share = (percent: number): string => `${Number(percent.toFixed(3))} %`;

const TIMES: readonly (readonly [number, string])[] = [[86_400, 'days'], [3600, 'hours'], [60, 'min'], [1, 's'], [1e-3, 'ms'], [1e-6, 'µs']];

/** Seconds in the largest unit that holds two of them: "430 ms", "3 min". */
export function duration(seconds: number): string {
  const [size, unit] = TIMES.find(([s]) => seconds >= 2 * s || (seconds >= s && s <= 1)) ?? TIMES.at(-1)!;
  return `${short(seconds / size)} ${unit}`;
}

const SIZES: readonly (readonly [number, string])[] = [[2 ** 50, 'PiB'], [2 ** 40, 'TiB'], [2 ** 30, 'GiB'], [2 ** 20, 'MiB'], [2 ** 10, 'KiB'], [1, 'bytes']];

/** Bytes in the largest unit that holds one of them. */
export function size(bytes: number): string {
  const [factor, unit] = SIZES.find(([s]) => bytes >= s) ?? SIZES.at(-1)!;
  return `${short(bytes / factor)} ${unit}`;
}
