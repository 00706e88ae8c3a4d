import type { Span } from '../span';
import type { Spec } from '../spec';

/** What is asked for: what can be worked out from the words at a place. */
export interface Place {
  readonly spec: Spec;
  /** Absolute, in UTF-16 code units. */
  readonly offset: number;
  /** YYYY-MM-DD, where the reader is. */
  readonly today: string;
  /** Markdown that leads to a place: "[line 12](…)". */
  link(at: Span): string;
  /** The author's words as Markdown that shows them as they are. */
  escape(text: string): string;
}

/** What a person would otherwise work out by hand, in a few lines of Markdown. */
export interface AidText {
  /** Absolute: the words that it is about. */
  readonly at: Span;
  readonly markdown: string;
}

/** Says nothing rather than guess: undefined where the words at the place are nothing to work with. */
export type Aid = (place: Place) => AidText | undefined;

export const isAt = (at: Span, offset: number): boolean => at.start <= offset && offset <= at.end;
