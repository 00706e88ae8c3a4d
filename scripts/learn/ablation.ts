// Whether verdicts stand on their evidence: the labelled lines are deleted, or as many others, and the spec is read again.
import { CONFIDENT, reviewer } from '../../src/index';
import { isGap, labelledLines, type Label } from './score';

export interface Ablation {
  /** Covered verdicts on covered labels that were tried. */
  readonly tried: number;
  /** Without the labelled lines the item is a gap, or covered only below the confidence at which verdicts speak. */
  readonly lost: number;
  /** Without as many other lines the item stays covered. Not every spec has so many in one piece. */
  readonly triedOthers: number;
  readonly kept: number;
}

export const NO_ABLATION: Ablation = { tried: 0, lost: 0, triedOthers: 0, kept: 0 };

export const addAblation = (a: Ablation, b: Ablation): Ablation =>
  ({ tried: a.tried + b.tried, lost: a.lost + b.lost, triedOthers: a.triedOthers + b.triedOthers, kept: a.kept + b.kept });

/** One spec's labels, tried one by one. */
export function ablate(text: string, labels: readonly Label[]): Ablation {
  const { review } = reviewer();
  const lines = text.split('\n');
  const read = (item: string, without: ReadonlySet<number>) =>
    review(lines.filter((_, i) => !without.has(i + 1)).join('\n')).coverage.find((c) => c.item === item);
  let sum = NO_ABLATION;
  for (const label of labels) {
    const labelled = new Set(labelledLines(label).flatMap(([first, last]) => span(first, last)));
    if (label.gold !== 'covered' || !labelled.size || read(label.item, new Set())?.state !== 'covered') continue;
    const after = read(label.item, labelled);
    const others = otherLines(lines.length, labelled);
    sum = addAblation(sum, {
      tried: 1, lost: after && (isGap(after) || after.confidence < CONFIDENT) ? 1 : 0,
      triedOthers: others ? 1 : 0, kept: others && read(label.item, others)?.state === 'covered' ? 1 : 0,
    });
  }
  return sum;
}

const span = (first: number, last: number): readonly number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** As many lines in one piece as are labelled, none of them labelled: the middle one of all such pieces. */
function otherLines(count: number, labelled: ReadonlySet<number>): ReadonlySet<number> | undefined {
  const starts = span(1, Math.max(1, count - labelled.size + 1)).filter((start) => span(start, start + labelled.size - 1).every((line) => !labelled.has(line) && line <= count));
  const start = starts[starts.length >> 1];
  return start === undefined ? undefined : new Set(span(start, start + labelled.size - 1));
}
