import type { FileReport } from './file-report';
import type { Pictures } from './pictures';

/** One file that was asked for: reviewed, or not and why. */
export type Outcome = Reviewed | Failed;

export interface Reviewed extends FileReport {
  /** The document, for formats that quote it; a report that was read back has none. Never a part of a report as such. */
  readonly text?: string;
  /** What a page draws of the document; as `text`, never a part of a report as such. */
  readonly pictures?: Pictures;
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
