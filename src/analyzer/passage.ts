import type { Span } from './span';
import type { Spec } from './spec';

/** What a reader sees at a place, on one line and without markup: "Rollback: TBD". `at` is absolute. */
export function passage(spec: Spec, at: Span): string {
  const touches = (start: number, end: number): boolean => start < at.end && end > at.start;
  const words = spec.sections.filter((s) => touches(s.span.start, s.span.end)).flatMap(({ origin, heading, blocks }) => [
    ...(heading && touches(origin + heading.span.start, origin + heading.span.end) ? [/[?:]$/.test(heading.text) ? heading.text : `${heading.text}:`] : []),
    ...blocks.filter((b) => touches(origin + b.start, origin + b.end)).map((b) => b.text),
  ]);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
