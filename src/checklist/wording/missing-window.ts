import { quantitiesIn, type Quantity } from '../../analyzer/facts/quantities';
import { meant, nestedText, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

const AVAILABILITY = /\b(?:availability|available|uptime|sla|slo|success rate|error rate|failure rate|error budget)\b/i;
const WINDOW = /\bduring\b|\b(?:per|a|an|each|every|over|during|in any|within (?:a|any|each)|rolling|trailing) (?:\S+ )?(?:calendar )?(?:\d{1,4}[- ])?(?:month|year|quarter|week|day|hour|minute|window|period|release|run)s?\b|\b(?:monthly|yearly|annual(?:ly)?|weekly|daily|hourly|quarterly|annum)\b|\b\d{1,4}[- ](?:day|week|month|minute|hour)s?\b|\/(?:month|year|mo|yr)\b/i;
const RATE_LIMIT = /\b(?:rate[- ]limit(?:s|ed|ing)?|throttl(?:e[sd]?|ing))\b[^.;\n]{0,40}?\b(?<figure>\d[\d,]{0,9} (?:requests|calls|messages|queries))\b(?!\s*(?:\/|per\b|a\b|an\b|each\b|every\b|in\b|within\b))/i;

/** When to raise an alarm is no promise. */
const ALARM = /\b(?:alert|alarm|drops|falls|exceeds|page[sd]?|notify)\b/i;

const isPromise = (q: Quantity): boolean => q.dimension === 'ratio' && ((q.value >= 90 && q.value < 100) || q.bound === 'at most');

export default defineRule({
  id: 'wording/missing-window',
  reports: 'An availability or rate figure without the window it is counted in.',
  why: '99.9 % of a year allows a working day of downtime at once, of a month 43 minutes. The window decides which incident breaks the promise.',
  expected: 'say over which time it is counted: a month, 28 days, a minute',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  check: phrases(['requirements', 'goals', 'criteria'], ({ text, block }, blocks) => {
    if (!/\d/.test(text) || WINDOW.test(text) || ALARM.test(text)) return undefined;
    const limit = RATE_LIMIT.exec(text);
    const figure = meant(AVAILABILITY, text) ? quantitiesIn(text).find(isPromise) : limit ? place(limit) : undefined;
    return figure && !WINDOW.test(nestedText(blocks, block)) ? { start: figure.start, end: figure.end, ask: 'window', message: `“${figure.text}” does not say over which time it is counted; name the window, such as a month, 28 days or a minute.` } : undefined;
  }),
  examples: {
    good: [
      '# Buoy network\n\n## Requirements\n\nAvailability is 99.9 % per calendar month. Clients are rate limited to 100 requests per minute.\n',
      '# Buoy network\n\n## Requirements\n\nTest coverage is at least 95 %.\n',
      '# Buoy network\n\n## Requirements\n\n- Uptime is 99.5 %.\n  - That allows 3.6 hours of downtime per month.\n',
    ],
    bad: [
      '# Buoy network\n\n## Requirements\n\n- The service must have an uptime of «99.9%».\n- Error rate stays below «0.1 %».\n',
      '# Buoy network\n\n## Requirements\n\nEach client must be rate limited to «100 requests».\n',
    ],
  },
});

function place(match: RegExpExecArray) {
  const text = match.groups!['figure']!, start = match.index + match[0].length - text.length;
  return { start, end: start + text.length, text };
}
