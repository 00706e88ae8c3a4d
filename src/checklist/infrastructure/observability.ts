import { defineItem } from '../../analyzer/item';
import { isOperated } from '../software';
import { ACTOR, words } from '../words';

/** The status of an object, as an example shows it. */
const STATUS_BLOCK = /^[ \t]*status:[ \t]*\n(?:[^\n]*\n){0,30}?[ -]*(?:conditions|phase|state|healthy|lastTransitionTime)\b/m;
const LOOK = /(?:monitor|observe|inspect|see|query|track|determine|view|troubleshoot)/;

export default defineItem({
  id: 'infrastructure/observability',
  question: 'How will operators know that it works, and that it broke?',
  why: 'Without a signal the first report of a failure comes from a customer, and nobody can show that a target is met.',
  expected: 'name the metrics, logs, events or status fields, and which of them raises an alert',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'info', adr: 'off' },
  weight: 3,
  due: isOperated,
  evidence: {
    headings: [
      'observability', 'observability considerations', 'monitoring', 'monitoring and observability', 'monitoring and alerting',
      'monitoring and logging', 'monitoring requirements', 'metrics', 'logging', 'logs', 'logging and monitoring', 'alerting', 'alerts', 'telemetry',
      'tracing', 'events', 'audit logging', 'audit log', 'instrumentation', 'status reporting', 'status conditions', 'conditions', 'health checks',
      'health check', 'dashboards', 'how can an operator determine if the feature is in use by workloads',
      'how can someone using this feature know that it is working for their instance', 'operational aspects of api extensions',
      'monitoring and analytics',
    ],
    headingPattern: /\b(?:observab\w+|monitoring|metrics?|logging|alert(?:s|ing)?|telemetry|tracing|audit log(?:s|ging)?|status (?:fields?|conditions?)|health)\b/,
    topic: /\b(?:metrics?|logs?|logged|logging|alerts?|alerting|dashboards?|traces?|tracing|telemetry|monitor\w*|events? (?:is|are|will be) emitted|status (?:field|condition)s?|audit\w*)\b/i,
    statements: [
      /\b(?:emit(?:s|ted)?|expos(?:e|es|ed)|publish(?:es|ed)?|export(?:s|ed)?|adds?|introduc\w+|following|improved?|tag)\b[^.\n]{0,40}\bmetrics?\b/i,
      /\bmetrics?\b[^.\n]{0,30}\b(?:is|are|will be|must be|should be|can be)\b[^.\n]{0,30}\b(?:emitted|exposed|published|recorded|added|tagged|labell?ed|exported|scraped|created)\b/i,
      /\b(?:metrics?|counters?|gauges?|histograms?)\b[^.\n]{0,10}`\w+_\w+`|`\w+_total`/i,
      /\blog(?:s|ged|ging)?\b[^.\n]{0,50}\b(?:an? (?:error|warning)|errors?|warnings?|at (?:level )?(?:info|warn\w*|error|debug)|audit\w*|structured|for (?:audit|debugging|security|monitoring)|attempt\w*)\b/i,
      /\b(?:must|will|shall) be (?:logged|audited|traced|monitored)\b/i,
      /\baudit (?:logs?|trails?|events?|records?) (?:for|of|with|are|is|on|that|each|every)\b/i,
      /\b(?:emits?|emitted|records?|recorded|generat\w+|raises?)\b[^.\n]{0,30}\bevents?\b[^.\n]{0,60}\b(?:to (?:surface|report|notify|indicate)|with|for each|on (?:each|every|failure)|reason|error)\b/i,
      /\bevents?\b[^.\n]{0,50}\b(?:is|are|will be) (?:emitted|generated|raised|recorded)\b|\bobserving \w+ events\b/i,
      /`?\bstatus(?:\.\w+)*`?(?: \w+){0,3} (?:conditions?|fields?)\b[^.\n]{0,80}\b(?:set|updated?|shows?|indicat\w+|reports?|reflects?|introduced|true|false|reason|insight|conflict)\b/i,
      /\b(?:set|sets|updates?|reports?|introduc\w+|records?|track\w*|conflict|error)\b[^.\n]{0,40}\b(?:status )?(?:conditions?\b[^.\n]{0,40}\b(?:true|false|reason|status|failure)|status field)\b/i,
      /(?:`[\w.]*status\.\w+`?|\bstatus\.\w+)[^\n]{0,30}(?:—|–|:|\bshows?\b|\b(?:is|are|be) (?:set|updated|changed)|\(e\.g)/i,
      /\b(?:dashboards?|alert(?:s|ing)?)\b[^.\n]{0,60}\b(?:shows?|when|displays?|fires?|exceeds?|threshold|above|below)\b/i,
      /\b(?:add|configur|expos|provid|report|implement|defin)\w* (?:\w+ ){0,3}(?:readiness|liveness|health[- ]?(?:check)?) (?:probes?|endpoints?|checks?|status)\b|\b(?:readiness|liveness|health) (?:probes?|endpoints?)\b|`[^`\n]*\/(?:healthz?|readyz?|livez?)\b/i,
      words`\b(?:${ACTOR}|we|on-?call)\b[^.\n]{0,30}\b(?:can|will|could|to)\b[^.\n]{0,20}\b${LOOK}\b[^.\n]{0,60}\b(?:metrics?|logs?|status|events?|health|dashboard|progress)\b`,
      /\b(?:to monitor|monitors|monitoring of) (?:the )?(?:\w+ ){0,3}(?:performance|state|progress|failures?|results|health|status|queue|errors?)\b|\breports? (?:\w+ ){0,4}(?:health|readiness|progress|status)\b[^.\n]{0,40}\b(?:to|in|via|through|for|by|at|information)\b/i,
      /\b(?:visible|displayed|shown|observable|surfaced|reported)\b[^.\n]{0,30}\b(?:in|via|through|by|on)\b[^.\n]{0,30}\b(?:status|output|dashboard|metrics|logs?|columns?|panel)\b/i,
      /\b(?:traces?|spans?)\b[^.\n]{0,20}\b(?:(?:is|are|be) (?:\w+ )?(?:emitted|exported|collected|recorded)|for each|per (?:request|call))\b|\bincludes? traces?\b/i,
    ],
    structure: ({ table, kind, text }) => (table?.roles.includes('metric') ?? false) || (kind === 'code' && STATUS_BLOCK.test(text)),
  },
  parts: {
    'a metric or log': [/\b(?:metrics?|counters?|gauges?|histograms?|logs?|logged|traces?|events?|conditions?|dashboards?)\b|`\w+_(?:total|seconds|count|bytes|ratio)`/i],
    'an alert': [/\b(?:alerts?|alerting|alarms?|pages? (?:the|on|some)|pager\w*|notif(?:y|ies|ied|ications?))\b/i],
  },
  skeleton: {
    heading: 'Observability',
    questions: [
      'Which metrics, logs, events or status fields show that it works?',
      'Which alert fires, at which threshold, and who gets it?',
      'Where does an operator look first when a user complains?',
    ],
    after: ['scalability', 'failure modes', 'rollout', 'test plan', 'design'],
  },
  examples: {
    covered: [
      '## Observability\n\nThe worker exposes `orders_pending` and `orders_failed_total`; an alert fires when the oldest pending order is older than 10 minutes.\n',
      '## Reconciliation\n\nOn failure the controller sets the `Ready` condition to false with the reason, and emits a warning event with the last error.\n',
      '## Workers\n\nEach worker reports its health to the scheduler, and `/healthz` answers while the queue is read.\n',
    ],
    partial: ['## Observability\n\nWe will add monitoring.\n'],
    missing: ['## Reconciliation\n\nThe controller compares the desired state with the actual state every minute.\n'],
  },
});
