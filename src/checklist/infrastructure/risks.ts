import { defineItem } from '../../analyzer/item';
import { words } from '../words';

/** A drawback without the word. */
const HARM = /(?:breaking change|(?:will|would|may|might) break|(?:could|may|might) overload|will increase|additional load)/;
/** What is done about it, or why it is accepted. */
const ANSWERED = /(?:but|however|mitigat\w+|accept\w*|work ?around|instead|solution|outweigh\w*|goal|can be (?:easily )?\w+|could be|should consider|(?:users )?will need|need to update|required to use|to (?:ease|prevent|avoid))/;

/** Under a heading that announces risks, what follows one of these is the answer to it; a harm alone is not. */
const HEADED = /\b(?:risks?|mitigations?|trade-?offs?|drawbacks?|disadvantages|downsides?|concerns|negative|(?:potential|known) (?:issues|problems))\b/;
const RESPONSE = words`\b(?:mitigat\w+|work(?:ed|s|ing)? ?around|however|nevertheless|but (?:we|this|it|the|that|only|can|could|should|will)|we (?:can|will|could|should|are going|accept|believe|expect|do not)|(?:users?|clients?|operators?|admins?|customers?|developers?) (?:can|should|will (?:be able|need|still))|(?:can|could|should|will|may) be (?:\w+ )?(?:mitigated|avoided|reduced|handled|addressed|limited|done|disabled|configured|tuned|optimi[sz]ed|improved|fixed|solved|documented|compatible)|should handle|accept(?:ed|able)|minimal|negligible|no (?:significant|known|new|major|additional)|outweigh\w*|worth|ensures?|prevents?|unlikely)\b`;

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
      'risk analysis', 'risk register', 'known risks', 'potential risks', 'risks and concerns', 'risk management', 'mitigation', 'mitigations',
      'trade offs', 'trade-offs', 'tradeoffs', 'failure modes and mitigations', 'threats and mitigations', 'risks and trade-offs',
      'risks and open questions', 'risks and assumptions', 'risks assumptions and dependencies', 'consequences and mitigations',
    ],
    headingPattern: /\b(?:risks?|mitigations?|trade-?offs?|drawbacks?|disadvantages|downsides?|concerns?|challenges?|negative)\b/,
    topic: /\b(?:risks?|risky|mitigat\w+|drawbacks?|downsides?|disadvantages?|trade-?offs?|concerns?|caveats?)\b/i,
    statements: [
      /\bmitigat(?:e|es|ed|ion|ions|ing)\b(?:\(s\))?[^.\n]{0,15}(?::\W*\w+ \w+ |\b(?:this|these|it|the|that|by|with|would|is|are|we|risk|would be|to)\b)/i,
      /\b(?:as a|our|proposed|possible) mitigations?\b|\bmitigating (?:factors?|measures?)\b/i,
      /\brisks?\b[^.\n]{0,140}\b(?:mitigat\w+|reduc\w+|avoid\w*|accept\w*|minimi[sz]e\w*|prevent\w*|low(?:er)?|because|addressed|handled|same (?:can|could|applies))\b/i,
      /\b(?:accept\w*|low(?!-)|slight|main|biggest|only|minimal|residual)\b[^.\n]{0,30}\brisks?\b/i,
      /\b(?:reduc\w+|minimi[sz]\w+|avoid\w*|prevents?|limits?|lowers?)\b[^.\n]{0,12}\b(?:this|that|these|those|such) (?:\w+ )?risks?\b/i,
      /\brisks? (?:is|are|was|were|should be|will be) (?:\w+ )?(?:minimal|low|limited|negligible|acceptable|small)\b/i,
      words`\brisks? (?:that|of|is|are|here|in|with|associated|involved)\b[^\n]{0,240}\b(?:but|however|we (?:can|will|could|should|plan)|to (?:avoid|prevent|reduce|address|minimi[sz]e|limit) (?:this|that|it|them)|(?:can|could|should|will) be (?:\w+ )?(?:avoided|reduced|mitigated|handled|addressed|prevented|limited)|therefore|unlikely)\b`,
      words`\b(?:drawbacks?|downsides?|disadvantages?|concerns? (?:is|are|with|here|that|about))\b[^\n]{0,240}\b${ANSWERED}\b`,
      /\b(?:with the trade-?off that|(?:trading|sacrificing|(?:we|may|might|will) (?:trade|sacrifice)) [^.\n]{0,60}(?:\bfor\b|in favou?r of)|(?:advantages?|benefits?|gains?|value) (?:\w+ )?(?:outweighs?|justif(?:y|ies)))\b/i,
      /\b(?:good|acceptable|reasonable|worthwhile|worth|accept\w*|deliberate|conscious|conscientious|pragmatic)\b[^.\n]{0,25}\b(?:trade-?offs?|compromise|risk|cost|loss|downside|limitation)\b/i,
      /\b(?:trade-?offs?|compromise)\b[^.\n]{0,60}\b(?:accept\w*|worth|favou?rs?|in favou?r|we (?:accept|are|make|take|chose))\b/i,
      /\b(?:acceptable|we (?:accept|believe (?:it|this) is (?:acceptable|fine|ok)))\b[^.\n]{0,60}\b(?:because|since|given|to make)\b|\bwe accept (?:this|that|these|the)\b|\b(?:is|are|be|seems?) (?:considered |deemed |still |likely )?acceptable (?:for|as|to)\b/i,
      words`\b(?:that|this|it|which)(?:'s| is| should be) (?:most likely |probably |considered )?(?:fine|ok|okay|acceptable|not a (?:\w+ )?(?:problem|blocker|concern|issue))\b(?! (?:for (?!now)|in |to |but|if))`,
      /\bto (?:ease|alleviate|counter(?:act)?|mitigate|minimi[sz]e|combat|reduce|soften) (?:this|these|that|such) (?:\w+ )?(?:pain|problem|issue|risk|concern|overhead|impact|burden|effect)s?\b/i,
      words`\b${HARM}\b[^.\n]{0,120}[.,;][^\n]{0,120}\b${ANSWERED}\b`,
    ],
    structure: ({ table, kind, text }, { heading }) =>
      table ? table.roles.includes('mitigation') && (table.roles.includes('risk') || /\b(?:risk|threat|failure|concern|issue)/i.test(table.header.map((cell) => cell.text).join(' ')))
        : kind !== 'code' && HEADED.test(heading?.key ?? '') && RESPONSE.test(text),
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
      '## Drawbacks\n\nEvery order is read twice, which costs time, but this only happens in the first minute after a start.\n',
      '## Nightly batches\n\nIf a batch runs late, prices are up to an hour old. That is fine, because prices change once a day.\n',
      '## Search\n\nThere is a risk that the index is stale after an import. We will rebuild it every night, and a buyer can refresh it.\n',
    ],
    partial: ['## Risks\n\nIt gets more complex.\n', '## Known risks\n\nWe must maintain one more service.\n'],
    missing: ['## Caching\n\nPrices are cached for a minute in each instance.\n'],
  },
});
