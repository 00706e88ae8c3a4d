import { quantitiesIn, type Quantity } from '../../analyzer/facts/quantities';
import { placeIn, sectionsFor, statements, type Statement } from '../../analyzer/facts/statements';
import { remembered } from '../../analyzer/remembered';
import { defineRule } from '../../analyzer/rule';
import { shift, type Span } from '../../analyzer/span';
import type { Block } from '../../analyzer/spec';
import { isQuoted } from '../phrases';

const SPEED = /\b(?:latenc(?:y|ies)|response times?|respond(?:s|ed)?|page loads?|load time|throughput|p\d\d|percentile|availability|uptime|success rate|error rate|slo|sla|startup time|overhead)\b/i;
/** What shows such figures wherever it is named: an experiment, or an instrument made for it. */
const EXPERIMENT = /\b(?:benchmark\w*|(?:load|stress|soak|scale|scalability|performance|perf)[- ]?test\w*|histograms?|prometheus|grafana|k6|jmeter|locust|gatling|lighthouse|slis?|probe[ds]?|synthetic)\b/i;
/** What shows them where it is said of speed or availability. */
const INSTRUMENT = /\b(?:metrics?|dashboards?|alert(?:s|ed|ing)?|alarms?|telemetry|tracing|monitor(?:s|ed|ing)?|observability|instrument\w*|measur\w*|apm|logs?|logged|track(?:s|ed|ing)?|report(?:s|ed|ing)?)\b/i;

export default defineRule({
  id: 'consistency/target-unmeasured',
  reports: 'Numeric targets for speed or availability in a document that names nothing which would show whether they are met.',
  why: 'A target that nothing measures is met by declaration. The first measurement is then a customer\'s complaint.',
  expected: 'name the metric, the alert or the test that shows the figure, and who looks at it',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  *check({ spec }) {
    const [first, ...others] = sectionsFor(spec, ['requirements', 'goals']).flatMap(({ origin, blocks }) => targets(blocks).map((target) => ({ ...target, at: shift(target.at, origin) })));
    if (!first || spec.sections.some(({ heading, blocks }) => isShown(heading?.text ?? '') || areShown(blocks))) return;
    yield {
      at: first.at,
      message: `Nothing in the document would show whether “${first.text}” is met; name the metric, alert or test that does, and who looks at it.`,
      related: others.slice(0, RELATED).map(({ at }) => ({ at, message: 'Another target that nothing measures' })),
    };
  },
  examples: {
    good: [
      '# Tide forecast\n\n## Requirements\n\nResponse time stays below 300 ms at p95.\n\n## Operations\n\nA dashboard shows the response time by gauge.\n',
      '# Tide forecast\n\n## Background\n\nThe old service had an availability of 97 %.\n',
    ],
    bad: ['# Tide forecast\n\n## Requirements\n\n- Response time stays below «300 ms» at p95.\n- Availability of 99.9 % in each month.\n\n## Design\n\nA job writes one row for each gauge.\n'],
  },
});

const RELATED = 5;

interface Target {
  /** Relative to the section's origin. */
  readonly at: Span;
  readonly text: string;
}

const targets = remembered((blocks): readonly Target[] => statements(blocks).flatMap((statement) => {
  const figure = SPEED.test(statement.text) ? quantitiesIn(statement.text).find((q) => isTarget(q, statement)) : undefined;
  return figure ? [{ at: placeIn(statement, figure), text: figure.text }] : [];
}));

const isTarget = (q: Quantity, { text }: Statement): boolean =>
  !isQuoted(text, q.start) && ((q.dimension === 'ratio' && q.value >= 90 && q.value < 100) || (q.bound !== undefined && q.dimension !== 'size' && q.value > 0));

const isShown = (text: string): boolean => EXPERIMENT.test(text) || (INSTRUMENT.test(text) && (SPEED.test(text) || /\bperformance\b/i.test(text)));

/** Code counts: an instrument may only stand in a fence. What stands in one section is said of the same thing. */
const areShown = remembered((blocks: readonly Block[]) => isShown(blocks.map(({ text }) => text).join('\n')));
