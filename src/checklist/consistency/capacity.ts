import { quantitiesIn, type Quantity } from '../../analyzer/facts/quantities';
import { placeIn, statements, type Statement } from '../../analyzer/facts/statements';
import { defineRule, type RuleFinding } from '../../analyzer/rule';
import { shift, type Span } from '../../analyzer/span';
import { subtree, type Section, type Spec } from '../../analyzer/spec';
import { duration, short, size } from '../figures';
import { isQuoted } from '../phrases';

const SIZING = /\b(?:capacity|sizing|load|scal(?:e|ing|ability)|storage|throughput|volume|traffic|retention|performance|resources?)\b/;

export default defineRule({
  id: 'consistency/capacity',
  reports: 'A stated storage or pool that the stated rate, size, retention or latency overfill.',
  why: 'The figures stand a few lines apart and nobody multiplied them. The disk or the pool is full on a busy day.',
  expected: 'correct the figure that is wrong, or provide what the others need',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  source: 'Little\'s law: what is under way at once is the rate times the time that each takes.',
  options: { tolerance: { about: 'How far the need may exceed what is provided, as a share of it: such figures are rough.', default: 0.1, min: 0, max: 10 } },
  *check({ spec }, { tolerance }) {
    for (const section of spec.sections) {
      if (section.role !== 'body' || !section.heading || !SIZING.test(section.heading.key) || !section.blocks.length) continue;
      const figures = figuresOf(spec, section);
      yield* storage(figures, 1 + tolerance!);
      yield* pool(figures, 1 + tolerance!);
    }
  },
  examples: {
    good: [
      '# Tide gauges\n\n## Capacity\n\nGauges send 200 messages per second at peak. A message has 1 KB. Messages are kept for 30 days. The volume has 1 TB of storage.\n',
      '# Tide gauges\n\n## Capacity\n\nGauges send 200 requests per second. Each request takes 50 ms. The pool has 20 connections.\n',
      '# Tide gauges\n\n## Capacity\n\nGauges send 200 or 400 messages per second. A message has 1 KB. Kept for 30 days on 100 GB of storage. Old ones have 20 messages per second.\n',
    ],
    bad: [
      '# Tide gauges\n\n## Capacity\n\nGauges send 200 messages per second. A message has 1 KB. Messages are kept for 30 days. The volume has «100 GB» of storage.\n',
      '# Tide gauges\n\n## Capacity\n\nGauges send 200 requests per second. Each request takes 500 ms. The pool has «20 connections».\n',
    ],
  },
});

interface Figure {
  readonly value: number;
  readonly text: string;
  /** Absolute. */
  readonly at: Span;
}

type Kind = 'rate' | 'each' | 'retention' | 'storage' | 'latency' | 'pool';
/** Of each kind the one figure that the section gives; none where it gives two, for then it compares. */
type Figures = Readonly<Partial<Record<Kind, Figure>>>;

/** What a sentence must say for a figure in it to be of a kind. */
const SAYS: Readonly<Record<Exclude<Kind, 'pool'>, readonly [Quantity['dimension'], RegExp]>> = {
  rate: ['rate', /\b(?:messages?|events?|requests?|records?|orders?|rows?|writes?|[rqt]ps)\b/i],
  each: ['size', /\b(?:(?:an?|each|every|one|per) (?:\w+ )?(?:message|event|request|record|order|row|payload|entry)|(?:message|event|record|row|payload) size)\b/i],
  retention: ['time', /\b(?:kept|keep|retain(?:ed)?|retention|stored) (?:for|of|is|period)\b|\bretention\b/i],
  storage: ['size', /\b(?:of storage|disk|volume|storage (?:of|is|limit|quota)|capacity of)\b/i],
  latency: ['time', /\b(?:(?:each|an?|every|one) (?:request|call|query|job|message) takes|latency (?:is|of)|(?:processing|service|response) time (?:is|of))\b/i],
};
const KINDS = Object.keys(SAYS) as (keyof typeof SAYS)[];
const POOL = /(?<![\w.,-])(?<count>\d{1,6}) (?:connections|workers|threads|concurrent (?:requests|connections|jobs))\b/gi;

function figuresOf(spec: Spec, section: Section): Figures {
  const found = new Map<Kind, Figure[]>();
  const add = (kind: Kind, figure: Figure): void => void found.set(kind, [...(found.get(kind) ?? []), figure]);
  for (const { origin, blocks } of subtree(spec, section)) {
    for (const statement of statements(blocks)) {
      const { text } = statement;
      const at = (span: Span): Span => shift(placeIn(statement, span), origin);
      for (const q of quantitiesIn(text)) {
        if (isQuoted(text, q.start)) continue;
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

function* storage({ rate, each, retention, storage: provided }: Figures, slack: number): Iterable<RuleFinding> {
  if (!rate || !each || !retention || !provided) return;
  const need = rate.value * each.value * retention.value;
  if (need <= provided.value * slack) return;
  yield {
    at: provided.at,
    message: `${rate.text} of ${each.text} each, kept for ${retention.text}, are ${size(need)}, more than the ${provided.text} provided; correct a figure or provide more.`,
    related: [rate, each, retention].map(({ at, text }) => ({ at, message: `The need comes from: ${text}` })),
  };
}

function* pool({ rate, latency, pool: provided }: Figures, slack: number): Iterable<RuleFinding> {
  if (!rate || !latency || !provided) return;
  const need = rate.value * latency.value;
  if (need <= provided.value * slack) return;
  yield {
    at: provided.at,
    message: `${rate.text} that take ${duration(latency.value)} each are ${short(need)} at once, more than the ${provided.text} provided; correct a figure or provide more.`,
    related: [rate, latency].map(({ at, text }) => ({ at, message: `The need comes from: ${text}` })),
  };
}
