import { defineItem } from '../../analyzer/item';
import { isOperated } from '../software';
import { DURATION, MODAL, words } from '../words';

const BOUND = /(?:within|under|below|in under|in less than|less than|no more than|at most|not exceed|fewer than|faster than|at least|up to|<=?|≤|≥|>=?)/;
const SUBJECT = /(?:latency|response times?|respond(?:s|ed)?|completes?|completed|finish(?:es|ed)?|loads?|load time|start-?up(?: time)?|throughput|availability|uptime|overhead|sync(?: time)?|provision(?:s|ed|ing)?(?: time)?|recover(?:s|y)?(?: time)?|process(?:es|ed)?|return(?:s|ed)?|render(?:s|ed)?|replay|duration|time to \w+|success rate|error rate|rpo|rto|can (?:\S+ ){1,12}in)/;
const FIGURE = words`(?:${BOUND} ?\d|${DURATION}|\d ?%|\b(?:fps|rps|qps)\b)`;

export default defineItem({
  id: 'scalability/performance-targets',
  question: 'Which measurable performance or availability is promised?',
  why: '"Fast" cannot be tested, sold or alarmed on. The number decides design, cost and what counts as an incident.',
  expected: 'give latency with percentile, throughput or availability as a number with its window',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: isOperated,
  evidence: {
    headings: [
      'performance targets', 'performance goals', 'performance requirements', 'performance budget', 'performance slos', 'slo', 'slos', 'slos and slis', 'service level objectives', 'sla', 'slas',
      'availability', 'availability targets', 'availability requirements', 'non functional requirements', 'nfrs', 'latency', 'latency budget', 'latency requirements', 'quality attributes',
      'what are the reasonable slos (service level objectives) for the enhancement',
    ],
    headingPattern: /\b(?:performance (?:targets?|goals?|requirements?|budget|criteria|objectives)|slos?|slas?|service level|latency|non functional|nfrs?|reasonable slos)\b/,
    topic: /\b(?:latency|throughput|performance|availability|uptime|slos?|slas?|response times?|percentile|p9\d|fast|overhead)\b/i,
    statements: [
      words`\b(?:p(?:50|75|90|95|99|999)|p99\.9|\d\d(?:\.\d{1,9})?(?:th)? percentile|median)\b[^.\n]{0,40}(?:${BOUND} ?|of |is |: ?)\d`,
      words`\b${MODAL} (?:\S+ ){0,8}${BOUND} ?${DURATION}`,
      words`\b${SUBJECT}\b[^.\n\d]{0,50}${BOUND} ?(?:${DURATION}|\d[\d.,]{0,12} ?(?:%|fps|rps|qps|[kmg]b\/s))`,
      words`\b${BOUND} ?(?:${DURATION}|\d[\d.]{0,12} ?%) (?:\S+ ){0,2}(?:latency|overhead|response|downtime|availability|uptime|regression|performance)\b`,
      words`\b(?:availability|uptime|slo|sla|success rate)\b[^.\n]{0,40}\b\d\d(?:\.\d{1,9})? ?%|\b99(?:\.\d{1,9})? ?%[^.\n]{0,40}\b(?:availability|available|uptime|of (?:all )?(?:requests|calls|operations)|success\w*)\b`,
      words`\b${MODAL} (?:\S+ ){0,8}\d{1,9} ?(?:fps|rps|qps|(?:requests|events|messages|transactions|operations) (?:per|\/) ?(?:s|second|minute))\b`,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('target')
      && table.rows.some((row) => row.some((cell) => FIGURE.test(cell.text))),
  },
  skeleton: {
    heading: 'Performance targets',
    questions: [
      'Which latency is promised, at which percentile and load?',
      'Which throughput must it sustain?',
      'Which availability is promised, over which window?',
      'How is each of them measured?',
    ],
    after: ['expected load', 'scalability', 'non functional requirements', 'requirements', 'design', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Performance targets\n\n| Metric | Target |\n|---|---|\n| p95 of search | < 300 ms |\n| Availability | 99.9 % per month |\n',
      '## Checkout\n\nA balance check must complete within 50 ms, and p99 latency of a payment is below 800 ms.\n',
    ],
    partial: ['## Performance targets\n\nThe service should be fast and highly available.\n', '## Performance targets\n\nTBD\n'],
    missing: ['## Checkout\n\nThe customer confirms the basket and gets a receipt by mail.\n'],
  },
});
