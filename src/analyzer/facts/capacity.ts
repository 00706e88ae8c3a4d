import { shift, type Span } from '../span';
import { subtree, type Section, type Spec } from '../spec';
import { quantitiesIn, type Quantity } from './quantities';
import { placeIn, statements, type Statement } from './statements';

/** A figure that sizes something, in the units of {@link Quantity}. */
export interface Figure {
  readonly value: number;
  readonly text: string;
  /** Absolute. */
  readonly at: Span;
}

export type CapacityKind = 'rate' | 'each' | 'retention' | 'storage' | 'latency' | 'pool';
/** Of each kind the one figure that the section gives; none where it gives two, for then it compares. */
export type CapacityFigures = Readonly<Partial<Record<CapacityKind, Figure>>>;

/** What a sentence must say for a figure in it to be of a kind. */
const SAYS: Readonly<Record<Exclude<CapacityKind, 'pool'>, readonly [Quantity['dimension'], RegExp]>> = {
  rate: ['rate', /\b(?:messages?|events?|requests?|records?|orders?|rows?|writes?|[rqt]ps)\b/i],
  each: ['size', /\b(?:(?:an?|each|every|one|per) (?:\w+ )?(?:message|event|request|record|order|row|payload|entry)|(?:message|event|record|row|payload) size)\b/i],
  retention: ['time', /\b(?:kept|keep|retain(?:ed)?|retention|stored) (?:for|of|is|period)\b|\bretention\b/i],
  storage: ['size', /\b(?:of storage|disk|volume|storage (?:of|is|limit|quota)|capacity of)\b/i],
  latency: ['time', /\b(?:(?:each|an?|every|one) (?:request|call|query|job|message) takes|latency (?:is|of)|(?:processing|service|response) time (?:is|of))\b/i],
};
const KINDS = Object.keys(SAYS) as (keyof typeof SAYS)[];
const POOL = /(?<![\w.,-])(?<count>\d{1,6}) (?:connections|workers|threads|concurrent (?:requests|connections|jobs))\b/gi;

/** What a section and those below it say of rates, sizes and room. */
export function capacityFigures(spec: Spec, section: Section): CapacityFigures {
  const found = new Map<CapacityKind, Figure[]>();
  const add = (kind: CapacityKind, figure: Figure): void => void found.set(kind, [...(found.get(kind) ?? []), figure]);
  for (const { origin, blocks } of subtree(spec, section)) {
    for (const statement of statements(blocks)) {
      const { text } = statement;
      const at = (span: Span): Span => shift(placeIn(statement, span), origin);
      for (const q of quantitiesIn(text)) {
        if (/["“'‘]/.test(text[q.start - 1] ?? '')) continue;
        const kind = KINDS.find((k) => SAYS[k][0] === q.dimension && SAYS[k][1].test(nearby(statement, q)));
        if (kind) add(kind, { value: q.value, text: q.text, at: at(q) });
      }
      for (const match of text.matchAll(POOL)) add('pool', { value: Number(match.groups!['count']), text: match[0], at: at({ start: match.index, end: match.index + match[0].length }) });
    }
  }
  return Object.fromEntries([...found].flatMap(([kind, all]) => (all.length === 1 ? [[kind, all[0]!]] : [])));
}

/** The clause around a figure, so that two figures of one sentence keep their own words. */
function nearby({ text }: Statement, { start, end }: Span): string {
  const before = text.slice(0, start).split(/[,;]/).at(-1)!, [after] = text.slice(end).split(/[,;]/);
  return `${before}${text.slice(start, end)}${after}`;
}

