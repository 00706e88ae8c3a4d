import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Node } from 'unist';
import { unified } from 'unified';
import { createMarkdownParser, type MarkdownParser } from '../../../../src/analyzer/parse/markdown';

/** A node with absolute offsets in place of its position. */
export interface Flat {
  readonly at: readonly (number | undefined)[];
  readonly children?: readonly Flat[];
}

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

/** What remark reads in `text`, taken as a whole. It does not count a byte order mark. */
export const parsedWhole = (text: string): readonly Flat[] => flat(remark.parse(text).children, text.startsWith('\uFEFF') ? 1 : 0);

/** What the parser under test reads in `text`, put together from its chunks. */
export const parsedInChunks = (text: string, parser: MarkdownParser = createMarkdownParser()): readonly Flat[] =>
  parser.parse(text).flatMap(({ start, chunk }) => flat(chunk.tree.children, start));

function flat(nodes: readonly Node[], by: number): Flat[] {
  return nodes.map(({ position, ...node }) => ({
    ...node,
    at: [position?.start.offset, position?.end.offset].map((offset) => offset === undefined ? undefined : offset + by),
    ...('children' in node ? { children: flat(node.children as Node[], by) } : {}),
  }));
}
