import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Section, type Spec } from '../spec';

/** An id such as "FR-7" where it is defined or cited. */
export interface IdUse {
  /** Prefix and number without leading zeros and hyphen: "FR 7" for "FR-007". */
  readonly id: string;
  readonly prefix: string;
  /** As the author wrote it. */
  readonly written: string;
  /** Absolute. */
  readonly at: Span;
  /** Index of its section in the spec. */
  readonly section: number;
  /** It opens its paragraph, list item, heading or table row, and more follows: here it gets its meaning. */
  readonly isDefinition: boolean;
  /** The definition's text whose item or row this stands in, by its id; a criterion that cites a requirement. */
  readonly within: string | undefined;
  /** One of several that a range such as "FR-1 to FR-9" covers. */
  readonly isRanged: boolean;
  /** What follows a definition in its item, row or heading. */
  readonly text: string;
}

const ID = /(?<![\w-])(FR|NFR|REQ|BR|US|UC|AC|SC|TC)[- ]?(\d{1,4})\b(?!%|[-/.]\w)/g;
/** "FR-1 to FR-9" and "FR-1..9" cite what lies between. */
const RANGE = /\b(FR|NFR|REQ|BR|US|UC|AC|SC|TC)[- ]?(\d{1,4})\s*(?:to|through|-|–|—|\.\.\.?|…)\s*(?:\1[- ]?)?(\d{1,4})\b/g;
const WIDEST_RANGE = 200;

type LocalUse = Omit<IdUse, 'section'>;

const inBlocks = remembered((blocks) => blocks.flatMap((block) => (block.kind === 'code' ? [] : block.table ? inRows(block) : inText(block, block.text, 0))));

/** Every id of a requirement, story, criterion or test case in the proposal's own sections, in document order. */
export function idUses(spec: Spec): readonly IdUse[] {
  return spec.sections.flatMap((section) => (section.role !== 'body' ? [] : [...inHeading(section), ...inBlocks(section.blocks)]
    .map((use) => ({ ...use, at: shift(use.at, section.origin), section: section.index }))));
}

function inHeading({ heading }: Section): LocalUse[] {
  if (!heading) return [];
  return idsIn(heading.text).map((found) => ({ ...found, at: heading.span, isDefinition: !found.isRanged && opens(heading.text, found), within: undefined, text: heading.text.slice(found.end) }));
}

function inRows(block: Block): LocalUse[] {
  let from = 0;
  return block.text.split('\n').flatMap((line, i) => {
    const at = from;
    from += line.length + 1;
    return i === 0 ? [] : inText(block, line, at);
  });
}

/** @param base where `text` starts in the block's text */
function inText(block: Block, text: string, base: number): LocalUse[] {
  const found = idsIn(text);
  const definition = found.find((use) => !use.isRanged && opens(text, use));
  return found.map((use) => {
    const start = sourceOffset(block, base + use.start);
    const isDefinition = use === definition;
    return {
      id: use.id, prefix: use.prefix, written: use.written, isRanged: use.isRanged, isDefinition, within: isDefinition ? undefined : definition?.id, text: text.slice(use.end),
      // Up to its last letter: marks such as ** may follow.
      at: { start, end: sourceOffset(block, base + use.end - 1) + 1 },
    };
  });
}

type Found = Span & Pick<IdUse, 'id' | 'prefix' | 'written' | 'isRanged'>;

function idsIn(text: string): Found[] {
  if (!/[A-Z]{2}[- ]?\d/.test(text)) return [];
  const single = [...text.matchAll(ID)].map((m): Found => found(m[1]!, Number(m[2]), m, false));
  const ranged = [...text.matchAll(RANGE)].flatMap((m) => {
    const first = Number(m[2]), last = Math.min(Number(m[3]), first + WIDEST_RANGE);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => found(m[1]!, first + i, m, true));
  });
  return [...single.filter((s) => !ranged.some((r) => r.start <= s.start && s.end <= r.end)), ...ranged];
}

const found = (prefix: string, number: number, { 0: written, index: start }: RegExpExecArray, isRanged: boolean): Found =>
  ({ id: `${prefix} ${number}`, prefix, written, start, end: start + written.length, isRanged });

/** At the start, alone, and followed by what it means. */
const opens = (text: string, { start, end }: Span): boolean =>
  /^[^\p{L}\p{N}]*$/u.test(text.slice(0, start)) && /\p{L}{2}/u.test(text.slice(end)) && !/^\s*(?:[,/&]|(?:and|or|to|through)\b)/.test(text.slice(end));
