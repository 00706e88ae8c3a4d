import type { Span } from './span';

/**
 * The spec model: what a Markdown document says, in the pieces that a checklist asks about.
 *
 * Offsets of a {@link Block} and of everything below it are relative to its section's `origin`, so that a
 * section that nobody edited is the same object before and after an edit elsewhere. Everything else is absolute.
 */
export interface Spec {
  readonly text: string;
  /** In document order. The first has level 0 and holds what stands above the first heading; it always exists. */
  readonly sections: readonly Section[];
  readonly metadata: Metadata;
  /** HTML comments, which count for nothing but the decisions they may hold; absolute spans. */
  readonly comments: readonly Comment[];
}

export interface Comment {
  /** What stands between `<!--` and `-->`. */
  readonly text: string;
  /** Absolute: from `<!--` to behind `-->`. */
  readonly span: Span;
}

/** How a heading is written: with `#`, underlined, as a line in bold, or as a question that opens a list item or line. */
export type HeadingStyle = 'atx' | 'setext' | 'bold' | 'question';

export interface Heading {
  /** 1 to 6 as written; bold and question lines count as 7, below every real heading. */
  readonly level: number;
  readonly style: HeadingStyle;
  /** Plain text as written, without markup. */
  readonly text: string;
  /** `text` in lower case without numbering, punctuation, emoji, "(optional)" and the like: what synonyms are compared with. */
  readonly key: string;
  /** The words of the heading, without `#`, `**` and underlines; relative to the section's origin. */
  readonly span: Span;
}

/** What a section is for, as its heading or an ancestor's says; it decides for which questions its text counts. */
export type Role = 'body' | 'alternatives' | 'non-goals' | 'open-questions' | 'template' | 'references' | 'history' | 'contents';

export interface Section {
  /** Position in {@link Spec.sections}. */
  readonly index: number;
  /** Absolute offset that the section's blocks and heading are relative to. */
  readonly origin: number;
  /** Absolute: from its heading to the next heading of any level. */
  readonly span: Span;
  /** Undefined for the part above the first heading. */
  readonly heading: Heading | undefined;
  /** Index of the section it stands under, -1 at the top. */
  readonly parent: number;
  /** One past the index of the last section that stands under it. */
  readonly subtreeEnd: number;
  readonly role: Role;
  /** Own blocks only, not those of sections below it. */
  readonly blocks: readonly Block[];
}

export type BlockKind = 'paragraph' | 'item' | 'table' | 'code';

/** A paragraph, one list item without the items nested in it, a whole table, or a code fence. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Plain text: no markup, no HTML comments; inline code keeps its backticks; cells are joined by " | ", rows by "\n". */
  readonly text: string;
  /** Words of real content: neither placeholder nor template help. */
  readonly words: number;
  /** Why `words` is 0 although there is text: only a placeholder ("TBD", "N/A"), or a template's advice to the author. */
  readonly hollow?: 'placeholder' | 'help';
  /** Pairs of an offset in `text` and the source offset it comes from, rising; see `sourceOffset`. */
  readonly map: readonly number[];
  /** For list items: `[x]`, `[ ]`, or undefined where there is no box. */
  readonly checked?: boolean;
  readonly ordered?: boolean;
  /** Nesting of a list item, 0 at the top. */
  readonly depth?: number;
  /** Language of a code fence in lower case, '' where none is given. */
  readonly lang?: string;
  readonly table?: Table;
  readonly links?: readonly Link[];
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** What a column is for, read from its header; undefined where the header names none of them. */
export type ColumnRole =
  | 'id' | 'name' | 'description' | 'owner' | 'risk' | 'likelihood' | 'impact' | 'mitigation' | 'status' | 'date'
  | 'estimate' | 'phase' | 'method' | 'path' | 'error' | 'type' | 'default' | 'metric' | 'target' | 'alternative'
  | 'reason' | 'priority' | 'dependency' | 'version' | 'role' | 'test' | 'question' | 'permission' | 'limit';

export interface Table {
  readonly header: readonly Cell[];
  readonly roles: readonly (ColumnRole | undefined)[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell extends Span {
  readonly text: string;
}

/** Front matter and "Status: …" lines, by lower-case name ("authors", "status"). */
export interface Metadata {
  readonly fields: readonly Field[];
  /** The first heading of level 1, else the front matter's `title`; '' where there is neither. */
  readonly title: string;
  /** Absolute span of the title's words, or of the first line of text where there is no title. */
  readonly titleSpan: Span;
}

export interface Field {
  readonly name: string;
  readonly value: string;
  /** Absolute: the whole line or lines that give the field. */
  readonly span: Span;
  readonly from: 'front-matter' | 'line' | 'table';
}

/** The source offset (relative to the section's origin, as the block's) of the character at `at` in the block's text. */
export function sourceOffset(block: Block, at: number): number {
  const { map } = block;
  let low = 0, high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle * 2]! <= at) low = middle; else high = middle - 1;
  }
  const source = map.length ? map[low * 2 + 1]! + Math.max(0, at - map[low * 2]!) : block.start;
  return Math.min(source, block.end);
}

/** `sections[index]` and all that stand under it, in document order. */
export const subtree = (spec: Spec, section: Section): readonly Section[] => spec.sections.slice(section.index, section.subtreeEnd);
