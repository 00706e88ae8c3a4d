/** What holds of every review, whatever the text: shared by the bounded tests and by scripts/fuzz.mjs. */
import assert from 'node:assert/strict';
import type { Edit, Review } from '../../src/analyzer/review';
import type { Span } from '../../src/analyzer/span';
import { fixSafely } from '../../src/analyzer/safe-fixes';
import { review, reviewer } from '../../src/index';

const isWhole = (text: string, at: number): boolean => !(/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? ''));

/** Checks the review of a text; throws an AssertionError that says what does not hold. */
export function check(text: string): Review {
  const found = review(text);
  const spans: Span[] = [...found.coverage.flatMap((c) => [...c.evidence, ...(c.closest ? [c.closest] : [])]), ...found.findings.flatMap((f) => [f.at, ...f.related.map((r) => r.at)])];
  for (const { start, end } of spans) {
    assert.ok(start >= 0 && end <= text.length, `${start}–${end} lies inside a text of ${text.length}`);
    assert.ok(start < end || text.length === 0, `${start}–${end} is not empty`);
    assert.ok(isWhole(text, start) && isWhole(text, end), `${start}–${end} cuts no character`);
  }
  assert.deepEqual(review(text), found, 'the same text has the same review');
  for (const { fixes } of found.findings) for (const fix of fixes) (fix.kind === 'reorder' ? keepsLines : keepsAll)(text, fix.edits, fix.title);
  const fixed = fixSafely(text, (one) => review(one).findings).text;
  assert.deepEqual(fixSafely(fixed, (one) => review(one).findings).titles, [], 'what was fixed has nothing to fix');
  return found;
}

/** Edits put the lines of a text in another order. */
function keepsLines(text: string, edits: readonly Edit[], title: string): void {
  for (const { at, text: inserted } of edits) {
    const lines = (part: string) => part.split(/\r\n|\r|\n/).sort();
    assert.deepEqual(lines(inserted), lines(text.slice(at.start, at.end)), `“${title}” keeps all lines`);
  }
}

/** Edits insert and never delete, and none stands in another. */
function keepsAll(text: string, edits: readonly Edit[], title: string): void {
  const sorted = [...edits].sort((a, b) => a.at.start - b.at.start);
  sorted.forEach(({ at }, i) => {
    assert.equal(at.start, at.end, `“${title}” only inserts`);
    assert.ok(at.start >= 0 && at.start <= text.length && isWhole(text, at.start), `“${title}” inserts inside the text and between characters`);
    if (i > 0) assert.ok(sorted[i - 1]!.at.end <= at.start, `the edits of “${title}” do not overlap`);
  });
}

/** A small generator of numbers from 0 up to 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What edits put in: what people type, what ends or opens a construct, and what no editor expects. */
const INSERTS = [
  'a', ' ', '\n', '\n\n', '\r\n', '\r', '# ', '\n## Rollback\n', '\n```\n', '~~~', '- ', '\n- [ ] ', '> ', '| a | b |\n|---|---|\n', '<!--', '-->', '[x]: /y\n', '[^1]', '**', '`', '\t', '    ', 'TBD',
  '<!-- spec-review: accept infrastructure/rollback -- x -->', '---\n', '\0', '\uD83D', '\uDE00', '😀', '\u202E', '\u200D', '\u001B[2J', 'é', '\uFEFF', '99.9 %', 'FR-1: ', 'POST /v1/x', '2026-02-30',
] as const;

/** A text with one edit: something put in, taken out, doubled, or a part of another text spliced in. */
export function edited(text: string, random: () => number, other = ''): string {
  const at = Math.floor(random() * (text.length + 1)), length = Math.floor(random() ** 3 * 400);
  const kind = random();
  if (kind < 0.5) return text.slice(0, at) + INSERTS[Math.floor(random() * INSERTS.length)]! + text.slice(at);
  if (kind < 0.75) return text.slice(0, at) + text.slice(at + length);
  if (kind < 0.85) return text.slice(0, at + length) + text.slice(at);
  if (kind < 0.97) {
    const from = Math.floor(random() * (other.length + 1));
    return text.slice(0, at) + other.slice(from, from + length) + text.slice(at);
  }
  return text.slice(0, at);
}

/** Edits a document step by step and compares the review that reads again what changed with a new one; returns the last text. */
export function compareEdits(text: string, steps: number, random: () => number, other = ''): string {
  const open = reviewer();
  let now = text;
  open.review(now);
  for (let step = 0; step < steps; step++) {
    const next = edited(now, random, other);
    // A text that grows without end, or is gone, is no document any more.
    now = next.length > 2 * text.length + 1000 || next.length < 20 ? text : next;
    assert.deepEqual(open.review(now), reviewer().review(now), `after ${step + 1} edits the review is the same as a new one`);
  }
  return now;
}
