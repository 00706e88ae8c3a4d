import { capacityFigures, type CapacityFigures } from '../../analyzer/facts/capacity';
import { defineRule, type RuleFinding } from '../../analyzer/rule';
import { duration, short, size } from '../../analyzer/figures';

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
      const figures = capacityFigures(spec, section);
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

function* storage({ rate, each, retention, storage: provided }: CapacityFigures, slack: number): Iterable<RuleFinding> {
  if (!rate || !each || !retention || !provided) return;
  const need = rate.value * each.value * retention.value;
  if (need <= provided.value * slack) return;
  yield {
    at: provided.at,
    message: `${rate.text} of ${each.text} each, kept for ${retention.text}, are ${size(need)}, more than the ${provided.text} provided; correct a figure or provide more.`,
    related: [rate, each, retention].map(({ at, text }) => ({ at, message: `The need comes from: ${text}` })),
  };
}

function* pool({ rate, latency, pool: provided }: CapacityFigures, slack: number): Iterable<RuleFinding> {
  if (!rate || !latency || !provided) return;
  const need = rate.value * latency.value;
  if (need <= provided.value * slack) return;
  yield {
    at: provided.at,
    message: `${rate.text} that take ${duration(latency.value)} each are ${short(need)} at once, more than the ${provided.text} provided; correct a figure or provide more.`,
    related: [rate, latency].map(({ at, text }) => ({ at, message: `The need comes from: ${text}` })),
  };
}
