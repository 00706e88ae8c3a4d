import type { Span } from '../span';

export type Dimension = 'time' | 'size' | 'ratio' | 'rate';

/** A figure with its unit, in one normal form: "5 minutes" and "300 s" have the same value. */
export interface Quantity extends Span {
  readonly dimension: Dimension;
  /** In seconds, bytes, percent, or times per second. */
  readonly value: number;
  /** As the author wrote it: "5 minutes". */
  readonly text: string;
  /** What the words before it make of it: "at most 5 minutes". */
  readonly bound?: 'at most' | 'at least';
}

const TIME: Readonly<Record<string, number>> = { us: 1e-6, µs: 1e-6, ms: 1e-3, msec: 1e-3, msecs: 1e-3, millisecond: 1e-3, s: 1, sec: 1, second: 1, min: 60, minute: 60, h: 3600, hr: 3600, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000, year: 31_536_000 };
// Authors write KB for both; the wider reading never makes two values differ that are meant as one.
const SIZE: Readonly<Record<string, number>> = { byte: 1, kb: 2 ** 10, kib: 2 ** 10, mb: 2 ** 20, mib: 2 ** 20, gb: 2 ** 30, gib: 2 ** 30, tb: 2 ** 40, tib: 2 ** 40 };
const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6 };

const NUMBER = String.raw`(?<![\w.,:/-])(?<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)`;
const SECONDS = String.raw`(?:µs|us|msecs?|ms|milliseconds?|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|hr|h|days?|weeks?|months?|years?)`;
const COUNTED = String.raw`(?:requests?|reqs?|quer(?:y|ies)|messages?|events?|transactions?|operations?|ops|writes?|reads?|calls?|records?|orders?|connections?)`;
const QUANTITY = new RegExp(String.raw`${NUMBER}(?: ?(?<percent>%|percent\b)|(?<scale>[kM])?[ -]?(?:(?<perSecond>[rqt]ps)\b|(?:${COUNTED} ?)?(?:\/ ?|per |a )(?<per>s|sec|seconds?|min|minutes?|h|hours?|days?)\b|(?<time>${SECONDS})\b(?!\/)|(?<size>bytes?|[KkMGT]i?B)\b))`, 'g');

const AT_MOST = /(?:at most|up to|under|below|within|less than|no more than|not exceed(?:ing)?|maximum of|max|<=?|≤|in)\s*\**$/i;
const AT_LEAST = /(?:at least|over|above|more than|minimum of|min|>=?|≥)\s*\**$/i;

/** The quantities in a sentence or cell, in order; spans are in `text`. */
export function quantitiesIn(text: string): readonly Quantity[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(QUANTITY)].flatMap((match) => {
    const measure = measured(match.groups!);
    if (!measure) return [];
    const start = match.index, before = text.slice(Math.max(0, start - 24), start);
    const bound = AT_MOST.test(before) ? 'at most' : AT_LEAST.test(before) ? 'at least' : undefined;
    return [{ start, end: start + match[0].length, text: match[0], ...measure, ...(bound ? { bound } as const : {}) }];
  });
}

type Parts = Readonly<Record<string, string | undefined>>;

function measured({ number, percent, scale, perSecond, per, time, size }: Parts): Pick<Quantity, 'dimension' | 'value'> | undefined {
  const value = Number(number!.replaceAll(',', '')) * (SCALE[scale?.toLowerCase() ?? ''] ?? 1);
  if (percent) return { dimension: 'ratio', value };
  if (perSecond) return { dimension: 'rate', value };
  if (per) return { dimension: 'rate', value: value / factor(TIME, per) };
  // "2k minutes" is rare, "5M s" a typo: a scaled duration is left alone.
  if (time) return scale ? undefined : { dimension: 'time', value: value * factor(TIME, time) };
  return { dimension: 'size', value: value * factor(SIZE, size!) };
}

/** Units stand in the singular; "s" and "µs" are no plurals. */
const factor = (units: Readonly<Record<string, number>>, unit: string): number => {
  const name = unit.toLowerCase();
  return units[name] ?? units[name.replace(/s$/, '')] ?? NaN;
};

/** In percent; what is promised lower is a quota of something else. */
const LOWEST_AVAILABILITY = 90;

/** Whether a share in a sentence is an availability: said of one, and not of tests, users or utilisation. */
export const isAvailability = ({ dimension, value }: Quantity, sentence: string): boolean =>
  dimension === 'ratio' && value >= LOWEST_AVAILABILITY && value < 100
  && /\b(?:availab(?:le|ility)|uptime|slas?|slos?)\b/i.test(sentence) && !/\b(?:coverage|tests?|accura\w+|utili[sz]ation|cpu|users?|adoption|precision|recall|confidence|latenc\w+|success rate|correct\w*)\b/i.test(sentence);
