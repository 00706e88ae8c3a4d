import { buildSpec } from './build-spec';
import { createMarkdownParser } from './parse/markdown';
import type { Edit } from './review';
import type { Spec } from './spec';

/**
 * Several insertions as one edit: each step sees the document with what the steps before it inserted, so that two at
 * one place keep their order and their blank lines.
 * @returns edits of the text of `spec`, by position; no two at one place
 */
export function inTurn(spec: Spec, steps: readonly ((spec: Spec) => readonly Edit[])[]): readonly Edit[] {
  const parser = createMarkdownParser();
  const inserted: Inserted[] = [];
  let now = spec;
  for (const step of steps) {
    const edits = [...step(now)].sort((a, b) => b.at.start - a.at.start);
    let { text } = now;
    for (const { at, text: added } of edits) {
      text = text.slice(0, at.start) + added + text.slice(at.start);
      insert(inserted, at.start, added);
    }
    now = buildSpec(text, parser.parse(text));
  }
  return inserted.map(({ at, text }) => ({ at: { start: at, end: at }, text }));
}

interface Inserted {
  /** Offset in the first text. */
  readonly at: number;
  text: string;
}

/** Adds what is inserted at `offset` of the text as it is now, which may be inside of what was inserted before. */
function insert(inserted: Inserted[], offset: number, text: string): void {
  let added = 0;
  for (const [i, one] of inserted.entries()) {
    const within = offset - one.at - added;
    if (within < 0) {
      inserted.splice(i, 0, { at: offset - added, text });
      return;
    }
    if (within <= one.text.length) {
      one.text = one.text.slice(0, within) + text + one.text.slice(within);
      return;
    }
    added += one.text.length;
  }
  inserted.push({ at: offset - added, text });
}
