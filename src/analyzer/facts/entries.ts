import { shift, type Span } from '../span';
import { sourceOffset, subtree, type Block, type Cell, type ColumnRole, type Section, type Spec } from '../spec';

/** One of several things of a kind that a section lists: a table row, a list item with what is nested in it, or a section of its own. */
export interface Entry {
  readonly form: 'row' | 'item' | 'section';
  /** Absolute, on one line: the row's first cell with text, the item's first line without its bullet, the heading's words. */
  readonly at: Span;
  /** Everything it says, plain; of a section without its heading. */
  readonly text: string;
  /** The first line of an item, the first cell of a row, the heading of a section. */
  readonly name: string;
  /** Absolute: where text that belongs to it can be added on the same line. */
  readonly end: number;
  /** An item with the items nested in it, a row's table, all blocks of a section and those below it. */
  readonly blocks: readonly Block[];
  readonly row?: Row;
}

/** A table row by the roles of its columns. */
export interface Row {
  readonly table: Block;
  readonly cells: readonly Cell[];
  /** The cell in the first column of that role; undefined where there is none. */
  cell(role: ColumnRole): Cell | undefined;
}

/**
 * What a section lists, in document order, by the first form that it uses: rows of its tables, top items of its
 * lists, else the sections directly below it. Prose alone lists nothing.
 */
export function entriesOf(spec: Spec, section: Section): readonly Entry[] {
  const rows = section.blocks.flatMap((block) => rowsOf(spec, section, block));
  if (rows.length) return rows;
  const items = itemsOf(section);
  return items.length ? items : childrenOf(spec, section).map((child) => sectionEntry(spec, child));
}

/** In document order, those directly below `section`. */
export function childrenOf(spec: Spec, section: Section): readonly Section[] {
  return subtree(spec, section).filter((s) => s.parent === section.index);
}

/** All that a section and those below it say, plain; headings of those below included. */
export function textOf(spec: Spec, section: Section): string {
  return subtree(spec, section).map((s) => [s === section ? '' : s.heading?.text ?? '', ...s.blocks.map((b) => b.text)].join('\n')).join('\n').trim();
}

/** The rows of a table that say something. */
export function rowsOf(spec: Spec, section: Section, block: Block): readonly Entry[] {
  const { table } = block;
  if (!table) return [];
  return table.rows.flatMap((cells): Entry[] => {
    const first = cells.find((cell) => cell.text);
    if (!first) return [];
    const at = cellSpan(spec, section, first);
    const cell = (role: ColumnRole) => (table.roles.includes(role) ? cells[table.roles.indexOf(role)] : undefined);
    return [{ form: 'row', at, text: cells.map((c) => c.text).join(' | '), name: first.text, end: at.end, blocks: [block], row: { table: block, cells, cell } }];
  });
}

/** Absolute, without the pipes and blanks that a cell's own span holds. */
export function cellSpan(spec: Spec, section: Section, cell: Cell): Span {
  const { start, end } = shift(cell, section.origin);
  const source = spec.text.slice(start, end);
  const from = start + /^[|\s]*/.exec(source)![0].length;
  const to = end - /(?:(?<!\\)\||\s)*$/.exec(source)![0].length;
  return from < to ? { start: from, end: to } : { start, end };
}

/** List items at the outermost level, each with the items nested in it. */
export function itemsOf(section: Section): readonly Entry[] {
  const items = section.blocks.filter((b) => b.kind === 'item');
  const top = Math.min(...items.map((b) => b.depth ?? 0));
  const groups: Block[][] = [];
  for (const item of items) {
    if ((item.depth ?? 0) <= top) groups.push([item]);
    else groups.at(-1)?.push(item);
  }
  return groups.map((group): Entry => {
    const [block] = group as [Block];
    const line = block.text.split('\n', 1)[0]!;
    const start = section.origin + sourceOffset(block, 0);
    const at = { start, end: section.origin + sourceOffset(block, Math.max(0, line.trimEnd().length - 1)) + 1 };
    return { form: 'item', at, name: line.trim(), text: group.map((b) => b.text).join('\n'), end: section.origin + block.end, blocks: group };
  });
}

/** Whether a section is a list and nothing else but a line that opens it: lists amid prose are explained by the prose. */
export function isPlainList({ blocks }: Section): boolean {
  const first = blocks.findIndex((b) => b.kind === 'item');
  return first >= 0 && first <= 1 && blocks.every((b, i) => (b.kind === 'item') === (i >= first)) && (first === 0 || blocks[0]!.kind === 'paragraph');
}

function sectionEntry(spec: Spec, section: Section): Entry {
  const at = shift(section.heading!.span, section.origin);
  return { form: 'section', at, name: section.heading!.text, text: textOf(spec, section), end: at.end, blocks: subtree(spec, section).flatMap((s) => s.blocks) };
}
