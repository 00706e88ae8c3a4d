import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { wholeAt } from '../span';

/** Nobody reads more of a text that is not read as Markdown. */
const SHOWN = 4_096;
const HEADING = /^(#{1,6})[ \t]+([^\r\n]{1,200})/;

/** `text` taken as its ATX heading, if it begins with one, and one plain paragraph. Only offsets are right; lines are not counted. */
export function plainTree(text: string): Root {
  const heading = HEADING.exec(text);
  const children: RootContent[] = [];
  if (heading) {
    const [all, marks, words] = heading as unknown as [string, string, string];
    children.push({ type: 'heading', depth: marks.length as 1, children: [plain(words, all.length - words.length)], position: between(0, all.length) });
  }
  const rest = heading?.[0].length ?? 0;
  const start = rest + Math.max(0, text.slice(rest).search(/\S/));
  const shown = text.slice(start, wholeAt(text, start + SHOWN));
  if (shown.trim()) children.push({ type: 'paragraph', children: [plain(shown, start)], position: between(start, start + shown.length) } satisfies Paragraph);
  return { type: 'root', children, position: between(0, text.length) };
}

const plain = (value: string, start: number): PhrasingContent => ({ type: 'text', value, position: between(start, start + value.length) });
const between = (start: number, end: number) => ({ start: point(start), end: point(end) });
const point = (offset: number): Point => ({ line: 1, column: offset + 1, offset });
