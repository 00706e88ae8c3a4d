import { appendTo } from '../analyzer/edits';
import type { Fix } from '../analyzer/review';
import type { Spec } from '../analyzer/spec';

/** A line for the author to fill in, behind what stands in the section around `at`; the review reports it until it is answered. */
export function askBelow(spec: Spec, at: number, title: string, line: string): readonly Fix[] {
  const section = spec.sections.findLast(({ span }) => span.start <= at)!;
  const edit = appendTo(spec, section, (marker) => [`${marker} ${line}`]);
  return edit ? [{ title, kind: 'fill-section', edits: [edit] }] : [];
}
