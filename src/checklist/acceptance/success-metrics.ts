import { defineItem } from '../../analyzer/item';
import type { Table } from '../../analyzer/spec';

/** A share, a count or a change that can be watched. */
const FIGURE = /(?:\d[\d.,]* ?(?:%|percent|x\b|per\b|days?|weeks?|months?|minutes?|hours?)|[<>≥≤] ?\d|\bfrom \d[\d.,%]* to \d|\bby \d[\d.,]* ?%|\b\d+ (?:\w+ )?(?:customers?|users?|teams?|projects?|accounts?|tenants?)\b|\bmajority of\b|\bhalf of\b)/.source;

const HEADING = /\b(?:success|kpis?|goals?|outcomes?|adoption|impact)\b/;

const isScorecard = ({ roles, rows }: Table): boolean => rows.length > 0 && roles.includes('metric') && roles.includes('target');

const hasBaseline = ({ header }: Table): boolean => header.some((cell) => /\b(?:baseline|current|today)\b/i.test(cell.text));

export default defineItem({
  id: 'acceptance/success-metrics',
  question: 'How will success be measured after launch?',
  why: 'Without a number to watch, nobody can say later whether the work paid off, and it is never finished or stopped.',
  expected: 'name the metric, its baseline today, the target, and when and where it is read',
  severity: { kep: 'off', rfc: 'off', design: 'off', prd: 'warning', adr: 'off' },
  weight: 3,
  evidence: {
    headings: [
      'success metrics', 'key metrics', 'success measures', 'measures of success', 'measuring success', 'how we measure success', 'kpis',
      'key performance indicators', 'success metrics and kpis', 'product metrics', 'business metrics', 'success indicators',
      'how will we measure success', 'how do we measure success',
    ],
    headingPattern: /\b(?:success|kpis?|okrs?|adoption metrics|impact measurement|measurable outcomes)\b/,
    topic: /\b(?:success|kpis?|okrs?|adoption|baseline|satisfaction|conversion|retention rate|north star|nps)\b/i,
    statements: [
      new RegExp(String.raw`\b(?:adoption|(?:feature|product|daily|weekly|monthly|active) usage|conversion|(?:user|customer|day-?\d+) retention|retention rate|churn|satisfaction|engagement|nps|csat|support (?:tickets|requests|load|cases)|activation|time to \w+)\b[^.\n]{0,60}${FIGURE}`, 'i'),
      new RegExp(String.raw`\b(?:kpi|success metric|success is measured|measure of success|north star)s?\b[^.\n]{0,100}${FIGURE}`, 'i'),
      /\b(?:we(?:'ll| will)? know|successful|success)\b[^.\n]{0,30}\b(?:when|if|once)\b[^.\n]{0,60}\b(?:\d+%?|majority|half|most) (?:\w+ ){0,3}(?:customers?|users?|teams?|of)\b/i,
      /\b(?:after|once|following|post)[- ](?:the )?(?:launch|release|ga|rollout)\b[^.\n]{0,60}\b(?:measure|survey|track|monitor|report)\b[^.\n]{0,60}\b(?:adoption|usage|satisfaction|users?|customers?|conversion|success)\b/i,
      /\b(?:user|customer|satisfaction) survey\b[^.\n]{0,60}\b(?:after|once)\b[^.\n]{0,30}\b(?:launch|release[d]?|rollout|shipped)\b|\bhow many users? (?:adopt|use)\b/i,
      /\badopted by (?:the majority|most|at least|\d)/i,
    ],
    structure: ({ table }, { heading }) => table !== undefined && isScorecard(table) && (HEADING.test(heading?.key ?? '') || hasBaseline(table)),
  },
  parts: {
    'a baseline': [/\b(?:baseline|today|currently?|at present|before launch|from \d)\b/i],
    'a target': [/\b(?:targets?|goal|at least|at most|below|above|(?:fewer|less|more) than|under|(?:to|by) \d)|[<>≥≤]/i],
    'a date': [/\b(?:20\d\d|Q[1-4]|(?:days?|weeks?|months?|quarters?) (?:after|of|from)|(?:by|in|until|end of) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b/i],
    'where it is measured': [/\b(?:dashboards?|surveys?|reports?|analytics|telemetry|logs?|measured (?:by|with|in|from|via)|read (?:from|in)|counted|tracked (?:in|by|with)|instrument\w*)\b/i],
  },
  skeleton: {
    heading: 'Success metrics',
    questions: ['Which number should change, from which baseline to which target?', 'When, and where, will it be read?', 'Which number must not get worse?'],
    after: ['goals', 'goals and non goals', 'objectives', 'non goals', 'requirements', 'acceptance criteria'],
  },
  examples: {
    covered: [
      '## Success metrics\n\n| Metric | Baseline | Target | When |\n|---|---|---|---|\n| Deliveries moved by the customer | 0 % | 60 % | 90 days after launch |\n',
      '## Rollout\n\nAll customers get the date picker in June.\n\n- Three months after the launch we measure adoption: at least 60 % of moved deliveries without a call.\n- Support load falls from 400 to 150 calls per week.\n- Customer satisfaction with deliveries rises from 3.9 to 4.2.\n',
    ],
    partial: ['## Success metrics\n\nCustomers are happier.\n'],
    missing: ['## Rollout\n\nAll customers get the date picker in June.\n'],
  },
});
