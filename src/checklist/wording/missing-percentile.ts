import { quantitiesIn } from '../../analyzer/facts/quantities';
import { meant, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

const LATENCY = /\b(?:latenc(?:y|ies)|response times?|respond(?:s|ed)?|page loads?|load(?:s|ing)? time|round[- ]trip(?: time)?)\b/i;
const TARGET = /\b(?:must|shall|should|needs? to|target|goal|slo|sla|objective|budget)\b|[<≤]|\b(?:under|within|below|less than|at most|no more than)\b/i;
/** The share of requests that the figure holds for, or what it is a figure of. */
const SHARE = /\bp ?\d{2}|percentile|\b\d{1,3}(?:\.\d{1,4})? ?(?:%|percent)|\b(?:average|avg|mean|median|typical(?:ly)?|usual(?:ly)?|max(?:imum)?|worst[- ]case|every|each|all|always|tail|timeout|time out|timed out|wait|retry|retries|poll\w*|interval|example|e\.g)\b/i;
/** Longer than this, a time is a job's or a human's. */
const SECONDS = 30;

export default defineRule({
  id: 'wording/missing-percentile',
  reports: 'A latency target without the percentile it holds for.',
  why: '"200 ms" is met by an average that one request in twenty exceeds tenfold. Whoever measures it picks the percentile that passes.',
  expected: 'name the percentile, or say that it is a maximum or an average',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'warning', adr: 'off' },
  check: phrases(['requirements', 'goals', 'criteria'], ({ text }) => {
    if (SHARE.test(text) || !TARGET.test(text) || !meant(LATENCY, text)) return undefined;
    const figure = quantitiesIn(text).find((q) => q.dimension === 'time' && q.value > 0 && q.value <= SECONDS && q.bound !== 'at least');
    return figure && { ...figure, ask: 'percentile', message: `“${figure.text}” does not say for which share of requests; name the percentile, or say that it is a maximum or an average.` };
  }),
  examples: {
    good: [
      '# Radar feed\n\n## Requirements\n\nA position is answered within 200 ms at p95, and every one within 2 s.\n',
      '# Radar feed\n\n## Requirements\n\nThe session must end within 30 s after the last response.\n\nThe client must respond to a timeout of 5 s.\n',
    ],
    bad: [
      '# Radar feed\n\n## Requirements\n\n- Response time must stay below «200 ms».\n',
      '# Radar feed\n\n## Requirements\n\n| measure | target |\n|---|---|\n| Search latency | < «1.5 s» |\n',
    ],
  },
});
