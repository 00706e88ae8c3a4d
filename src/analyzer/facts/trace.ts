import { shift, type Span } from '../span';
import { sourceOffset, type Section, type Spec } from '../spec';
import { itemsOf, rowsOf } from './entries';
import { sectionsFor } from './statements';

/** A requirement or a criterion as the author numbered it. */
export interface Numbered {
  /** As written: "FR-7". */
  readonly id: string;
  /** What follows the id. */
  readonly text: string;
  /** Absolute. */
  readonly at: Span;
}

/** Which criterion shows that which requirement is met. */
export interface Trace {
  readonly requirements: readonly Numbered[];
  readonly criteria: readonly (Numbered & { /** Ids of requirements, as those are written. */ readonly cites: readonly string[] })[];
}

const ID = String.raw`[A-Z]{1,6}(?:-[A-Z]{1,10})?[- ]?\d{1,4}(?:\.\d{1,3})*`;
const OPENING = new RegExp(String.raw`^[^\p{L}\d]*(${ID})(?![\w.-]*\d)\b(?!\s?(?:to|through|and|[-–—,])\s?[A-Z]{1,6}-?\d)(.*)`, 'su');
const ANY_ID = new RegExp(String.raw`(?<![\w-])(${ID})(?:\s?(?:to|through|-|–|—|\.\.\.?|…)\s?(${ID}))?(?![\w-])`, 'g');
const REQUIREMENT = /^(?:FR|NFR|REQ|BR|US|UC)\b/, CRITERION = /^(?:AC|SC|TC|UAC|AT)\b/;
/** Fewer need no matrix. */
const LIST = 2;
const WIDEST_RANGE = 50;

interface Line {
  readonly text: string;
  /** What it says without its other cells, where it is a row. */
  readonly words?: string;
  readonly at: Span;
  readonly section: Section;
}

/**
 * Requirements and criteria, and which cites which: in its own words, by the heading it stands under, or in the row of
 * the requirement. Undefined where there are no two requirements, or most criteria cite none: then nobody set out to trace.
 */
export function trace(spec: Spec): Trace | undefined {
  const all = linesOf(spec);
  const requirements = unique(numbered(spec, all, 'requirements', REQUIREMENT));
  const criteria = unique(numbered(spec, all, 'criteria', CRITERION)).filter((c) => !requirements.some((r) => r.line === c.line));
  if (requirements.length < LIST || !criteria.length) return undefined;
  const traced = criteria.map((criterion) => ({ ...bare(criterion), cites: requirements.filter((r) => cites(spec, criterion, r)).map(({ id }) => id) }));
  return traced.filter((c) => c.cites.length).length * 2 >= traced.length ? { requirements: requirements.map(bare), criteria: traced } : undefined;
}

type Found = Numbered & { readonly line: Line };
const bare = ({ id, text, at }: Numbered): Numbered => ({ id, text, at });

/** "FR 7" for "FR-007". */
const normal = (id: string): string => id.replace(/[- ]?0*(\d)/, ' $1');

const unique = (found: readonly Found[]): readonly Found[] => found.filter((one, i) => found.findIndex((other) => normal(other.id) === normal(one.id)) === i);

/** Lines that open with an id, where their section or their prefix says what they are. */
function numbered(spec: Spec, all: readonly Line[], purpose: 'requirements' | 'criteria', prefix: RegExp): Found[] {
  const meant = new Set(sectionsFor(spec, [purpose]));
  return all.flatMap((line): Found[] => {
    const [, id, text = ''] = OPENING.exec(line.text) ?? [];
    if (!id || (purpose === 'criteria' ? REQUIREMENT : CRITERION).test(normal(id)) || !/\p{L}{2}/u.test(text)) return [];
    return prefix.test(normal(id)) || meant.has(line.section) ? [{ id, text: said(line.words ?? text), at: line.at, line }] : [];
  });
}

/** List items, table rows and headings of the proposal itself, in document order. */
function linesOf(spec: Spec): readonly Line[] {
  return spec.sections.filter(({ role }) => role === 'body').flatMap((section): Line[] => {
    const heading = section.heading && OPENING.test(section.heading.text) ? [{ text: section.heading.text, at: shift(section.heading.span, section.origin), section }] : [];
    const rows = section.blocks.flatMap((block) => rowsOf(spec, section, block)).map(({ text, at, row }) => ({ text, at, words: row!.cells.find((c) => c.text && !text.startsWith(c.text))?.text ?? '' }));
    const paragraphs = section.blocks.filter((b) => b.kind === 'paragraph' && OPENING.test(b.text))
      .map((b): Omit<Line, 'section'> => ({ text: b.text, at: { start: section.origin + b.start, end: section.origin + sourceOffset(b, b.text.search(/\n|$/)) } }));
    const items = itemsOf(section).map(({ text, at }) => ({ text, at }));
    return [...heading, ...[...rows, ...items, ...paragraphs].sort((a, b) => a.at.start - b.at.start).map((line) => ({ ...line, section }))];
  });
}

/** The criterion names the requirement, or stands under its heading; or the requirement names the criterion. */
function cites(spec: Spec, criterion: Found, requirement: Found): boolean {
  return idsIn(criterion.line.text).has(normal(requirement.id))
    || idsIn(requirement.line.text).has(normal(criterion.id))
    || headingsAbove(spec, criterion.line.section).some((text) => normal(OPENING.exec(text)?.[1] ?? '') === normal(requirement.id));
}

function headingsAbove({ sections }: Spec, from: Section): string[] {
  const texts: string[] = [];
  for (let section: Section | undefined = from; section; section = sections[section.parent]) if (section.heading) texts.push(section.heading.text);
  return texts;
}

function idsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(ANY_ID)].flatMap(([, first, last]) => {
    const from = normal(first!), [prefix, start] = split(from), [, end] = last ? split(normal(last)) : [];
    if (end === undefined || !(end > start!) || end - start! > WIDEST_RANGE) return last ? [from, normal(last)] : [from];
    return Array.from({ length: end - start! + 1 }, (_, i) => `${prefix} ${start! + i}`);
  }));
}

const split = (id: string): readonly [string, number] => [id.slice(0, id.lastIndexOf(' ')), Number(id.slice(id.lastIndexOf(' ') + 1))];

const said = (text: string): string => text.replace(/^[\s:.)\]|*–—-]+/, '').replace(/\s+/g, ' ').trim();
