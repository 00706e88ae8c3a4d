import type { Review } from '../analyzer/review';

/** One file that was asked for: reviewed, or not and why. */
export type Outcome = Reviewed | Failed;

export interface Reviewed {
  /** As it is shown: relative to where the tool runs, with `/`. */
  readonly path: string;
  /** What the review's offsets point into. */
  readonly text: string;
  readonly review: Review;
}

export interface Failed {
  readonly path: string;
  /** The end of a sentence that starts with the path: "is not UTF-8; …". */
  readonly error: string;
}

/**
 * Writes a report piece by piece, so that none of many files has to be kept: `start`, `add` for each file, `end`.
 * The pieces, joined, are the report; it is complete whenever `end` follows.
 */
export interface Reporter {
  start(): string;
  add(outcome: Outcome): string;
  end(): string;
}
