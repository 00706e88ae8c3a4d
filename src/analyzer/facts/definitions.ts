import { plainPath } from '../contract';
import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Cell, type Section, type Spec } from '../spec';

/** Something with a name that only one document should define. */
export interface Definition {
  /** The same for all spellings: "GET /v1/orders/{}". */
  readonly key: string;
  readonly kind: 'operation' | 'flag' | 'requirement';
  /** As the author wrote it. */
  readonly name: string;
  /** Absolute. */
  readonly at: Span;
}

const OPERATION = /^\W*(GET|POST|PUT|PATCH|DELETE)\s+`?(\/[\w/{}:<>.~-]*[\w}>])(\?[\w=&{}<>:.,[\]-]+)?/;
/** Every service has them. */
const COMMON = /^\/(?:(?:api\/)?(?:v\d+\/)?(?:health\w*|status|metrics|ready\w*|live\w*|ping|version|login|logout))?$/i;
const FLAG = /\b(?:new|adds?|added|adding|introduc(?:e|es|ed|ing))\b[^.`]{0,40}\bfeature[-\s]?(?:flag|gate|toggle)s?\b[^.`]{0,20}`([\w.-]{3,60})`|^[^\w\n]*feature[- ]?(?:flag|gate|toggle) name: ?`?([A-Za-z][\w.-]{3,60})`?(?=\s|$)/gim;
/** "FR-PAY-12", "PAY-FR-12": an id with a name in it is meant for more than one document; "FR-12" is not. */
const REQUIREMENT = /^\W*((?:FR|NFR|REQ|BR|US|UC)-[A-Z][A-Z0-9]{1,11}-\d{1,4}|[A-Z][A-Z0-9]{1,11}-(?:FR|NFR|REQ|BR|US|UC)-?\d{1,4})\b(?=.*\p{L}{2})/u;
/** What stands there is somebody else's, or was there before. */
const FOREIGN = /\b(?:existing|current|dependenc(?:y|ies)|external|third party|upstream|background|context|consumed|today)\b/;

type Local = Definition;

const inBlocks = remembered((blocks) => blocks.flatMap(inBlock));

/**
 * Operations that have a heading or a row of their own, feature flags that the document introduces, and requirements
 * whose id names more than the document: the first place of each, in document order.
 */
export function definitions(spec: Spec): readonly Definition[] {
  const found = new Map<string, Definition>();
  for (const section of spec.sections) {
    if (!isOwn(spec, section)) continue;
    for (const one of [...inHeading(section), ...inBlocks(section.blocks)]) if (!found.has(one.key)) found.set(one.key, { ...one, at: shift(one.at, section.origin) });
  }
  return [...found.values()];
}

/** Whether a section says what the document proposes: neither what there is, nor what is others', nor stands below a heading that is. */
export const isOwn = (spec: Spec, section: Section): boolean => section.role === 'body' && !isUnder(spec, section, FOREIGN);

/** Whether the heading of a section, or one that it stands below, is of that kind; tested on keys. */
export function isUnder({ sections }: Spec, section: Section, kind: RegExp): boolean {
  // The title names the subject: "External orders" are not for that reason somebody else's.
  for (let at: Section | undefined = section; at; at = sections[at.parent]) if (at.heading && at.heading.level > 1 && kind.test(at.heading.key)) return true;
  return false;
}

const inHeading = ({ heading }: Section): Local[] => (heading ? [...operation(heading.text, heading.span), ...requirement(heading.text, heading.span)] : []);

function inBlock(block: Block): Local[] {
  if (block.kind === 'code') return [];
  if (block.table) return inRows(block);
  return [...(/feature/i.test(block.text) ? flags(block) : []), ...requirement(block.text.split('\n', 1)[0]!, { start: block.start, end: block.start + 1 })];
}

/** A row defines what its method and path, or its first cell, name. */
const inRows = (block: Block): Local[] => rowsOf(block).flatMap(({ words, at, row }) => [...operation(words, at), ...requirement(row, at)]);

export interface Row {
  /** The method and path, or the first cell, without ticks. */
  readonly words: string;
  /** All cells. */
  readonly row: string;
  readonly cells: readonly Cell[];
  /** The words of the first cell; relative to the section's origin. */
  readonly at: Span;
}

/** The rows of a table that may each define an operation; none for other blocks. */
export function rowsOf(block: Block): Row[] {
  const { roles = [], rows = [] } = block.table ?? {};
  const method = roles.indexOf('method'), path = roles.indexOf('path');
  let next = block.text.indexOf('\n') + 1;
  return rows.flatMap((row) => {
    const from = next, first = row[0];
    next = block.text.indexOf('\n', from) + 1 || block.text.length;
    if (!first?.text) return [];
    const at = { start: sourceOffset(block, from), end: sourceOffset(block, from + first.text.length - 1) + 1 };
    const words = method >= 0 && path >= 0 ? `${row[method]?.text ?? ''} ${row[path]?.text ?? ''}` : first.text;
    return [{ words: words.replace(/`/g, ''), row: row.map(({ text }) => text).join(' '), cells: row, at }];
  });
}

/** The method and path that a heading or a row opens with, unless every service has them. */
export function operationIn(text: string): { readonly method: string; readonly path: string; readonly query: string } | undefined {
  const [, method, path, query = ''] = OPERATION.exec(text) ?? [];
  return method && path && !COMMON.test(path) ? { method, path, query } : undefined;
}

function operation(text: string, at: Span): Local[] {
  const named = operationIn(text);
  return named ? [{ key: `${named.method} ${plainPath(named.path)}`, kind: 'operation', name: `${named.method} ${named.path}`, at }] : [];
}

function requirement(text: string, at: Span): Local[] {
  const id = REQUIREMENT.exec(text)?.[1];
  return id ? [{ key: id, kind: 'requirement', name: id, at }] : [];
}

function flags(block: Block): Local[] {
  return [...block.text.matchAll(FLAG)].map((match) => {
    const name = (match[1] ?? match[2])!;
    const from = match.index + match[0].lastIndexOf(name);
    return { key: `flag ${name}`, kind: 'flag', name, at: { start: sourceOffset(block, from), end: sourceOffset(block, from + name.length - 1) + 1 } };
  });
}

/** As {@link OPERATION} in a heading or a row, {@link FLAG} and {@link REQUIREMENT}, in the source; each may find more than that, and never less. */
const ROUGH = new RegExp([
  String.raw`^(?:[ \t]*\|[^\n]{0,200}?|[^\w\n]{0,12})\b(?:GET|POST|PUT|PATCH|DELETE)\b[\s\x60|*]{1,9}(\/[\w/{}:<>.~-]*[\w}>])`,
  String.raw`^[ \t]*\|[^\n]{0,200}?[\s\x60|](\/[\w/{}:<>.~-]*[\w}>])[\s\x60|*]{1,9}(?:GET|POST|PUT|PATCH|DELETE)\b`,
  String.raw`\b(?:new|adds?|added|adding|introduc(?:e|es|ed|ing))\b[^.\x60]{0,60}feature[-\s]?(?:flag|gate|toggle)s?\b[^.\x60]{0,30}\x60([\w.-]{3,60})`,
  String.raw`^[^\w\n]{0,12}feature[- ]?(?:flag|gate|toggle) name:[\s\x60*]{0,9}([A-Za-z][\w.-]{3,60})`,
  String.raw`^[^\w\n]{0,12}((?:FR|NFR|REQ|BR|US|UC)-[A-Z][A-Z0-9]{1,11}-\d{1,4}|[A-Z][A-Z0-9]{1,11}-(?:FR|NFR|REQ|BR|US|UC)-?\d{1,4})\b`,
].join('|'), 'gim');
const MOST = 500;

/**
 * Marks of a text, found without parsing it: two documents with a {@link Definition} in common have one of them in
 * common. Most have none.
 */
export function roughDefinitions(text: string): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const [, after, before, flag, gate, id] of text.matchAll(ROUGH)) {
    const path = after ?? before;
    marks.add(path ? plainPath(path) : id ?? `flag ${flag ?? gate}`);
    if (marks.size >= MOST) break;
  }
  return marks;
}
