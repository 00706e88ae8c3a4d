import { latencyBudgets } from '../../analyzer/facts/latency';
import { totalOf } from '../../analyzer/facts/sums';
import { defineRule } from '../../analyzer/rule';
import { duration } from '../../analyzer/figures';

export default defineRule({
  id: 'consistency/latency-budget',
  reports: 'Hops whose latencies add up to more than the end-to-end latency that is stated for them.',
  why: 'The budget is spent before the first line of code. Whoever implements the last hop finds out.',
  expected: 'shorten a hop, take one out of the path, or raise the end-to-end figure',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  options: { tolerance: { about: 'How far the sum may exceed the stated figure, as a share of it.', default: 0.05, min: 0, max: 1 } },
  *check({ spec }, { tolerance }) {
    for (const { parts, total } of latencyBudgets(spec)) {
      const sum = totalOf(parts);
      if (sum <= total.value * (1 + tolerance!)) continue;
      yield {
        at: total.at,
        message: `The ${parts.length} hops add up to ${duration(sum)}, ${duration(sum - total.value)} more than the ${duration(total.value)} stated end to end; shorten a hop or raise the target.`,
        related: parts.map(({ at, name }) => ({ at, message: `One of the hops: ${name}` })),
      };
    }
  },
  examples: {
    good: [
      '# Search\n\n## Latency budget\n\n| hop | p95 latency |\n|---|---|\n| gateway | 20 ms |\n| index | 120 ms |\n| ranking | 60 ms |\n| Total | 200 ms |\n',
      '# Search\n\n## Latency\n\nThe two indexes are asked in parallel.\n\n| hop | p95 latency |\n|---|---|\n| index A | 180 ms |\n| index B | 160 ms |\n| Total | 200 ms |\n',
      '# Search\n\n## Latency\n\n| store | p95 latency |\n|---|---|\n| disk | 20 ms |\n| memory | 2 ms |\n',
    ],
    bad: [
      '# Search\n\n## Latency budget\n\n| hop | p95 latency |\n|---|---|\n| gateway | 20 ms |\n| index | 250 ms |\n| ranking | 160 ms |\n| Total | «300 ms» |\n',
      '# Search\n\n## Latency budget\n\nEnd to end a search takes at most «0.3 s».\n\n| hop | p95 latency |\n|---|---|\n| gateway | 20 ms |\n| index | 250 ms |\n| ranking | 160 ms |\n',
    ],
  },
});
