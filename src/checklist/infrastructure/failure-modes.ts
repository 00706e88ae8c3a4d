import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { words } from '../words';

const DOWN = /(?:down|dead|offline|unavailable|unreachable|unhealthy|killed|terminated|interrupted|not (?:available|reachable|responding|running|healthy|installed))/;
/** A part that stops working, as a clause: "the cache is unreachable", "a worker crashes". */
const FAILS = words`(?:fail(?:s|ed|ure)?|crash(?:es|ed)?|dies|died|restart(?:s|ed)?|disconnects?|hangs?|times? out|did not connect|(?:errors?|timeouts?) (?:occurs?|happens?)|(?:is|are|was|goes?|becomes?|being) ${DOWN})`;
const FAULT = /(?:crash\w*|restart\w*|failures?|outages?|downtime|interruption|panic\w*|disconnect\w*|reboots?)/;
const RECOVERS = /(?:recover(?:s|y|ed)?|resum(?:e[sd]?|ing)|restor(?:es?|ed|ing)|rebuil[dt]s?|reconcil\w+|survives?|rolls? back|rolled back)/;
const RETRIES = /(?:retr(?:y|ies|ied)|re-?queu\w+|re-?sent|re-?send|redeliver\w*|resubmit\w*|reconnects?|fail ?over|crash[- ]?loop)/;
/** What the rest of the system then does. */
const REACTS = /(?:will|must|should|shall|can|may|is|are|keeps?|falls?|retr\w+|returns?|stops?|continues?|resumes?|restarts?|recovers?|re\w+s)/;

export default defineItem({
  id: 'infrastructure/failure-modes',
  question: 'What happens when a part fails: a crash, an unreachable dependency, a lost or repeated message?',
  why: 'Whatever the document leaves open here, customers find out in the first outage, and the answer is then whatever the code happens to do.',
  expected: 'name the parts that can fail and, for each, what users see and how the system recovers',
  severity: { kep: 'warning', rfc: 'warning', design: 'error', prd: 'warning', adr: 'off' },
  weight: 4,
  due: (facts) => because('runs', facts.runtime) ?? because('adds', facts.operations),
  evidence: {
    headings: [
      'failure modes', 'failure modes and mitigations', 'failure modes and recovery paths', 'failure handling', 'failure handling and recovery',
      'failure scenarios', 'failure recovery', 'failure cases', 'failures', 'fault tolerance', 'resilience', 'recovery', 'recovery and resilience',
      'error handling and recovery', 'crash recovery', 'state recovery', 'recovery flows', 'disaster recovery', 'graceful degradation',
      'degraded mode', 'what are other known failure modes', 'how does this feature react if the api server and/or etcd is unavailable',
    ],
    headingPattern: /\b(?:failures?|fault|crash|outage|recover(?:y|ing)|resilien(?:ce|t|cy)|degrad\w+|unavailable)\b/,
    topic: /\b(?:fail(?:s|ed|ure|ures|over)?|crash\w*|outages?|unavailable|unreachable|downtime|retr(?:y|ies)|recover\w*|fall\s?backs?)\b/i,
    statements: [
      words`\b(?:if|when(?:ever)?|once|in case|on|upon|after|should)\b[^.\n]{0,60}\b${FAILS}\b[^.\n]{0,30}(?:,|\bthen\b|\bthe\b|\bwe\b|\bit\b|:|→)[^.\n]{0,80}\b${REACTS}\b`,
      words`\b${REACTS}\b[^.\n]{0,70}\b(?:if|when(?:ever)?|in case|until)\b[^.\n]{0,60}\b${FAILS}\b`,
      words`\b(?:if|when)\b[^.\n]{0,60}\b${FAILS}\s*(?:→|->|:)\s*\w+ \w+`,
      words`\bon (?:\w+ ){0,3}(?:failure|error|restart|crash|timeout|shutdown)[,:] \w+`,
      /\bfalls? back (?:to|on)\b[^.\n]{0,60}\b(?:if|when|unless)\b/i,
      /\b(?:if|when)\b[^.\n]{0,100}\bfalls? back (?:to|on)\b/i,
      words`\b${RECOVERS}\b[^.\n]{0,80}\b(?:after|on|from|upon|when|between|across|if)\b[^.\n]{0,40}\b${FAULT}\b`,
      words`\b${RETRIES}\b[^.\n]{0,50}\b(?:back-?off|until|times|attempts|next|later|failed|failure)\b|\b(?:is|are|be|will|shall|must|should) (?:automatically |then |simply |not be )?${RETRIES}\b|\bretry (?:mechanism|logic|policy|loop)\b`,
      /\b(?:exponential back-?off|circuit[- ]?breakers?|dead[- ]letter|graceful(?:ly)? degrad\w+|at-(?:least|most)-once|idempotent|self-heal\w*|automatic(?:ally)? (?:failover|recover\w*))\b/i,
      /\b(?:crash[- ](?:safe|consistent|resistance|recovery)|fails?[- ](?:open|closed|safe))\b/i,
      words`\b(?:fail(?:s|ed|ures?|ing)?|crash(?:es)?|errors?|outages?)\b[^.\n]{0,60}\b(?:must|does|do|should|will|would|can|shall) ?(?:not|never) (?:\w+ )?(?:affect|block|impact|prevent|stop|bring|delay|interrupt|break|leave|propagate)\b`,
      words`\b(?:(?:on|upon|after|during|between|if|when) [^.\n]{0,30})\b${FAULT}\b[^.\n]{0,60}\b(?:inconsistent|corrupt\w*|lost|loses?|data loss|stuck|discarded)\b`,
      /\b(?:avoid|prevent|guard against|detect|tolerat|surviv|withstand)(?:e|s|es|ing)? (?:\w+ ){0,3}(?:race conditions?|deadlocks?|split[- ]brain|thundering herd|data loss|corruption|failures|crashes|outages?)\b/i,
      /\b(?:loss|failure|crash|outage|unavailability) of (?:an? |the |one |any )?(?:\w+ ){0,2}(?:node|server|service|process|pod|worker|agent|broker|database|replica|leader|instance|component|zone|region|disk|cluster)s?\b[^.\n]{0,80}\b(?:will|would|does|is|are|can|must|should|not|only|means)\b/i,
      words`\bin (?:the )?(?:case|event) (?:of|that) [^.\n]{0,60}\b(?:fail\w*|crash\w*|outages?|unavailab\w+|timeouts?|disconnect\w*|loss)\b[^.\n]{0,100}\b(?:will|must|should|shall|can|is|are|we)\b`,
      /\b(?:data|events?|messages?|updates?|work|writes?|samples?|requests?|transactions?|records?)\b[^.\n]{0,40}\b(?:lost|lose|duplicated|corrupted|replayed)\b/i,
      /\bwithout (?:loss of \w+|data loss|(?:losing|dropping|duplicating) (?:any )?(?:data|events?|messages?|updates?|requests?|writes?|samples?|records?|state))\b|\b(?:lose|lost|losing) (?:\w+ ){0,3}(?:data|events?|messages?|updates?|work|writes?|state)\b/i,
    ],
    structure: ({ table }) => table !== undefined && /\b(?:fail|outage|error)/i.test(table.header[0]?.text ?? '') && table.header.length > 1,
  },
  skeleton: {
    heading: 'Failure modes',
    questions: [
      'Which parts and dependencies can fail, or be slow?',
      'What do users see while each of them is down?',
      'How is each failure noticed, and how does the system recover?',
      'Can data be lost, repeated or left half-written?',
    ],
    after: ['design', 'architecture', 'detailed design', 'proposal', 'risks and mitigations'],
  },
  examples: {
    covered: [
      '## Failure modes\n\n| Failure | Effect | Recovery |\n|---|---|---|\n| Payment provider down | Orders stay in `pending` | Retried every 30 s for an hour |\n',
      '## Order worker\n\nThe worker reads from the queue. If the database is unreachable, the worker stops acknowledging messages and retries with exponential backoff.\n',
      '## Import\n\nA failed row does not block the rows after it; it is retried with the next file.\n',
      '## Order worker\n\nIn the event of a crash between both writes, the order can be left without a bill; the nightly job finds it.\n',
      '## Locks\n\nThe loss of one node does not stop the shop: leases expire and jitter avoids a thundering herd.\n',
    ],
    partial: ['## Failure modes\n\nTBD\n'],
    missing: ['## Order worker\n\nThe worker reads orders from the queue and writes them to the database.\n', '## Import\n\nIf the column `vat` is missing, the default rate of the country applies.\n'],
  },
});
