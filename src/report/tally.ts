import type { Priority, Severity } from '../analyzer/item';
import type { Outcome } from './outcome';
import { isSettled } from './standing';

/** Counts over files; what a summary says and an exit code rests on. */
export interface Tally {
  files: number;
  failed: number;
  /** Questions that were asked: those of the checklist, times the files reviewed. */
  questions: number;
  settled: number;
  readonly priorities: Record<Priority, number>;
  readonly severities: Record<Severity, number>;
}

export const emptyTally = (): Tally =>
  ({ files: 0, failed: 0, questions: 0, settled: 0, priorities: { blocker: 0, should: 0, could: 0 }, severities: { error: 0, warning: 0, info: 0 } });

/** Adds one file to `tally`. */
export function count(tally: Tally, outcome: Outcome): void {
  if ('error' in outcome) {
    tally.failed++;
    return;
  }
  const { coverage, findings } = outcome;
  tally.files++;
  tally.questions += coverage.length;
  tally.settled += coverage.filter(isSettled).length;
  for (const { priority, severity } of findings) {
    tally.priorities[priority]++;
    tally.severities[severity]++;
  }
}

/** "1 file", "2 files", "1,200 files". */
export const some = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`;

/** The engine takes longer to get ready for groups of digits than for a report, and most counts have none. */
const grouped = (n: number): string => (n < 1000 ? String(n) : n.toLocaleString('en-US'));

/** "2 blockers, 4 should, 1 could", or "no findings". */
export function findingCounts({ blocker, should, could }: Tally['priorities']): string {
  const counts = [blocker && some(blocker, 'blocker'), should && some(should, 'should', 'should'), could && some(could, 'could', 'could')];
  return counts.filter(Boolean).join(', ') || 'no findings';
}

/** One sentence over all files. */
export function summary(tally: Tally): string {
  if (tally.files === 0) return `${some(tally.failed, 'file')} not reviewed.`;
  const failed = tally.failed ? `; ${some(tally.failed, 'file')} not reviewed` : '';
  return `${some(tally.files, 'file')} reviewed: ${findingCounts(tally.priorities)}; ${some(tally.settled, 'question')} of ${grouped(tally.questions)} answered or decided${failed}.`;
}
