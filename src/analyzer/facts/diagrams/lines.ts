import type { Span } from '../../span';

/** One statement of a notation that has one on each line. */
export interface Line {
  /** Trimmed, with one space for each run of blanks. */
  readonly line: string;
  /** Where in the text the given words of it stand, from the last place they can: a label stands behind its id. */
  find(words: string): Span;
}

/** In UTF-16 code units; what is longer is no statement. */
const LONGEST = 2_000;

/** The lines of a text from `from` on that say something; `;` ends one, too. What is too long is cut. */
export function* linesFrom(text: string, from: number): Iterable<Line> {
  for (const match of text.slice(from).matchAll(/[^\n\r;]+/g)) {
    const written = match[0].trimEnd().slice(0, LONGEST), line = written.trim().replace(/\s+/g, ' ');
    if (!line) continue;
    const find = (words: string): Span => {
      const inside = Math.max(0, written.lastIndexOf(words)), start = from + match.index + inside;
      return { start, end: start + Math.max(1, Math.min(words.length, written.length - inside)) };
    };
    yield { line, find };
  }
}
