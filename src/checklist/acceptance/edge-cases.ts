import { defineItem } from '../../analyzer/item';
import { bringsSomething, specifiesSoftware } from '../software';
import { words } from '../words';

/** Input or a state that the happy path does not have. */
const ODD_INPUT = /(?:empty|missing|absent|omitted|invalid|malformed|unknown|unset|unspecified|nil|null|zero|negative|exceed\w*|too (?:large|long|many|big)|(?:larger|greater|less|more) than|without)/;
const ODD_STATE = /(?:duplicate[sd]?|already (?:exists?|open|running|been)|both|conflict\w*|multiple|concurrent\w*|simultaneous\w*|at the same time|expired?|deleted|removed|stale|unavailable|restart\w*|fails?|failed)/;
const DENIED = /(?:cannot|not (?:set|specified|found|present|provided|supported|allowed|match\w*)|do(?:es)?(?: not|n't)|is(?: not|n't)|are not|no (?:such|longer|match\w*|\w+ (?:is|are|exists?)))/;
const ODD = words`(?:${ODD_INPUT}|${ODD_STATE}|${DENIED})`;
/** What the document then says of it. */
const OUTCOME = /(?:will|must|should|shall|cannot|is|are|be|returns?|reject(?:s|ed)?|fails?|ignore[sd]?|errors?|skip(?:s|ped)?|falls? back|defaults?|treated|keeps?|remains?|throws?|shows?|raises?|causes?|overwrit\w+)/;
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
    topic: /\b(?:edge[- ]cases?|corner[- ]cases?|race conditions?|conflicts?|concurrent\w*|simultaneous\w*|invalid|duplicates?|empty|missing|\bif\b|unless|otherwise|even if|what happens)\b/i,
    statements: [
      words`\b(?:if|when(?:ever)?|in case|where|unless|even (?:if|when)|once|should)\b[^.\n]{0,80}\b${ODD}\b[^.\n]{0,80}(?:,|\bthen\b|:|→|->)[^.\n]{0,80}\b${OUTCOME}\b`,
      words`\b${OUTCOME}\b[^.\n]{0,60}\b(?:if|when|unless|in case|even if|until)\b[^.\n]{0,60}\b${ODD}\b`,
      words`^(?:if|when|on)?\s*[^.:\n]{0,60}\b${ODD}\b[^.:\n]{0,40}:\s+\S[^\n]{15,}`,
      /\b(?:otherwise|in (?:that|this|such|which) case|in the event)\b,?[^.\n]{0,80}\b(?:will|must|should|is|are|returns?|rejects?|fails?|falls?|ignored?|need)\b/i,
      /\b(?:takes?|have|has|higher|given) (?:precedence|priority)\b/i,
      /\b(?:can ?not|must not|may not) be (?:set|used|specified|combined|changed|modified|empty)\b/i,
      /\bmutually exclusive\b/i,
      /\bonly one (?:of them )?(?:may|can|must) be\b/i,
      /\bimmutable\b[^.\n]{0,60}\b(?:after|once|reject\w*|webhook)\b/i,
      /\b(?:invalid|duplicate|unknown|malformed|unsupported|conflicting|empty|missing|unmatched|stale|orphaned?) (?:\w+ ){0,4}(?:is|are|will be|must be|should be|gets?|causes?|returns?|results?)\b/i,
      /\b(?:race conditions?|concurrent(?:ly)?|simultaneous(?:ly)?)\b[^.\n]{0,100}\b(?:lock\w*|ensures?|prevent\w*|avoid\w*|only one|serial\w+|wins?|handled|because|will|must|may|might|can)\b/i,
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
    ],
    partial: ['## Edge cases\n\nTo be collected.\n'],
    missing: ['## Import\n\nThe import reads a CSV file and shows a preview.\n'],
  },
});
