import type { Edit, Finding, Fix } from './review';

/** What {@link fixSafely} made of a text. */
export interface Fixed {
  readonly text: string;
  /** Of the fixes that were applied, in their order. */
  readonly titles: readonly string[];
}

/** One fix may make room for the next; what goes on longer than this would go on for ever. */
const ROUNDS = 5;

/** The fixes of findings that are safe, in the order of the text; those that touch an earlier one are left out. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  const taken: Edit[] = [];
  const all = findings.flatMap((f) => f.fixes).filter((fix) => fix.safe && fix.edits.length).sort((a, b) => start(a) - start(b));
  return all.filter(({ edits }) => {
    const isApart = edits.every((edit) => taken.every(({ at }) => at.end < edit.at.start || edit.at.end < at.start));
    if (isApart) taken.push(...edits);
    return isApart;
  });
}

/**
 * A text with all safe fixes applied, those that an earlier one put off included.
 * @param review the findings of a text
 */
export function fixSafely(text: string, review: (text: string) => readonly Finding[]): Fixed {
  const titles: string[] = [];
  let now = text;
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = safeFixes(review(now));
    if (!fixes.length) break;
    titles.push(...fixes.map(({ title }) => title));
    now = applyEdits(now, fixes.flatMap(({ edits }) => edits));
  }
  return { text: now, titles };
}

const start = ({ edits }: Fix): number => Math.min(...edits.map(({ at }) => at.start));

/** @param edits of the same text, none touching another */
export const applyEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits].sort((a, b) => b.at.start - a.at.start).reduce((now, { at, text: inserted }) => now.slice(0, at.start) + inserted + now.slice(at.end), text);
