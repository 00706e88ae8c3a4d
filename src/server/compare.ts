import type { Finding, Review } from '../analyzer/review';
import { beforeChange, changesBetween, snapshotOf, type Changes, type Snapshot } from '../report/changes';
import { knownFindings, reviewWithout } from '../report/known';
import type { Reading } from './documents';
import type { Base } from './protocol';

/** What a later version is told from: of the document as it was read, or of an earlier text of it. */
export const keep = ({ reviewer, options, review, spec }: Reading, earlier?: string): Snapshot =>
  (earlier === undefined ? snapshotOf(reviewer, { text: spec.text, options }, { review, spec }) : snapshotOf(reviewer, { text: earlier, options: beforeChange(options) }));

/** A document beside an earlier version of it. */
export interface Compared {
  readonly changes: Changes;
  /** Its findings of which all was so then. */
  readonly known: ReadonlySet<Finding>;
}

export function compared(reading: Reading, { since, snapshot }: Base): Compared {
  const known = new Set(knownFindings(reading.review, reading.spec, new Set(snapshot.found)));
  return { changes: changesBetween(since, snapshot, keep(reading), 0), known };
}

/** What a report is made from. With `onlyNew` it holds what is new since then and nothing else, as a change is reported by the command line. */
export function reported(reading: Reading, base: Base | undefined, onlyNew: boolean | undefined): { readonly review: Review; readonly changes?: Changes } {
  const { review, reviewer, options, spec } = reading;
  if (!base) return { review };
  const { changes, known } = compared(reading, base);
  if (!onlyNew) return { review, changes };
  return { review: reviewWithout(reviewer, { text: spec.text, options }, new Set(base.snapshot.found)), changes: { ...changes, hidden: known.size } };
}
