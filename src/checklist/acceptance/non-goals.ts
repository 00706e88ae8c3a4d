import { sectionsByKey } from '../../analyzer/heading-index';
import { defineItem } from '../../analyzer/item';
import { PROPOSAL, words } from '../words';

export default defineItem({
  id: 'acceptance/non-goals',
  question: 'What is out of scope, and said to be?',
  why: 'What nobody excluded, somebody expects. A line here is cheaper than the promise that sales makes or the review that starts again from zero.',
  expected: 'name what a reader might expect and will not get, or which part is deferred',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  // Beside goals it shows where they end; a request for comments that sets none has no place for it.
  due: ({ profile, spec }) => (sectionsByKey(spec).has('goals') ? 'it sets goals' : profile === 'rfc' ? undefined : 'readers expect more than is meant'),
  evidence: {
    headings: [
      'non goals', 'non goal', 'no goals', 'out of scope', 'not in scope', 'what is not in scope', 'non goals/future work',
      'non goals (out of scope)', 'exclusions', 'explicitly out of scope', 'is not', 'non objectives', 'non requirements', 'future scope',
      'unsupported', 'unsupported features',
    ],
    headingPattern: /\b(?:non ?goals?|out of scope|not in scope|future (?:work|considerations|improvements|enhancements|extensions)|deferred|unsupported)\b/,
    topic: /\b(?:non-?goals?|scope|future (?:work|version|release)|deferred|later|unsupported|not (?:supported|covered|addressed))\b/i,
    statements: [
      /\b(?:is|are|be|remains?|considered|explicitly|as|currently) out[- ]of[- ](?:the )?scope\b|\bout[- ]of[- ]scope\b[):]|\b(?:outside (?:of )?|beyond )the scope\b|\bnot (?:in|within) (?:the )?scope\b/i,
      words`\b${PROPOSAL} (?:only|just|merely|does not|doesn't|is not|isn't|will not|won't|do not|explicitly)\b[^.\n]{0,60}\b(?:cover|address|solve|aim|intend|attempt|try|change|replace|include|concern|constrain|describe|propose|focus|support|add|modify|limit)`,
      words`\bnot (?:covered|addressed|solved|handled|accounted for|discussed|specified|provided|part of|a goal)\b[^.\n]{0,12}\b(?:by|in|of|here|for)\b[^.\n]{0,6}(?:${PROPOSAL}|here)`,
      words`\b(?:scope|focus) of ${PROPOSAL}[^.\n]{0,20}\bis (?:limited|restricted)\b|\b(?:focus(?:es)?|focused) (?:only|solely|exclusively) on\b|\bin this document the focus is\b`,
      /\b(?:deferred|left|postponed|reserved|planned|tracked|addressed|handled|considered|implemented|designed|added)\b[^.\n]{0,30}\b(?:to|for|until|in|as|by) (?:an? |the )?(?:later|future|follow-?up|subsequent|next|separate|separately|another)\b/i,
      /\bwe(?:'re| are| do| will|'ll|'d)? ?(?:not|don't|won't|do not|explicitly not) (?:aim\w*|plan\w*|intend\w*|going|try\w*|attempt\w*|support\w*|add\w*|suggest\w*|focus\w*|propos\w*|consider\w*|want\w*|cover\w*|address\w*|implement\w*|chang\w*)\b/i,
      /\b(?:not|never) (?:be )?supported (?:by|in|for|at|as|yet)\b|\bwill not be (?:used|supported|changed|removed|possible|available|modified|included|part)\b/i,
      /\bno (?:api|schema|database|backend|server|dto|protocol|ui|user[- ]facing)\b[^.\n]{0,50}\b(?:changes?|screens?|routes?|dependencies)\b|\bdo not use this (?:pattern|feature|api) (?:for|to|when)\b/i,
      /\b(?:managed|handled|implemented|addressed|done|designed|specified|tracked|discussed|proposed|covered) (?:separately|elsewhere|in (?:an? |the )?(?:separate|future|follow-?up|later|next|subsequent|different|another) (?:pr|rfc|kep|proposal|document|release|version|iteration|phase|change|issue|project|spec|design|milestone|enhancement)s?)\b/i,
      /\b(?:for now,? (?:we|it|this|only)|in (?:the|this) (?:first|initial) (?:version|iteration|phase|release|implementation|milestone))\b[^.\n]{0,60}\b(?:only|not|won't|don't|doesn't|limited)\b/i,
      /\bin the future,? (?:we|it|this|there)\b[^.\n]{0,20}\b(?:may|might|could|can|would|will)\b|\b(?:could|can|may|might|would|will) be (?:added|done|considered|supported|extended|implemented|explored)[^.\n]{0,30}\b(?:later|in (?:the|a) future|in future \w+)\b|\bfuture improvement\b|\(future (?:enhancement|work|extension)s?\)/i,
    ],
    structure: (block, section) => section.role === 'non-goals' && block.words >= 3 && block.kind !== 'code',
    roles: ['non-goals'],
  },
  skeleton: {
    heading: 'Non-goals',
    questions: ['What might a reader expect that this does not do?', 'Which part is deferred, and until when?'],
    after: ['goals', 'objectives', 'goal', 'scope', 'motivation', 'problem statement'],
  },
  examples: {
    covered: [
      '## Non-goals\n\n- Moving an order that has left the warehouse.\n- Recurring orders; they follow in the second release.\n',
      '## Delivery dates\n\nCustomers may pick any working day. Delivery windows within a day are out of scope for this release, because the carrier does not offer them.\n',
      '## Calendar\n\nThis feature doesn’t change who may cancel an order. Windows within a day are handled in a separate proposal; in the first version the calendar shows only working days.\n',
    ],
    partial: ['## Non-goals\n\nNone.\n'],
    missing: ['## Delivery dates\n\nCustomers pick any working day from the calendar on the order page.\n'],
  },
});
