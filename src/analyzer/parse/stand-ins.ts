import type { Root, RootContent } from 'mdast';
import { advance, behindFrontMatter, canBegin, createState, isFree, lineEnd } from './cut';
import { isBlank } from './raw-block';
import { simpleBlock, type SimpleBlock } from './simple-blocks';
import { begins } from './simple-paragraph';
import { move, moved } from './split-tree';

/**
 * A text in which runs of blocks that certainly are simple are replaced by the shortest block there is, an empty heading.
 * remark takes long for a paragraph although there is nothing in it but words, and so these are put into the tree afterwards.
 */
export interface StandIns {
  readonly text: string;
  readonly replaced: readonly Replaced[];
}

interface Replaced {
  /** Offset of the stand-in. */
  readonly at: number;
  readonly nodes: RootContent[];
  /** How far what follows is to be moved, to be where it is in the text without stand-ins. */
  lines: number;
  offset: number;
}

const STAND_IN = '#';
/** What remark reads, or lines end with, in a way of its own; a text that has it is left to it. */
const UNUSUAL = /[\0\r\uFEFF]/;

/**
 * Takes time linear in the length of `text`.
 * @param isReferring whether something may be defined elsewhere that brackets in it refer to
 */
export function standIns(text: string, isReferring: boolean): StandIns {
  const replaced: Replaced[] = [];
  if (UNUSUAL.test(text)) return { text, replaced };
  const labels = isReferring || text.includes(']:');
  const state = createState();
  let short = '', kept = 0, list = true;
  let at = behindFrontMatter(text);
  let line = text.slice(0, at).split('\n').length;
  while (at < text.length && !state.lost) {
    const block: SimpleBlock | undefined = canBegin(state) ? simpleBlock(text, at, line, { free: isFree(state), list, labels }) : undefined;
    const end = block?.position!.end.offset ?? lineEnd(text, at);
    if (block) {
      const last = replaced.at(-1), between = text.slice(kept, at);
      const height = block.position!.end.line - line;
      line += height;
      if (last && between.trim() === '') {
        last.nodes.push(block);
        last.lines += height + between.split('\n').length - 1;
        last.offset = end - short.length;
      } else {
        short += between;
        replaced.push({ at: short.length, nodes: [block], lines: (last?.lines ?? 0) + height, offset: end - short.length - STAND_IN.length });
        short += STAND_IN;
      }
      kept = end;
      list = block.type !== 'list';
      advance(state, STAND_IN);
    } else {
      const wasFree = isFree(state), content = text.slice(at, end);
      const isHeading = advance(state, content);
      if (!isBlank(content)) list = isHeading || (begins(text, at) && (wasFree || list));
    }
    at = end + 1;
    line++;
  }
  return { text: short + text.slice(kept), replaced };
}

/** The tree of a text in which everything was replaced; undefined for another. */
export function onlyStandIns(text: string, { text: short, replaced: [first] }: StandIns): Root | undefined {
  if (!first || short.trim() !== STAND_IN) return undefined;
  const line = text.split('\n').length, column = text.length - text.lastIndexOf('\n');
  return { type: 'root', children: first.nodes, position: { start: { line: 1, column: 1, offset: 0 }, end: { line, column, offset: text.length } } };
}

/** Puts what was replaced into the tree of the text with the stand-ins; undefined where one of them is not found in it. */
export function withoutStandIns(tree: Root, { replaced }: StandIns): Root | undefined {
  let next = 0;
  const children = tree.children.flatMap((child): RootContent[] => {
    const found = replaced[next];
    if (found && child.position!.start.offset === found.at && child.type === 'heading') {
      next++;
      return found.nodes;
    }
    const last = replaced[next - 1];
    if (last) move(child, -last.lines, -last.offset);
    return [child];
  });
  if (next < replaced.length) return undefined;
  const { start, end } = tree.position!;
  const last = replaced.at(-1);
  const isLast = last && last.at + STAND_IN.length === end.offset;
  return { ...tree, children, position: { start, end: !last ? end : isLast ? { ...last.nodes.at(-1)!.position!.end } : moved(end, -last.lines, -last.offset) } };
}
