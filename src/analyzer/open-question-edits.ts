import { putUnder } from './answer-edits';
import { lineEnd, lineEndOf, lineStart } from './insertion';
import type { Item } from './item';
import type { Edit } from './review';
import { subtree, type Block, type ColumnRole, type Section, type Spec, type Table } from './spec';

/** A question for somebody to answer. Who and when are left open where they are not known, and reported until they are. */
export interface OpenQuestion {
  readonly question: string;
  readonly owner?: string;
}

/**
 * The question as the last row or entry of the document's open questions, written as the others are.
 * @param home the item about open questions; where the document lists none, its section gets a list
 */
export function askOpenQuestion(spec: Spec, asked: OpenQuestion, home: Item, checklist: readonly Item[]): readonly Edit[] {
  const listed = findListed(spec);
  if (!listed) return putUnder(spec, home, checklist, (marker) => [`${marker} ${sentence(asked)}`]);
  const at = lineEnd(spec.text, listed.end);
  const eol = lineEndOf(spec.text);
  const added = listed.kind === 'table' ? eol + row(listed.table, asked) : eol.repeat(listed.isLoose ? 2 : 1) + listed.lead + sentence(asked);
  return [{ at: { start: at, end: at }, text: added }];
}

const FILL_IN = 'TBD';
const sentence = ({ question, owner }: OpenQuestion): string => `${question} (owner: ${flat(owner ?? FILL_IN)}, by: ${FILL_IN})`;
const flat = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('<!--', '\\<!--').trim();

type Listed = { readonly end: number } & (
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'list'; readonly lead: string; readonly isLoose: boolean }
);

/** The table or list of open questions that a line can be added to; its last line holds the offset `end`, absolute. */
function findListed(spec: Spec): Listed | undefined {
  const home = spec.sections.find((s) => s.heading && s.role === 'open-questions');
  for (const section of home ? subtree(spec, home) : []) {
    const last = section.blocks.findLast((b) => b.table ?? b.kind === 'item');
    const listed = last && (last.table ? inTable(spec, section, last, last.table) : inList(spec, section, last));
    if (listed) return listed;
  }
  return undefined;
}

/** Inside of a quote or another list no row of ours would belong to the table. */
const inTable = (spec: Spec, { origin }: Section, block: Block, table: Table): Listed | undefined =>
  (/^ {0,3}$/.test(before(spec, origin + block.start)) ? { kind: 'table', table, end: origin + block.end } : undefined);

function inList(spec: Spec, { origin, blocks }: Section, last: Block): Listed | undefined {
  const entries = blocks.filter((b) => b.kind === 'item' && b.depth === 0);
  const [previous, one] = entries.length > 1 ? entries.slice(-2) : [undefined, entries[0]];
  const mark = one && markOf(spec, origin + one.start);
  if (!mark) return undefined;
  const earlier = previous && markOf(spec, origin + previous.start);
  const isCounting = earlier?.number !== mark.number;
  const number = mark.number === undefined ? '' : String(Number(mark.number) + Number(isCounting));
  const gap = previous ? spec.text.slice(origin + previous.end, origin + one.start) : '';
  return { kind: 'list', lead: mark.indent + number + mark.sign + (mark.box ? '[ ] ' : ''), isLoose: /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(gap), end: origin + last.end };
}

const before = (spec: Spec, offset: number): string => spec.text.slice(lineStart(spec.text, offset), offset);

/** What stands before the words of a list item: `- `, `2. `, `* [ ] `. */
function markOf(spec: Spec, offset: number): { indent: string; number?: string; sign: string; box: boolean } | undefined {
  const line = spec.text.slice(lineStart(spec.text, offset), lineEnd(spec.text, offset));
  const found = /^( {0,3})(\d{1,9})?([-*+.)])([ \t]+)(\[[ xX]\][ \t])?/.exec(line);
  if (!found || (found[2] === undefined) !== /[-*+]/.test(found[3]!)) return undefined;
  return { indent: found[1]!, ...(found[2] !== undefined ? { number: found[2] } : {}), sign: found[3]! + found[4]!, box: found[5] !== undefined };
}

/** Columns that the question itself goes into, best first. */
const QUESTION: readonly (ColumnRole | undefined)[] = ['question', 'description', 'name', undefined];

function row({ header, roles, rows }: Table, { question, owner }: OpenQuestion): string {
  const place = QUESTION.map((role) => roles.indexOf(role)).find((i) => i >= 0) ?? 0;
  const cells = header.map((_, i) => {
    if (i === place) return question;
    switch (roles[i]) {
      case 'owner': return flat(owner ?? FILL_IN);
      case 'date': return FILL_IN;
      case 'status': return 'Open';
      case 'id': return nextId(rows.at(-1)?.[i]?.text ?? '0');
      default: return '';
    }
  });
  return `| ${cells.map((cell) => cell.replace(/\\?\|/g, '\\|')).join(' | ')} |`;
}

/** "Q4" after "Q3". */
const nextId = (last: string): string => (/\d+$/.test(last) ? last.replace(/\d+$/, (n) => String(Number(n) + 1).padStart(n.length, '0')) : '');
