import type { Span } from '../span';

/** What takes long only because there is so much of it, with the microseconds that one of it takes to read, at most. */
const WEIGHT = {
  headings: 8, blocks: 8, indented: 20, rules: 28, questions: 45, unpaired: 60, signs: 10, tags: 40, containers: 90, cells: 4, marked: 12, wide: 20, underlines: 70, definitions: 100, footnotes: 150,
  references: 13, addresses: 55, escapes: 25, fenced: 13,
} as const;
export type Kind = keyof typeof WEIGHT;
export const BULK_NAMES: Readonly<Record<Kind, string>> = {
  headings: 'headings', blocks: 'short blocks', indented: 'indented blocks', rules: 'thematic breaks', questions: 'questions', unpaired: 'lines with markup that does not close', signs: 'signs of markup', tags: 'tags', containers: 'quotes and nested lists',
  cells: 'table cells', marked: 'table cells with markup', wide: 'cells in wide tables', underlines: 'underlined headings', definitions: 'definitions of links', footnotes: 'footnotes',
  references: 'character references', addresses: 'addresses', escapes: 'backslashes', fenced: 'lines in a fence that is not closed',
};

/** How much of each kind a text has, and the line in which each begins. */
export interface Bulk {
  /** In microseconds. */
  cost: number;
  readonly found: Map<Kind, { count: number; readonly at: Span }>;
}

/** A line on the way through the text. */
export interface Line {
  readonly text: string;
  readonly at: Span;
  /** Whether a block begins with it. */
  readonly begins: boolean;
  /** Quotes and list items that begin in it. */
  readonly markers: number;
  readonly signs: number;
  readonly isRow: boolean;
  readonly isDefinition: boolean;
}

export const noBulk = (): Bulk => ({ cost: 0, found: new Map() });

export function addBulk(bulk: Bulk, kind: Kind, count: number, at: Span): void {
  if (count === 0) return;
  bulk.cost += WEIGHT[kind] * count;
  const known = bulk.found.get(kind);
  if (known) known.count += count; else bulk.found.set(kind, { count, at });
}

/** Rows of more cells are not read without remark. */
const WIDE = 100;
const HEADING = /^#{1,6}[ \t]/;
const INDENTED = /^(?: {4}|\t)/;
const RULE = /^ {0,3}(?:[-*_][ \t]*){3,}$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const FOOTNOTE = /^ {0,3}\[\^/;

/** What a line that begins a block is, as far as that decides how long it takes. */
function blockOf(text: string): Kind {
  if (HEADING.test(text)) return 'headings';
  if (INDENTED.test(text)) return 'indented';
  if (RULE.test(text)) return 'rules';
  return text.endsWith('?') ? 'questions' : 'blocks';
}

export function addLine(bulk: Bulk, { text, at, begins, markers, signs, isRow, isDefinition }: Line): void {
  const add = (kind: Kind, count: number) => addBulk(bulk, kind, count, at);
  if (begins) add(blockOf(text), 1);
  if (isDefinition) return add(FOOTNOTE.test(text) ? 'footnotes' : 'definitions', 1);
  if (!begins && UNDERLINE.test(text)) add('underlines', 1);
  if (markers > 1 || text.startsWith('>')) add('containers', 1);
  if (isRow) {
    const cells = occurrences(text, '|');
    add(cells > WIDE ? 'wide' : signs > 0 ? 'marked' : 'cells', cells);
  }
  if (signs > 0) {
    add('signs', signs);
    // Where all is in pairs, it mostly can be read in one way only, which is cheap.
    if (signs % 2 === 1) add('unpaired', 1);
    add('tags', occurrences(text, '<'));
  }
  add('references', occurrences(text, '&'));
  add('addresses', occurrences(text, '@') + occurrences(text, '://') + occurrences(text, 'www.'));
  add('escapes', occurrences(text, '\\'));
}

function occurrences(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) count++;
  return count;
}

/** What takes most of the time; undefined for an empty text. */
export function largest({ found }: Bulk): { readonly kind: Kind; readonly count: number; readonly at: Span; readonly cost: number } | undefined {
  return [...found].map(([kind, { count, at }]) => ({ kind, count, at, cost: WEIGHT[kind] * count })).reduce<ReturnType<typeof largest>>((a, b) => (a && a.cost >= b.cost ? a : b), undefined);
}
