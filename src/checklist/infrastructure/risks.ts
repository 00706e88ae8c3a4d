import { defineItem } from '../../analyzer/item';
import { words } from '../words';

/** A drawback without the word. */
const HARM = /(?:breaking change|(?:will|would|may|might) break|(?:could|may|might) overload|will increase|additional load)/;
/** What is done about it, or why it is accepted. */
const ANSWERED = /(?:but|however|mitigat\w+|accept\w*|work ?around|instead|solution|outweigh\w*|goal|can be (?:easily )?\w+|could be|should consider|(?:users )?will need|need to update|required to use|to (?:ease|prevent|avoid))/;

export default defineItem({
  id: 'infrastructure/risks',
  question: 'Which risks and drawbacks does it have, and what is done about each, or why is it accepted?',
  why: 'This is the part a steering meeting reads. A risk that nobody named is decided by nobody.',
  expected: 'name each risk with its mitigation, or say who accepts it and why',
  severity: { kep: 'warning', rfc: 'warning', design: 'warning', prd: 'warning', adr: 'info' },
  weight: 3,
  evidence: {
    headings: [
      'risks', 'risk', 'risks and mitigations', 'risks and mitigation', 'risks & mitigations', 'risk and mitigation', 'risk assessment',
      'risk analysis', 'risk register', 'known risks', 'potential risks', 'potential issues', 'known issues', 'risks and concerns', 'risk management', 'mitigation', 'mitigations',
      'trade offs', 'trade-offs', 'tradeoffs', 'failure modes and mitigations', 'threats and mitigations', 'risks and trade-offs',
      'risks and open questions', 'risks and assumptions', 'risks assumptions and dependencies', 'consequences and mitigations',
    ],
    headingPattern: /\b(?:risks?|mitigations?|trade-?offs?|drawbacks?|disadvantages|downsides?|concerns?|challenges?|negative)\b/,
    topic: /\b(?:risks?|risky|mitigat\w+|drawbacks?|downsides?|disadvantages?|trade-?offs?|concerns?|caveats?)\b/i,
    statements: [
      /\bmitigat(?:e|es|ed|ion|ions|ing)\b(?:\(s\))?[^.\n]{0,15}(?::\W*\w+ \w+ |\b(?:this|these|it|the|that|by|with|would|is|are|we|risk|would be|to)\b)/i,
      /\b(?:as a|our|proposed|possible) mitigations?\b|\bmitigating (?:factors?|measures?)\b/i,
      /\brisks?\b[^.\n]{0,140}\b(?:mitigat\w+|reduc\w+|avoid\w*|accept\w*|minimi[sz]e\w*|prevent\w*|low(?:er)?|because|addressed|handled|same (?:can|could|applies))\b/i,
      /\b(?:reduc\w+|minimi[sz]e\w*|accept\w*|avoid\w*|prevents?|limits?|lowers?|low|slight|main|biggest)\b[^.\n]{0,30}\brisks?\b/i,
      words`\b(?:drawbacks?|downsides?|disadvantages?|concerns?)\b[^\n]{0,240}\b${ANSWERED}\b`,
      /\bwith the trade-?off that\b/i,
      /\b(?:good|acceptable|reasonable|worthwhile|worth|accept\w*|deliberate|conscious|conscientious|pragmatic)\b[^.\n]{0,25}\b(?:trade-?offs?|compromise|risk|cost|loss|downside|limitation)\b/i,
      /\b(?:trade-?offs?|compromise)\b[^.\n]{0,60}\b(?:accept\w*|worth|favou?rs?|in favou?r|between|we)\b/i,
      /\b(?:acceptable|we accept|is accepted|are accepted|we believe (?:it|this) is (?:acceptable|fine|ok))\b[^.\n]{0,60}\b(?:because|since|as|to make|given|for|that|this)\b/i,
      words`\b${HARM}\b[^.\n]{0,120}[.,;][^\n]{0,120}\b${ANSWERED}\b`,
    ],
    structure: ({ table }) =>
      table !== undefined && table.roles.includes('mitigation') && (table.roles.includes('risk') || /\b(?:risk|threat|failure|concern|issue)/i.test(table.header.map((cell) => cell.text).join(' '))),
  },
  parts: {
    'a mitigation': [/\b(?:mitigat\w+|accept(?:ed|able|s)?|(?:avoid|prevent|reduc|limit|address)\w*|work ?around|instead|fall ?back|we (?:will|can))\b/i],
    'an owner': [/\b(?:owners?|owned by|responsible|assigned to|assignee)\b|@[a-z]\w+/i],
  },
  skeleton: {
    heading: 'Risks and mitigations',
    questions: [
      'What could go wrong for users, data, the schedule or the cost?',
      'How likely is it, and how bad?',
      'What is done about it, by whom, and what remains accepted?',
    ],
    after: ['proposal', 'design', 'alternatives', 'non-goals', 'goals'],
  },
  examples: {
    covered: [
      '## Risks\n\n| Risk | Impact | Mitigation |\n|---|---|---|\n| The provider limits us to 100 calls a second | Orders wait | Batches of 50; a higher limit is agreed |\n',
      '## Caching\n\nThe main drawback is stale prices for up to a minute; we accept this because prices change once a day.\n',
    ],
    partial: ['## Risks\n\nIt gets more complex.\n'],
    missing: ['## Caching\n\nPrices are cached for a minute in each instance.\n'],
  },
});
