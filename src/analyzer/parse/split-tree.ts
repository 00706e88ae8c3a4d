import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';

/** A stretch of the text that a tree was made of; it begins at the start of a line, with a heading but for the first. */
interface Stretch {
  readonly start: number;
  readonly length: number;
}

/**
 * A tree for each stretch, as if it had been parsed alone. They are made of `tree`, which must not be used afterwards,
 * and whose root has no child that stands in two stretches.
 */
export function splitTree(tree: Root, stretches: readonly Stretch[]): Root[] {
  const groups = stretches.map((): Root['children'] => []);
  let at = 0;
  for (const node of tree.children) {
    while (at + 1 < stretches.length && node.position!.start.offset! >= stretches[at + 1]!.start) at++;
    groups[at]!.push(node);
  }
  const end = tree.position!.end;
  const lines = stretches.map((_, i) => (i === 0 ? 1 : groups[i]![0]!.position!.start.line));
  return stretches.map(({ start, length }, i): Root => {
    const line = lines[i]!, children = groups[i]!;
    if (start > 0) for (const child of children) move(child, line - 1, start);
    const next = lines[i + 1];
    const last = next === undefined ? { line: end.line - line + 1, column: end.column } : { line: next - line + 1, column: 1 };
    return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: { ...last, offset: length } } };
  });
}

/** Moves a node and what it holds back by so many lines and code units. */
export function move(node: Nodes, lines: number, offset: number): void {
  if (node.position) {
    node.position.start = moved(node.position.start, lines, offset);
    node.position.end = moved(node.position.end, lines, offset);
  }
  if ('children' in node) for (const child of node.children) move(child, lines, offset);
}

export const moved = (point: Point, lines: number, offset: number): Point =>
  ({ line: point.line - lines, column: point.column, offset: point.offset! - offset });
