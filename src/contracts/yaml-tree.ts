import { load, type State } from 'js-yaml';
import type { Span } from '../analyzer/span';

/** Where the keys of a file stand. */
export interface Tree {
  readonly root: unknown;
  /** The key of a map or list, or of an element of a list its first line; the first line of the text for all else. */
  at(value: unknown): Span;
}

/** What is wrong, as the end of a sentence that starts with the name of the text. */
export interface BrokenTree {
  readonly message: string;
  readonly at: Span;
}

/**
 * YAML, or JSON, which is YAML too. Aliases share what they stand for, so that no file grows when it is read. This
 * parser needs a twentieth of the time of the one for configs, which keeps the source of every token.
 */
export function openTree(text: string): Tree | BrokenTree {
  try {
    return parseTree(text);
  } catch (error) {
    // The parser's own error knows the place; running out of stack does not.
    const { reason, mark } = error as { reason?: string; mark?: { position: number } };
    const start = Math.min(mark?.position ?? 0, Math.max(0, text.length - 1));
    return { message: `is not valid YAML: ${reason ?? 'it nests too deeply'}`, at: { start, end: start + 1 } };
  }
}

function parseTree(text: string): Tree {
  const starts = new WeakMap<object, number>();
  const open: number[] = [];
  const root: unknown = load(text, {
    listener(this: State, event, state) {
      if (event === 'open') open.push(state.position);
      else {
        const start = open.pop() ?? 0;
        const value: unknown = state.result;
        if (typeof value === 'object' && value !== null && !starts.has(value)) starts.set(value, start);
      }
    },
  });
  return { root, at: (value) => keyBefore(text, typeof value === 'object' && value !== null ? starts.get(value) ?? 0 : 0) };
}

/** The key in front of the value that starts at `start`; of an element of a list its first line. */
function keyBefore(text: string, start: number): Span {
  let end = start;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  if (text[end - 1] !== ':') return firstLine(text, start);
  end--;
  const quote = text[end - 1];
  if (quote === '"' || quote === "'") return { start: text.lastIndexOf(quote, end - 2) + 1, end: end - 1 };
  let at = end;
  while (at > 0 && !/\s/.test(text[at - 1]!)) at--;
  return { start: /[{[]/.test(text[at]!) ? at + 1 : at, end };
}

function firstLine(text: string, start: number): Span {
  let at = start;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return { start: at, end };
}

export type YamlMap = Readonly<Record<string, unknown>>;
export const isMap = (value: unknown): value is YamlMap => typeof value === 'object' && value !== null && !Array.isArray(value);
export const mapOf = (value: unknown): YamlMap => (isMap(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** What a JSON pointer leads to. */
export const follow = (root: unknown, pointer: string): unknown => pointer.split('/').slice(1).reduce<unknown>((value, part) => {
  const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
  return Array.isArray(value) ? value[Number(key)] : Object.hasOwn(mapOf(value), key) ? mapOf(value)[key] : undefined;
}, root);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
