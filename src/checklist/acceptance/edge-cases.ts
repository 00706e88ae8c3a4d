import { defineItem } from '../../analyzer/item';
import { bringsSomething, specifiesSoftware } from '../software';
import { words } from '../words';

/** Input or a state that the happy path does not have. */
const ODD_INPUT = /(?:empty|missing|absent|omitted|invalid|malformed|unknown|unset|unspecified|nil|null|zero|negative|exceed\w*|too (?:large|long|many|big)|(?:larger|greater|less|more) than|without)/;
const ODD_STATE = /(?:duplicate[sd]?|already (?:exists?|open|running|been)|both|conflict\w*|multiple|concurrent\w*|simultaneous\w*|at the same time|expired?|deleted|removed|stale|unavailable|restart\w*|fails?|failed)/;
const DENIED = /(?:cannot|not (?:set|found|present|match|\w{2,14}(?:ed|ing|able|ible))|do(?:es)?(?: not|n't)|is(?: not|n't)|are not|no (?:such|longer|match\w*|\w+ (?:is|are|exists?)))/;
const ODD = words`(?:${ODD_INPUT}|${ODD_STATE}|${DENIED})`;
/** Names of such cases, as they stand before a colon. */
const ODD_NAME = /(?:empty|missing|invalid|malformed|unknown|duplicate[sd]?|already|conflicts?|concurrent\w*|simultaneous\w*|expired?|deleted|removed|stale|unavailable|restarts?|failures?|fails|failed|errors?|timeouts?|not \w+|no \w+)/;
/** What the document then says of it. */
const OUTCOME = /(?:will|must|should|shall|cannot|is|are|be|returns?|reject(?:s|ed)?|fails?|ignore[sd]?|errors?|skip(?:s|ped)?|falls? back|defaults?|treated|keeps?|remains?|throws?|shows?|raises?|causes?|overwrit\w+)/;
/** What is only done where something is not as it should be. */
const REFUSAL = /(?:falls? ?back|rejects|ignores|skips|aborts|refuses|wins|no-?op|(?:is|are|be) (?:simply |silently |then )?(?:rejected|ignored|skipped|dropped|discarded|refused|overridden|truncated)|returns? (?:an? )?(?:\w+ )?errors?|(?:must|should|will) fail)/;
const CASE_COLUMN = /\b(?:scenario|case|situation|condition|failure|state|input)\b/i;
const OUTCOME_COLUMN = /\b(?:behaviou?r|result|outcome|response|handling|mitigation|expected|action)\b/i;
const GUARD = /\bif\b[^\n]{0,80}(?:== ?nil|== ?null|=== ?undefined|len\(\w[\w.]*\) ?== ?0|is None|\.isEmpty\(\))[^\n]*\n[^\n]{0,40}\b(?:return|throw|raise)\b/;

export default defineItem({
  id: 'acceptance/edge-cases',
  question: 'Which unhappy paths and boundary cases are worked out: invalid, empty, duplicate, concurrent, interrupted?',
  why: 'Most of the work and most of the debates at acceptance are about what happens beside the happy path.',
  expected: 'list at least two cases beside the happy path and what happens in each',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: (facts) => (facts.profile === 'rfc' ? bringsSomething(facts) : specifiesSoftware(facts)),
  evidence: {
    headings: [
      'edge cases', 'edge case', 'corner cases', 'corner case', 'special cases', 'boundary cases', 'boundary conditions', 'negative cases',
      'error cases', 'error scenarios', 'unhappy paths', 'exceptions', 'conflicts', 'conflict scenarios', 'conflict resolution', 'race conditions',
      'race condition handling', 'concurrency', 'validation', 'validation rules', 'caveats', 'behavior matrix', 'limitations and edge cases',
      'failure modes and mitigations', 'bad data',
    ],
    headingPattern: /\b(?:edge|corner|boundary|special) cases?\b|\b(?:conflicts?|collisions?|race|concurren\w+|invalid|exceptions|caveats|validation|duplicates?|missing|absence)\b/,
    topic: /\b(?:edge[- ]cases?|corner[- ]cases?|race conditions?|conflicts?|concurrent\w*|simultaneous\w*|invalid|duplicates?|empty|missing|if|unless|otherwise|even if|what happens)\b/i,
    statements: [
      words`\b(?:if|when(?:ever)?|in case|in the event|for cases|where|unless|even (?:if|when)|once|should|while|during|after)\b[^.\n]{0,80}\b${ODD}\b[^.\n]{0,80}(?:,|\bthen\b|:|→|->)[^.\n]{0,80}\b${OUTCOME}\b`,
      words`\b${OUTCOME}\b[^.\n]{0,60}\b(?:if|when|unless|in case|even if|until)\b[^.\n]{0,60}\b${ODD}\b`,
      words`^(?:if|when|on)?\s*[^.:\n]{0,60}\b${ODD_NAME}\b[^.:\n]{0,40}:\s+\S[^\n]{15,}`,
      /\b(?:otherwise|in (?:that|this|such|which) case|in the event)\b,?[^.\n]{0,80}\b(?:will|must|should|is|are|returns?|rejects?|fails?|falls?|ignored?)\b/i,
      /\b(?:takes?|have|has|higher|given) (?:precedence|priority)\b/i,
      /\b(?:can ?not|must not|may not) be (?:set|specified|combined|changed|modified|empty|negative)\b/i,
      /\bmutually exclusive\b|\bonly one (?:of them )?(?:may|can|must) be\b|\bimmutable\b[^.\n]{0,60}\b(?:after|once|reject\w*|webhook)\b/i,
      /\b(?:shall|will|would|must|should|to|result(?:s|ing)?) (?:result in|be|return|produce|raise|cause|report|in) an? (?:\w+ ){0,2}error\b|\b(?:will|must|should|shall) (?:also )?(?:reject|refuse)\b/i,
      /\b(?:invalid|duplicate|unknown|malformed|unsupported|conflicting|empty|missing|unmatched|stale|orphaned?) (?:\w+ ){0,4}(?:is|are|will be|must be|should be|gets?|causes?|returns?|results?)\b/i,
      /\b(?:race conditions?|concurrent(?:ly)?|simultaneous(?:ly)?)\b[^.\n]{0,100}\b(?:lock\w*|ensures?|prevent\w*|avoid\w*|only one|serial\w+|wins?|handled|because|will|must|may|might|can)\b/i,
      words`\b(?:if|when(?:ever)?|unless|in case)\b[^.\n]{3,120}\b${REFUSAL}\b|\b${REFUSAL}\b[^.\n]{0,60}\b(?:if|when|unless)\b`,
      /\beven (?:if|when) (?:the|an?|it|they|this|that|no|one|some|all|there|\w+s)\b[^.\n]{10,}/i,
      words`\b${ODD}\b[^.\n]{0,60}\b(?:is|are|be) (?:then |simply |silently |always )?(?:rejected|ignored|skipped|dropped|discarded|treated as|replaced|retried|escaped|truncated|logged|reported)\b`,
      /\b(?:must(?: not| only| never)?|may (?:not|only)) (?:contain|start with|begin with|end with|exceed|be (?:non-empty|unique|between|positive|at (?:least|most)))\b|\bmax(?:imum)? (?:value|length|size)\b[^.\n]{0,20}\bis\b/i,
      words`^(?:return|raise|throw|reject)s?\b[^\n]{0,60}\b(?:if|when)\b[^\n]{0,40}\b${ODD}\b`,
    ],
    structure: ({ table, kind, text }) =>
      (table?.header.some((cell, column) => column > 0 && CASE_COLUMN.test(table.header[0]?.text ?? '') && OUTCOME_COLUMN.test(cell.text)) ?? false) || (kind === 'code' && GUARD.test(text)),
  },
  skeleton: {
    heading: 'Edge cases',
    questions: [
      'What happens on empty, invalid or far too large input?',
      'What happens when two users or processes act at once, or one acts twice?',
      'What happens when something is deleted, expires or is interrupted half-way?',
      'What does a user without the permission see?',
    ],
    after: ['user stories', 'requirements', 'acceptance criteria', 'design', 'proposal'],
  },
  examples: {
    covered: [
      '## Edge cases\n\n- The basket is empty: the pay button is disabled.\n- Two tabs pay at once: the second gets "already paid" and no second order is created.\n',
      '## Import\n\nIf the file is empty, the import fails with `no rows`. If a row has an unknown currency, that row is skipped and reported.\n',
      '## Calendar\n\nWhen a chosen day is full by the time of saving, the order falls back to the next free day, even if the customer had paid for a fixed one. A note must not contain more than 200 characters; a longer one is rejected. The same move sent twice is ignored if the day is already set.\n',
      '## Delivery note\n\nA note without an order shall result in an error that names the order. A second note for the same order is immutable after dispatch: the service will reject it.\n',
    ],
    partial: ['## Edge cases\n\nTo be collected.\n'],
    missing: ['## Import\n\nThe import reads a CSV file and shows a preview.\n'],
  },
});
