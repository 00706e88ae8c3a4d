import { headingEnd, headingLook } from './heading-look';
import { contentEnd, insertLines, lineEnd, lineStart, nextLine } from './insertion';
import { areaOf, type Item } from './item';
import { createMarkdownParser } from './parse/markdown';
import { endOfText, outline, placeFor, standsAlone, type Headed } from './outline';
import type { Decision, Edit, Fix } from './review';
import type { Span } from './span';
import { subtree, type Section, type Spec } from './spec';

/**
 * Fixes as text edits. They only insert, in the document's own style, and never state a fact: what they insert is a
 * question, or a decision in its author's words.
 */

/** Lines of Markdown to insert, given the bullet that no list beside them has. */
export type Content = (marker: string) => readonly string[];

/**
 * A section with the item's questions, where the document would answer them.
 * @param checklist all items; the sections of those in the same area show the place
 * @param content what stands in it instead of the questions
 */
export function insertSection(spec: Spec, item: Item, checklist: readonly Item[], content: Content = questionsOf(item)): Fix {
  const place = placeFor(spec, item, checklist);
  const look = headingLook(spec, place, item.skeleton.heading, areaOf(item.id));
  const body = content(freeMarker(spec, nextLine(spec.text, place.at)));
  const edit = insertLines(spec.text, place.at, [...look.lines, ...Array<string>(look.below).fill(''), ...body], look.around);
  return { title: `Insert the section "${item.skeleton.heading}" with its questions`, kind: 'insert-section', item: item.id, edits: [edit] };
}

/**
 * The item's questions under a heading that has no answer beneath; what stands there stays. Undefined where the
 * heading opens a list item or stands in a quote, because nothing can be put below it from outside.
 * @param content what is put there instead of the questions
 */
export function fillSection(spec: Spec, section: Section, item: Item, content: Content = questionsOf(item)): Fix | undefined {
  const edit = appendTo(spec, section, content);
  return edit && { title: `Put the questions to answer under "${section.heading!.text}"`, kind: 'fill-section', item: item.id, edits: [edit], safe: isBare(spec, section) };
}

/** Whether nothing at all stands under a heading: what is put there cannot change what it says. */
const isBare = (spec: Spec, section: Section): boolean => subtree(spec, section).every(({ blocks }) => blocks.length === 0);

/** Puts lines behind what stands under a heading; undefined where nothing can be put there from outside, as for {@link fillSection}. */
export function appendTo(spec: Spec, section: Section, content: Content): Edit | undefined {
  if (!isHeaded(section) || !standsAlone(spec, section)) return undefined;
  const next = spec.sections[section.index + 1];
  const below = headingEnd(spec, section);
  const isClosed = next ? standsAlone(spec, next) : endOfText(spec) === spec.text.length;
  const at = isClosed ? Math.max(below, contentEnd(spec.text, section.span.end)) : below;
  const follows = nextLine(spec.text, at);
  // Indented text behind the new list would become a part of it.
  if (/^[ \t]/.test(follows)) return undefined;
  const marker = freeMarker(spec, spec.text.slice(below, section.span.end) + follows);
  return insertLines(spec.text, at, content(marker));
}

/** What is decided about an item, without the place. */
export type DecisionDraft = Pick<Decision, 'verb' | 'reason' | 'until' | 'owner'>;

const TITLES: Readonly<Record<Decision['verb'], (item: Item) => string>> = {
  'not-applicable': (item) => `Record that "${item.skeleton.heading}" does not apply, because …`,
  accept: (item) => `Accept the gap in "${item.skeleton.heading}" until …`,
  answered: (item) => `The answer is here: ${item.question}`,
};

/**
 * The decision as a comment on a line of its own: under the heading where the answer would stand, else at the end.
 * @param answer absolute; for `answered`, the text that answers: the comment goes before the whole block that holds it
 */
export function recordDecision(spec: Spec, item: Item, decision: DecisionDraft, answer?: Span): Fix {
  const at = answer ? beforeBlock(spec, answer.start) : underHeading(spec, item) ?? endOfText(spec);
  const edit: Edit = insertLines(spec.text, at, [decisionComment(item.id, decision)]);
  return { title: TITLES[decision.verb](item), kind: decision.verb, item: item.id, edits: [edit] };
}

function decisionComment(item: string, { verb, reason, until, owner }: DecisionDraft): string {
  const flags = `${until ? ` --until ${oneLine(until)}` : ''}${owner ? ` --owner ${oneLine(owner)}` : ''}`;
  return `<!-- spec-review: ${verb} ${item}${flags} -- ${oneLine(reason)} -->`;
}

/** Nothing that an author types ends the comment early. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/-+!?(?=>)/g, '').trim();

/** @param table lines of a table behind the questions; empty for none */
export const questionsOf = (item: Item, table: readonly string[] = []): Content => (marker) =>
  [...item.skeleton.questions.map((question) => `${marker} TODO: ${question}`), ...(table.length ? ['', ...table] : [])];

/** The document's bullet, unless a list beside the new one has it: two lists with one bullet would become one. */
function freeMarker(spec: Spec, neighbours: string): string {
  const own = /^[-*+](?=[ \t]+\S)/m.exec(spec.text)?.[0] ?? '-';
  const taken = new Set([...neighbours.matchAll(/^[ \t>]*([-*+])(?=\s)/gm)].map((m) => m[1]));
  return [own, '-', '*', '+'].find((marker) => !taken.has(marker)) ?? own;
}

const isHeaded = (section: Section): section is Headed => section.heading !== undefined;

function underHeading(spec: Spec, item: Item): number | undefined {
  // The last decision on an item wins, so one that follows another must stand behind it.
  if (spec.comments.some((c) => c.text.includes(item.id))) return undefined;
  const keys = new Set(item.evidence.headings);
  const section = outline(spec).sections.find((s) => s.role === 'body' && keys.has(s.heading.key));
  return section && headingEnd(spec, section);
}

/** Before the outermost block around `offset`, which may be a whole list, table, quote or fence; below it where it is a heading. */
function beforeBlock(spec: Spec, offset: number): number {
  const { text } = spec;
  for (const { start, end, node } of blocksAround(spec, offset))
    if (end > offset) return node === 'heading' || node === 'yaml' ? lineEnd(text, end) : lineStart(text, start);
  return endOfText(spec);
}

interface RootBlock extends Span {
  readonly node: string;
}

const parsed = new WeakMap<Section, readonly RootBlock[]>();

/** The root blocks of the stretch that was parsed with the section at `offset`; absolute. A menu asks for the same one many times. */
function blocksAround(spec: Spec, offset: number): readonly RootBlock[] {
  const section = spec.sections.findLast((s) => s.span.start <= offset) ?? spec.sections[0]!;
  let blocks = parsed.get(section);
  if (!blocks) {
    const end = spec.sections.find((s) => s.origin > section.origin)?.origin;
    blocks = createMarkdownParser().parse(spec.text.slice(section.origin, end)).flatMap(({ start, chunk }) => chunk.tree.children.map((node) => ({
      node: node.type, start: section.origin + start + node.position!.start.offset!, end: section.origin + start + node.position!.end.offset!,
    })));
    parsed.set(section, blocks);
  }
  return blocks;
}
