import { remembered } from '../remembered';
import { sentenceSpans } from '../sentences';
import type { Span } from '../span';
import { sourceOffset, type Block, type Heading, type Section, type Spec } from '../spec';

/** What the sentences of a section are meant to be, as its heading or the nearest above it that says so tells. */
export type Purpose = 'requirements' | 'goals' | 'criteria' | 'plan' | 'rollout';

/** Tested on heading keys, first match wins. */
const PURPOSES: readonly (readonly [Purpose | undefined, RegExp])[] = [
  // Beneath requirements or goals, what these hold is talk about them.
  [undefined, /^(?:rationale|background|context|motivation|overview|introduction|notes?|examples?|implementation(?: notes| details)?|approach|why\b.*|independent test|key entities|current state|problem.*|prerequisites|dependencies|.*\buse cases?|user scenarios\b.*|personas?)$/],
  ['criteria', /\b(?:acceptance|exit|completion|launch|release|success) criteria\b|^acceptance(?: tests?| scenarios?)?$|\bdefinition of done\b|^done when$|^measurable outcomes$/],
  ['requirements', /^(?:(?!monitoring|downtime|dev|hardware|software|build|infra|resource|tool|prereq|install|system)\S+ ){0,4}requirements?(?: \(.*| mandatory)?$|^(?:nfrs?|quality attributes|must haves?|service level objectives|slos?|performance (?:goals|targets|requirements))$/],
  ['goals', /^(?:(?!example|non|learning|future|out)\S+ ){0,2}(?:goals?|objectives?)(?: and (?:goals|objectives|success metrics|non goals))?$/],
  ['rollout', /^(?:(?:phased|production|release|launch|feature|our|the|migration|deprecation) )?(?:roll ?out|release|launch|go live|deployment|migration|deprecation)(?: (?:plan(?:ning)?|strategy|phases|schedule|timeline|and .*))?$|^roll ?out\b.*/],
  ['plan', /^(?:(?:project|delivery|implementation|development|work|execution|action|migration|high level) )?(?:plans?|timelines?|milestones?|roadmap|schedule|phasing|phases|next steps|action items|work breakdown)(?: (?:plan|and .*))?$/],
];

const known = new WeakMap<Heading, { readonly own: Purpose | undefined | null }>();

/** The purpose that the heading itself gives; null where it takes that purpose away, undefined where it says nothing. */
function ownPurpose(heading: Heading): Purpose | undefined | null {
  let found = known.get(heading);
  if (!found) {
    const match = PURPOSES.find(([, pattern]) => pattern.test(heading.key));
    known.set(heading, (found = { own: match && (match[0] ?? null) }));
  }
  return found.own;
}

/** The sections of the proposal itself whose sentences are meant as one of `purposes`. */
export function sectionsFor(spec: Spec, purposes: readonly Purpose[]): readonly Section[] {
  const all = purposesOf(spec);
  return spec.sections.filter(({ index, role, blocks }) => role === 'body' && blocks.length > 0 && all[index] && purposes.includes(all[index]));
}

const documents = new WeakMap<Spec, readonly (Purpose | undefined)[]>();

function purposesOf(spec: Spec): readonly (Purpose | undefined)[] {
  let found = documents.get(spec);
  if (!found) {
    const purposes: (Purpose | undefined)[] = [];
    for (const { heading, parent, index } of spec.sections) {
      // The title names the subject: "Requirements service" does not make everything below it a requirement.
      const own = heading && heading.level > 1 ? ownPurpose(heading) : undefined;
      purposes[index] = own === undefined ? purposes[parent] : own ?? undefined;
    }
    documents.set(spec, (found = purposes));
  }
  return found;
}

/** One sentence of prose, list or table row that states something: no code, no template's advice, no question. */
export interface Statement {
  readonly text: string;
  readonly block: Block;
  /** Where `text` starts in the text of the block. */
  readonly offset: number;
}

/** The statements of a section, worked out once for its blocks. */
export const statements = remembered((blocks) => blocks.flatMap(statementsOf));

function statementsOf(block: Block): Statement[] {
  if (block.hollow || block.kind === 'code') return [];
  // A line of a table is a row, the first of them names the columns; elsewhere authors wrap lines as they like.
  const text = block.table ? block.text : block.text.replace(/[\r\n]/g, ' ');
  const from = block.table ? block.text.indexOf('\n') : 0;
  return sentenceSpans(text).map(({ start, end }) => ({ text: text.slice(start, end), block, offset: start })).filter(({ text, offset }) => offset >= from && !text.endsWith('?'));
}

/** Where the characters of a statement stand in the source, relative to the section's origin; never empty. */
export function placeIn({ block, offset }: Statement, at: Span): Span {
  const start = sourceOffset(block, offset + at.start);
  return { start, end: Math.max(start + 1, sourceOffset(block, offset + at.end - 1) + 1) };
}
