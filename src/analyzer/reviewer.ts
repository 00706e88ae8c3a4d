import type { Item } from './item';
import type { Review, ReviewOptions } from './review';
import type { Spec } from './spec';

/** A checklist to review against: the items in their fixed order. */
export interface Checklist {
  readonly items: readonly Item[];
}

/**
 * Reviews successive versions of one document. What did not change since the last version is not parsed or read
 * again; the result is the same as that of a new reviewer on the same text.
 */
export interface Reviewer {
  review(text: string, options?: ReviewOptions): Review;
  /** The spec of the last review. Throws before the first. */
  readonly spec: Spec;
}
