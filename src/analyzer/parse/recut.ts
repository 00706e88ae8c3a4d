import { cut, cutFrom, lineEnd } from './cut';

/** A text and where it can be cut; see {@link cut}. */
export interface Cuts {
  readonly text: string;
  readonly starts: readonly number[];
}

export interface Recut extends Cuts {
  /** So many of the first parts are those of the text before. */
  readonly head: number;
  /** So many of the last parts are those of the text before, moved. */
  readonly tail: number;
}

/** The same as cutting `text` anew, but only what differs from the text before is looked at closely. */
export function recut(before: Cuts | undefined, text: string): Recut {
  if (!before) return { text, starts: cut(text), head: 0, tail: 0 };
  const prefix = commonPrefix(before.text, text);
  const suffix = commonSuffix(before.text, text, prefix);
  const by = text.length - before.text.length;
  const kept = keptCuts(before, prefix);
  const known = new Map(before.starts.map((start, i) => [start + by, i]));
  let same = before.starts.length;
  const middle = cutFrom(text, before.starts[kept - 1] ?? 0, (at) => {
    const i = at >= text.length - suffix ? known.get(at) ?? 0 : 0;
    if (i > 0) same = i;
    return i > 0;
  });
  const rest = before.starts.slice(same + 1).map((start) => start + by);
  const starts = [...before.starts.slice(0, Math.max(0, kept - 1)), ...middle, ...rest];
  return { text, starts, head: Math.max(0, kept - 1), tail: before.starts.length - same };
}

/** The number of cuts whose first line is still the same, its line end included. */
function keptCuts({ text, starts }: Cuts, prefix: number): number {
  let kept = starts.length;
  while (kept > 0 && lineEnd(text, starts[kept - 1]!) >= prefix) kept--;
  return kept;
}

/** Texts are compared in pieces of this length, which is far faster than by character. */
const STRIDE = 1024;

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + STRIDE <= most && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Does not reach into the first `prefix` characters of either. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  const endsAt = (text: string, from: number) => text.slice(text.length - from - STRIDE, text.length - from);
  let at = 0;
  while (at + STRIDE <= most && endsAt(a, at) === endsAt(b, at)) at += STRIDE;
  while (at < most && a.charCodeAt(a.length - at - 1) === b.charCodeAt(b.length - at - 1)) at++;
  return at;
}
