/** A half-open range of UTF-16 code units in the source text: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `span` moved by `by` code units; how positions inside a section become positions in the document. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** `at`, or the offset before it where it would split a surrogate pair. */
export const wholeAt = (text: string, at: number): number => (/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at);
