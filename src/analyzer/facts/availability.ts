import { shift, type Span } from '../span';
import { remembered } from '../remembered';
import type { Section, Spec } from '../spec';
import { isAvailability, quantitiesIn } from './quantities';
import { placeIn, sectionsFor, statements } from './statements';

/** An availability that the text states. */
export interface Availability {
  /** Absolute. */
  readonly at: Span;
  /** As the author wrote it. */
  readonly figure: string;
  readonly percent: number;
}

const DEPENDENCIES = /\b(?:dependenc(?:y|ies)|integrations?|upstream|external (?:systems?|services?)|third part(?:y|ies)|providers?)\b/;
const DEPENDS = /\b(?:depend\w*|provider|upstream|third[- ]party)\b/i;
/** What keeps its failure from being ours. */
const SPARED = /\b(?:fall ?backs?|falls? back|cache[sd]?|redundan\w+|asynchronous\w*|async|queue[sd]?|retr(?:y|ies|ied)|degrad\w+|optional\w*|without it|best[- ]effort|not (?:in|on) the (?:request|critical) path|replica\w*|standby|multi-?region)\b/i;

/** What the requirements and goals promise, in document order. */
export const promisedAvailabilities = (spec: Spec): readonly Availability[] =>
  sectionsFor(spec, ['requirements', 'goals']).flatMap((section) => placed(section)).filter(({ text }) => !DEPENDS.test(text));

/** Those of the dependencies without which nothing works: the sentence names no way around them. */
export const serialAvailabilities = (spec: Spec): readonly Availability[] =>
  spec.sections.filter(({ role, heading }) => role === 'body' && heading && DEPENDENCIES.test(heading.key)).flatMap(placed).filter(({ text }) => !SPARED.test(text));

/** How much of the time all of them are available, in percent. */
export const productOf = (availabilities: readonly Availability[]): number => availabilities.reduce((all, { percent }) => all * (percent / 100), 1) * 100;

interface Stated extends Availability {
  /** The statement it stands in. */
  readonly text: string;
}

const stated = remembered((blocks): readonly Stated[] => statements(blocks).flatMap((statement) =>
  quantitiesIn(statement.text).filter((q) => isAvailability(q, statement.text) && !/["“'‘]/.test(statement.text[q.start - 1] ?? ''))
    .map((q) => ({ at: placeIn(statement, q), figure: q.text, percent: q.value, text: statement.text }))));

const placed = ({ origin, blocks }: Section): Stated[] => stated(blocks).map((one) => ({ ...one, at: shift(one.at, origin) }));
