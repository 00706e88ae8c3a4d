import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { ruledOut } from '../ruled-out';
import { isStandard } from '../standard';
import { words } from '../words';

const HEADINGS = [
  'operations', 'operational considerations', 'operations and support', 'support', 'support procedures', 'support plan', 'support model', 'runbook',
  'runbooks', 'playbook', 'on call', 'on-call', 'troubleshooting', 'troubleshooting guide', 'maintenance', 'incident response', 'operability',
  'operational readiness', 'day 2 operations', 'escalation', 'what steps should be taken if slos are not being met to determine the problem',
];

/** Who acts when something needs a hand. */
const OPERATOR = /(?:operators?|admin(?:istrator)?s?|sres?|on-?call(?: engineers?)?|support(?: team| engineers?)?|maintainers?|users?|engineers?)/;
/** What they then do. */
const REPAIR = /(?:restart|re-?create|investigate|contact|resolve|recover|repair|restore|roll back|scale|fix|drain|page|escalate|triage|re-?run|intervene|manually (?:delete|remove|restart|recreate|clean|recover|fix|unblock|re-?\w+))/;

export default defineItem({
  id: 'infrastructure/operations',
  question: 'Who runs it day to day, and what do they do when it breaks?',
  why: 'Without an owner and steps the developers become first-level support, and the first outage is spent reading the code.',
  expected: 'name who operates it and the steps they take when an alert fires or a user reports a fault',
  severity: { kep: 'info', rfc: 'off', design: 'warning', prd: 'info', adr: 'off' },
  weight: 2,
  due: (facts) => (isStandard(facts) ? undefined : because('runs', facts.runtime)),
  notApplicable: ({ spec }) => ruledOut(spec, 'operational (?:impact|work|burden)|support (?:impact|burden)', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:runbooks?|playbooks?|troubleshooting|on-?call|support (?:procedures|team|plan|model)|operations|incident)\b/,
    topic: /\b(?:runbooks?|playbooks?|on-?call|troubleshoot\w*|escalat\w+|operators?|support (?:team|ticket|engineer)s?|manual(?:ly)? (?:intervention|recover\w*|restart\w*)|incidents?)\b/i,
    statements: [
      /\b(?:runbooks?|on-?call)\b[^.\n]{0,60}\b(?:describes?|covers?|explains?|lists?|says|owns?|is paged|gets|rotation|section|team|links?|for)\b/i,
      /\bin case of\b[^.\n]{0,60}\b(?:incident|issue|outage|failure|emergency)\b[^.\n]{0,20},[^.\n]{0,60}\b(?:steps|follow|contact|call|run|page|notify)\b/i,
      words`\b${OPERATOR} (?:will |must |should |can |may )?(?:ha(?:s|ve) to|needs? to|must|should|can|is paged|are paged)\b[^.\n]{0,25}\b${REPAIR}\b`,
      words`\b(?:${OPERATOR}|team|sig-\w+|owners?|vendor) (?:\w+ )?(?:is|are|remains?) responsible for (?:\w+ ){0,3}(?:operating|running|monitoring|supporting|on-?call|triag\w+|incidents?)\b`,
      /\bresponsibility of\b[^.\n]{0,40}\bto (?:monitor|operate|support|run|maintain)\b/i,
      /\b(?:document|provide|write|add|include|publish)\b[^.\n]{0,40}\b(?:common failure (?:scenarios?|modes?)|troubleshooting (?:guide|steps|docs?|section))\b/i,
      /\bmanual (?:intervention|recovery)\b[^.\n]{0,60}\b(?:is|required|by|to|steps?)\b/i,
      /\b(?:page[sd]?|alerts?|notif(?:y|ies)) (?:the )?(?:on-?call|sre|operations|support|owning|platform|\w+ team)\b/i,
      /\bcan use\b[^.\n]{0,60}\bto contact\b|\bescalat(?:e|es|ed|ion) (?:to|path|is)\b/i,
    ],
    structure: ({ ordered }, { heading }) => ordered === true && /\b(?:runbook|playbook|troubleshooting|incident|recovery procedure)\b/.test(heading?.key ?? ''),
  },
  skeleton: {
    heading: 'Operations',
    questions: [
      'Who is on call for it, and how do users report a fault?',
      'Which alert leads to which step?',
      'What must be done by hand, how often, and by whom?',
    ],
    after: ['observability', 'monitoring', 'failure modes', 'rollout'],
  },
  examples: {
    covered: [
      '## Operations\n\nThe alert `orders_pending` pages the payments team; the runbook describes how to restart the worker and replay dead letters.\n',
      '## Order worker\n\nThe payments team is responsible for running the worker, and on-call gets the alert `orders_stuck` after 10 minutes.\n\nIf an order hangs, operators must restart the worker and re-run the order by its id.\n',
    ],
    partial: ['## Operations\n\nA runbook will follow.\n'],
    missing: ['## Order worker\n\nThe worker books each order once.\n'],
    notApplicable: ['## Operations\n\nNot applicable, because the library runs inside the caller and has nothing to operate.\n'],
  },
});
