import { defineItem } from '../../analyzer/item';
import { PROPOSAL, words } from '../words';

export default defineItem({
  id: 'acceptance/assumptions',
  question: 'Which assumptions and constraints does the design rest on?',
  why: 'An assumption that nobody wrote down is checked for the first time in production, and it is where estimates break.',
  expected: 'state what must already be true, and what follows if it is not',
  severity: { kep: 'info', rfc: 'off', design: 'info', prd: 'warning', adr: 'off' },
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
      /\b(?:pre-?requisites?|pre-?conditions?|constraints?|limitations?|caveats?)\b[^.\n]{0,40}(?::|\b(?:is|are|that|of|for|on|in|to)\b)/i,
      /\b(?:relies|rely|relying|depends?) (?:up)?on (?:the fact|the assumption|the guarantee|having|\w+ (?:being|guarantee))\b|\bas per guarantee\b/i,
      /\b(?:must|shall|needs? to|ha(?:s|ve) to|(?:is|are) (?:required|expected) to) (?:already|be (?:pre-?created|installed|present)|exist|have (?:access|permission|at least))\b/i,
      /\brequires? (?:at least |a minimum |version |an? (?:active|existing|running|recent) )|\brequires? [A-Z][\w.]*(?: \w+)? v?\d/i,
      /(?:>=|\bat least) v?\d+\.\d+|\bv?\d+\.\d+(?:\.\d+)? or (?:newer|later|above|higher)\b|\bversions? v?\d[\w.]*\+/i,
      /\b(?:can|cannot|will|does|is|are|works?|applies|supports?|valid|allowed|available|possible|used|set)\b[^.\n]{0,20}\bonly\b[^.\n]{0,40}\b(?:if|when|for|on|in|with|where|one|once|by|to)\b/i,
      /\bonly (?:works?|supports?|applies|supported|one|a single|a subset|valid|possible|available)\b|\bat most one\b|\bmutually exclusive\b/i,
      /\b(?:cannot|can't|can not|must not|must never) be (?:changed|used|removed|modified|set|configured|shared|edited|combined|called|resized|moved|known|reused)\b/i,
      /\b(?:it is|is|remains) the responsibility of\b|\b(?:users?|operators?|admin\w*|callers?) (?:(?:is|are) responsible|must (?:ensure|install|have))\b/i,
      /\b(?:do(?:es)? not|doesn't|don't|no) yet (?:support|offer|have|provide)|\bnot (?:supported|possible|available) (?:yet|for|in|by)\b|\bdue to (?:a |the )?(?:limit|restrict|constraint|lack)\w*/i,
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
    ],
    partial: ['## Assumptions\n\nTBD\n'],
    missing: ['## Reminder job\n\nThe job sends a mail one day before delivery.\n'],
  },
});
