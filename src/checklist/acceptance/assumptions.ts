import { defineItem } from '../../analyzer/item';
import { PROPOSAL, words } from '../words';

export default defineItem({
  id: 'acceptance/assumptions',
  question: 'Which assumptions and constraints does the design rest on?',
  why: 'An assumption that nobody wrote down is checked for the first time in production, and it is where estimates break.',
  expected: 'state what must already be true, and what follows if it is not',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'warning', adr: 'off' },
  weight: 2,
  evidence: {
    headings: [
      'assumptions', 'key assumptions', 'assumption', 'constraints', 'constraint', 'assumptions and constraints', 'constraints and assumptions',
      'assumptions and dependencies', 'requirements and constraints', 'design constraints', 'technical constraints', 'implementation constraints',
      'limitations', 'known limitations', 'current limitations', 'restrictions', 'caveats', 'prerequisites', 'prerequisite', 'preconditions',
      'system requirements', 'notes/constraints/caveats', 'implementation details/notes/constraints', 'notes/caveats', 'notes and caveats',
      'important considerations',
    ],
    headingPattern: /\b(?:assumptions?|constraints?|limitations?|restrictions?|caveats?|prerequisites?|pre ?conditions?)\b/,
    topic: /\b(?:assum\w+|constrain\w+|limitations?|restrict\w+|caveats?|prerequisites?|preconditions?|requires?|relies|rely|only (?:if|when|works?|supports?))\b/i,
    statements: [
      words`\b(?:we|i|it is|${PROPOSAL}|the (?:model|content|algorithm|implementation))\b[^.\n]{0,30}\b(?:assumes?|assumed|presum\w+)\b(?! (?:role|the role of))`,
      /\bassuming (?:that |the |all |no )|\b(?:key|following|core|safe|our) assumptions?\b|\bmakes? no assumption\b/i,
      /\b(?:pre-?requisites?|pre-?conditions?|constraints?|limitations?|caveats?)\b[^.\n]{0,30}(?::|\b(?:is|are)\b| of (?:this|the|using)\b)/i,
      /\b(?:relies|rely|relying|depends?) (?:up)?on (?:the fact|the assumption|the guarantee|having|\w+ (?:being|guarantee))\b|\bas per guarantee\b/i,
      /\b(?:must|shall|needs? to|ha(?:s|ve) to|(?:is|are) (?:required|expected) to) (?:already|be (?:pre-?created|installed|present)|exist|have (?:access|permission|at least))\b/i,
      /\brequires? (?:at least |a minimum |version |an? (?:active|existing|running|recent) )|\brequires? [A-Z][\w.]*(?: \w+)? v?\d/i,
      /(?:>=|\bat least) v?\d+\.\d+|\bv?\d+\.\d+(?:\.\d+)? or (?:newer|later|above|higher)\b|\bversions? v?\d[\w.]*\+/i,
      /\bonly (?:be )?(?:work\w*|support\w*|appl\w+|valid|allow\w*|available|possible|enabled?|used|usable|set|needed|required|relevant|exists?|takes? effect)\b[^.\n]{0,40}\b(?:if|when|for|on|in|with|where|one|once|by|to)\b|\b(?:works?|applies|supports?|valid|allowed|available|possible|used|set|enabled|required|permitted) only\b/i,
      /\bonly (?:one|a single|a subset|the first|the last|works?|supports?|applies)\b|\bcannot exceed\b|\bbased on the assumption\b|\bat most one\b|\bmutually exclusive\b/i,
      /\b(?:cannot|can't|can not|must not|must never) be (?:changed|used|removed|modified|set|configured|shared|edited|combined|called|resized|moved|known|reused)\b/i,
      /\b(?:it is|is|remains) the responsibility of\b|\b(?:users?|operators?|admin\w*|callers?) (?:(?:is|are) responsible|must (?:ensure|install|have))\b/i,
      /\b(?:do(?:es)? not|doesn't|don't|no) yet (?:support|offer|have|provide)|\bnot (?:supported|possible|available) (?:yet|for|in|by)\b|\bdue to (?:a |the )?(?:limit|restrict|constraint|lack)\w*/i,
      /\b(?:as long as (?:the|an?|no|it|they|this|all)|provided that|on (?:the )?condition that|under the assumption|given (?:this|that|these) (?:assumption|constraint|limit\w*))\b[^.\n]{10,}/i,
      /\b(?:no|not|without any|doesn't|does not) guarantee[ds]?\b[^.\n]{5,}|\b(?:prohibits?|forbids?|disallows?)\b[^.\n]{10,}/i,
      /\bmust (?:all )?be (?:in |on |of )?(?:the same|unique|valid|a valid|enabled|running|configured|available|registered|deployed|created|compatible|immutable|idempotent|deterministic)\b/i,
    ],
  },
  skeleton: {
    heading: 'Assumptions and constraints',
    questions: ['What must already be true, installed or agreed?', 'Which limits were given and not chosen?', 'What happens if an assumption turns out false?'],
    after: ['requirements', 'non goals', 'goals', 'scope', 'background', 'context'],
  },
  examples: {
    covered: [
      '## Assumptions\n\n- Each customer has one time zone, set at sign-up. If that is wrong, reminders arrive at night.\n- The carrier answers within two seconds.\n',
      '## Reminder job\n\nThe job sends one mail for each order. We assume that a customer has one time zone, which is set at sign-up.\n',
      '## Reminder job\n\nReminders work only for orders with a mail address. As long as the queue is reachable each is sent once; there is no guarantee that it arrives before the parcel, and the clocks of both services must be in the same time zone.\n',
    ],
    partial: ['## Assumptions\n\nTBD\n'],
    missing: ['## Reminder job\n\nThe job sends a mail one day before delivery.\n'],
  },
});
