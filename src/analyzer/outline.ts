import { isUnclosed } from './comments';
import type { Item } from './item';
import { contentEnd, lineStart } from './insertion';
import type { Heading, Section, Spec } from './spec';

/** A section that has a heading. */
export type Headed = Section & { readonly heading: Heading };

/**
 * The sections that a new one can stand beside: those whose heading starts a line at the root of the document, so
 * that the place before it is in no list, quote, table or fence. Bold lines count only in documents that have nothing else.
 */
export interface Outline {
  readonly sections: readonly Headed[];
  /** The section that holds all others, where there is one; nothing is placed beside it. */
  readonly title: Headed | undefined;
  /** Where most of the document happens: the highest level below the title. */
  readonly main: readonly Headed[];
  /** Of a new section in `main`. */
  readonly level: number;
  /** By the key of their heading, those that are about the proposal; nested ones stand for the section that holds them. */
  readonly byKey: ReadonlyMap<string, readonly Headed[]>;
}

/** Where a new section goes. */
export interface Place {
  /** Absolute: the start of a line at the root of the document, or the end of the text. */
  readonly at: number;
  readonly level: number;
  /** Headings to take the look from; those it will stand beside, or else the whole outline. */
  readonly models: readonly Headed[];
}

/** What documents end with: new sections go before it. */
const TAIL_ROLES: ReadonlySet<Section['role']> = new Set(['alternatives', 'open-questions', 'references', 'history', 'template']);
const TAIL_KEY = /^(?:appendi(?:x|ces)\b.*|future\b.*|glossary|definitions|acknowledge?ments?|faqs?|drawbacks|conclusions?|notes|others?|credits|authors|contact)$/;
/** "8. " and "2.3 ": what stands before the last number, the number, what stands behind it. */
const NUMBERED = /^((?:\d+\.)*)(\d+)([.):]?\s+(?:[-–—:]\s+)?)/;

const known = new WeakMap<Spec, Outline>();

/** Made once for each spec: a review asks for it with every gap. */
export function outline(spec: Spec): Outline {
  let lines = known.get(spec);
  if (!lines) known.set(spec, (lines = readOutline(spec)));
  return lines;
}

function readOutline(spec: Spec): Outline {
  const headed = spec.sections.filter((s): s is Headed => s.heading !== undefined && standsAlone(spec, s));
  const real = headed.filter((s) => s.heading.style === 'atx' || s.heading.style === 'setext');
  const bold = headed.filter((s) => s.heading.style === 'bold');
  const sections = real.length > 1 || bold.length < 2 ? (real.length ? real : bold) : bold;
  const top = Math.min(...sections.map((s) => s.heading.level));
  const tops = sections.filter((s) => s.heading.level === top);
  const title = real.length && tops.length === 1 && tops[0] === sections[0] ? tops[0] : undefined;
  const rest = sections.filter((s) => s !== title);
  const level = rest.length ? Math.min(...rest.map((s) => s.heading.level)) : Math.min(title ? top + 1 : 2, 6);
  return { sections, title, main: rest.filter((s) => s.heading.level === level), level, byKey: groupByKey(spec, new Set(rest)) };
}

/** Whether the heading starts its line and is no list item. A column of spaces may belong to a list, so none is allowed. */
export function standsAlone(spec: Spec, section: Section): boolean {
  const { start } = section.span;
  return lineStart(spec.text, start) === start && !/^(?:[-*+]|\d+[.)])\s/.test(spec.text.slice(start, start + 12));
}

/** Where the answer to `item` would be looked for in this document. */
export function placeFor(spec: Spec, item: Item, checklist: readonly Item[]): Place {
  const lines = outline(spec);
  const anchor = anchorFor(lines, item, checklist);
  const beside = anchor ? lines.sections.filter((s) => s.parent === anchor.parent && s.heading.level === anchor.heading.level) : lines.main;
  // Numbers are never changed, so a new one can only go behind the last.
  const last = lastNumbered(beside) ?? anchor;
  return {
    at: last ? endOf(spec, lines, last) : beforeTail(spec, lines),
    level: anchor?.heading.level ?? lines.level,
    models: beside.length ? beside : lines.sections,
  };
}

/** The last heading with a number; undefined where less than half of them carry one. */
export function lastNumbered(headings: readonly Headed[]): Headed | undefined {
  const numbered = headings.filter((s) => NUMBERED.test(s.heading.text));
  return numbered.length * 2 >= headings.length ? numbered.at(-1) : undefined;
}

/** The number that follows those of the headings, as they write it; '' where they carry none. */
export function nextNumber(headings: readonly Headed[]): string {
  const last = lastNumbered(headings);
  if (!last) return '';
  const [, prefix, number, suffix] = NUMBERED.exec(last.heading.text)!;
  return `${prefix}${String(Number(number) + 1).padStart(number!.length, '0')}${suffix}`;
}

export const withoutNumber = (heading: string): string => heading.replace(NUMBERED, '');

function groupByKey(spec: Spec, usable: ReadonlySet<Section>): Map<string, Headed[]> {
  const groups = new Map<string, Headed[]>();
  for (const section of spec.sections) {
    if (!section.heading || (section.parent >= 0 && spec.sections[section.parent]!.role !== 'body')) continue;
    const standing = enclosing(spec, usable, section);
    if (standing) groups.set(section.heading.key, [...(groups.get(section.heading.key) ?? []), standing]);
  }
  return groups;
}

function enclosing(spec: Spec, usable: ReadonlySet<Section>, section: Section): Headed | undefined {
  for (let s: Section | undefined = section; s; s = spec.sections[s.parent]) if (usable.has(s)) return s as Headed;
  return undefined;
}

/** The section to stand after: one the item names, else the last about the item's area. */
function anchorFor({ byKey }: Outline, item: Item, checklist: readonly Item[]): Headed | undefined {
  const named = item.skeleton.after.find((key) => byKey.has(key));
  if (named !== undefined) return byKey.get(named)![0];
  const area = item.id.slice(0, item.id.indexOf('/') + 1);
  const keys = new Set(checklist.filter((other) => other.id.startsWith(area)).flatMap((other) => other.evidence.headings));
  const related = [...keys].flatMap((key) => byKey.get(key) ?? []).filter((s) => s.role === 'body').sort((a, b) => a.index - b.index);
  const highest = Math.min(...related.map((s) => s.heading.level));
  return related.findLast((s) => s.heading.level === highest);
}

/** Where the section and all below it end: at the next heading that a new one can stand before. */
function endOf(spec: Spec, lines: Outline, section: Headed): number {
  return lines.sections.find((s) => s.index >= section.subtreeEnd)?.span.start ?? endOfText(spec);
}

function beforeTail(spec: Spec, lines: Outline): number {
  let first = lines.main.length;
  while (first > 0 && isTail(lines.main[first - 1]!)) first--;
  return lines.main[first]?.span.start ?? endOfText(spec);
}

const isTail = (section: Headed): boolean => TAIL_ROLES.has(section.role) || TAIL_KEY.test(section.heading.key);

/** The end of the text, or the start of the fence or comment at the root that swallows it because it is never closed. */
export function endOfText(spec: Spec): number {
  const { text, sections, comments } = spec;
  const section = sections.at(-1)!;
  const fence = section.blocks.findLast((b) => b.kind === 'code');
  const comment = comments.at(-1);
  const open = [
    fence && isOpenFence(text.slice(fence.start + section.origin, fence.end + section.origin)) ? fence.start + section.origin : undefined,
    comment && isUnclosed(comment) && comment.span.end >= contentEnd(text, text.length) ? comment.span.start : undefined,
  ].find((start) => start !== undefined && isAtRoot(text, start, section));
  return open === undefined ? text.length : lineStart(text, open);
}

/** Indented behind a list it belongs to the list, which ends at the next text that is not indented. */
function isAtRoot(text: string, start: number, section: Section): boolean {
  const indent = text.slice(lineStart(text, start), start);
  return indent === '' || (/^ {1,3}$/.test(indent) && !section.blocks.some((b) => b.kind === 'item'));
}

function isOpenFence(source: string): boolean {
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
  if (!fence) return false;
  const end = source.trimEnd().length;
  const start = lineStart(source, end);
  const last = source.slice(start, end).trim();
  return start === 0 || !last.startsWith(fence) || last.replaceAll(fence[0]!, '') !== '';
}
