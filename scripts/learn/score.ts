// How right judged answers are: gaps, evidence, confidence and calibration. Shared by `npm run quality` and the tests.
import type { Coverage } from '../../src/analyzer/review';

/** One line of a labels file: what readers said of one item in one document. */
export interface Label {
  readonly doc: string;
  readonly item: string;
  readonly gold: 'covered' | 'gap' | 'na';
  /** One for each reader: covered, partial, missing or na. */
  readonly verdicts?: readonly string[];
  /** Line ranges from 1 that hold the evidence: "40-62" or "7". */
  readonly lines?: readonly string[];
}

/** A verdict beside its label. */
export interface Answer {
  readonly label: Label;
  readonly found: Coverage;
  /** Of the whole document. */
  readonly text: string;
}

/** Counts of one group of answers; a positive is a gap that was reported. */
export interface Tally {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  /** Covered on both sides with labelled lines, and those of them where an evidence range meets one. */
  readonly both: number;
  readonly hit: number;
}

/** Shares are between 0 and 1, and NaN where there is nothing to share. */
export interface Score {
  readonly all: Tally;
  readonly byItem: ReadonlyMap<string, Tally>;
  /** Over the items that have a gap, labelled or reported. */
  readonly macroF1: number;
  /** Of what all readers call missing, the share reported; of what all call covered, the share not reported. */
  readonly missingReported: number;
  readonly coveredKept: number;
  /** Share of answers with a confidence of at least 0.8, and of those the share that is right. */
  readonly confident: number;
  readonly confidentRight: number;
  /** Expected calibration error over ten bins. */
  readonly calibrationError: number;
}

/** An evidence range this many lines from a labelled one still shows it. */
const SLACK = 3;
const SURE = 0.8;

export const parseLabels = (jsonl: string): readonly Label[] => jsonl.trim().split('\n').map((line) => JSON.parse(line) as Label);

/** First and last line of each labelled range, from 1. */
export const labelledLines = ({ lines = [] }: Label): readonly (readonly [number, number])[] =>
  lines.map((range) => {
    const [first, last] = range.split('-').map(Number);
    return [first!, last ?? first!];
  });

export const isGap = ({ state }: Pick<Coverage, 'state'>): boolean => state === 'missing' || state === 'partial';
export const isRight = ({ label, found }: Pick<Answer, 'label' | 'found'>): boolean => isGap(found) === (label.gold === 'gap');
export const f1 = ({ tp, fp, fn }: Tally): number => (2 * tp) / Math.max(1, 2 * tp + fp + fn);
export const evidenceHit = ({ hit, both }: Tally): number => hit / both;

export function score(answers: readonly Answer[]): Score {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) groups.set(answer.label.item, [...(groups.get(answer.label.item) ?? []), answer]);
  const byItem = new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([item, own]) => [item, tally(own)]));
  const judged = [...byItem.values()].filter((t) => t.tp + t.fn > 0);
  const unanimous = (verdict: string) => answers.filter(({ label }) => label.verdicts?.length && label.verdicts.every((v) => v === verdict));
  const sure = answers.filter(({ found }) => found.confidence >= SURE);
  return {
    all: tally(answers), byItem,
    macroF1: judged.reduce((sum, t) => sum + f1(t), 0) / judged.length,
    missingReported: share(unanimous('missing'), ({ found }) => isGap(found)),
    coveredKept: share(unanimous('covered'), ({ found }) => !isGap(found)),
    confident: sure.length / answers.length, confidentRight: share(sure, isRight),
    calibrationError: calibrationError(answers),
  };
}

const share = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length / all.length;

function tally(answers: readonly Answer[]): Tally {
  const t = { tp: 0, fp: 0, fn: 0, tn: 0, hit: 0, both: 0 };
  for (const answer of answers) {
    const { label, found } = answer;
    t[isGap(found) ? (label.gold === 'gap' ? 'tp' : 'fp') : label.gold === 'gap' ? 'fn' : 'tn']++;
    if (found.state !== 'covered' || label.gold !== 'covered' || !label.lines?.length) continue;
    t.both++;
    if (hits(answer)) t.hit++;
  }
  return t;
}

function hits({ label, found, text }: Answer): boolean {
  const line = (offset: number) => text.slice(0, offset).split(/\r\n|\n|\r/).length;
  const gold = labelledLines(label);
  return found.evidence.some(({ start, end }) => gold.some(([first, last]) => line(start) <= last + SLACK && line(end) >= first - SLACK));
}

function calibrationError(answers: readonly Answer[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const own = answers.filter(({ found }) => Math.min(9, Math.floor(found.confidence * 10)) === bin);
    error += Math.abs(own.reduce((sum, { found }) => sum + found.confidence, 0) - own.filter(isRight).length);
  }
  return error / Math.max(1, answers.length);
}

const digits = (value: number): string => (Number.isNaN(value) ? '  -  ' : value.toFixed(3));

/** The figures as lines of text, those of each item first where asked. */
export function scoreLines(result: Score, withItems = false): readonly string[] {
  const row = (name: string, t: Tally) =>
    `${name.padEnd(34)} P ${digits(t.tp / (t.tp + t.fp))} R ${digits(t.tp / (t.tp + t.fn))} F1 ${digits(f1(t))} evidence ${digits(evidenceHit(t))} (tp ${t.tp} fp ${t.fp} fn ${t.fn} tn ${t.tn})`;
  return [
    ...(withItems ? [...result.byItem].map(([item, t]) => row(item, t)) : []),
    row('all', result.all),
    `macro F1 ${digits(result.macroF1)}`,
    `all readers missing: ${digits(result.missingReported)} reported; all covered: ${digits(result.coveredKept)} not reported`,
    `confident on ${digits(result.confident)}, right on ${digits(result.confidentRight)} of those; calibration error ${digits(result.calibrationError)}`,
  ];
}
