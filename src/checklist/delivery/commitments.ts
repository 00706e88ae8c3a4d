import { defineItem } from '../../analyzer/item';
import { remembered } from '../../analyzer/remembered';
import { MODAL, words } from '../words';

const PARTY = /(?:teams?|squads?|sigs?|working groups?|wgs?|vendors?|partners?|suppliers?|maintainers|administrators?|admins?|platform engineers?|legal|committees?|departments?)/;
const DELIVERS = /(?:provide|implement|expose|deploy|deliver|add|change|create|enable|agree|approve|release|support|migrate|update|adopt|maintain|own|configure|install|ship|publish|review|sign|confirm|complete|merge|set up|grant|populate|respect|adhere|skip|manage|build|document|fix|rename|donate|host|bump|expand|certify|test|adapt)/;

/** A party that is not the author's own: without one there is nobody to commit. */
const NAMED_PARTY = /\b(?:(?:other|another|partner|upstream|downstream|external|platform|security|infrastructure|legal|data|operations|support|[A-Z][\w-]+) teams?\b|third[- ]party (?:vendor|provider|partner)s?|partners|vendors|suppliers|stakeholders)\b/;

const namedParty = remembered((blocks) => {
  for (const { kind, text } of blocks) {
    const found = kind === 'code' ? undefined : NAMED_PARTY.exec(text)?.[0];
    if (found) return found;
  }
  return undefined;
});

export default defineItem({
  id: 'delivery/commitments',
  question: 'What must other teams, projects or partners deliver or agree to?',
  why: 'Work that another team has not agreed to is the most common cause of a slipped launch, and the last to be noticed.',
  expected: 'name each team or partner, what it must deliver by when, and whether it has agreed',
  severity: { kep: 'off', rfc: 'off', design: 'info', prd: 'info', adr: 'off' },
  weight: 4,
  due: ({ spec }) => {
    const named = spec.sections.filter(({ role }) => role === 'body').map(({ blocks }) => namedParty(blocks)).find((found) => found !== undefined);
    return named && `it names “${named}”`;
  },
  evidence: {
    headings: [
      'commitments', 'cross team dependencies', 'team dependencies', 'dependencies on other teams', 'external commitments', 'stakeholder impacts', 'stakeholders', 'impact on other teams',
      'coordination', 'sign offs', 'sign off', 'signoff', 'approvals', 'responsibilities', 'raci', 'action items', 'work for other teams', 'partner commitments',
    ],
    headingPattern: /\b(?:stakeholders?|commitments?|responsibilit(?:y|ies)|raci|sign ?-?offs?|other teams|cross team|coordination|asks?|required changes (?:in|to))\b/,
    topic: /\b(?:teams?|squads?|sigs?|working groups?|partners?|vendors?|stakeholders?|responsib\w+|coordinat\w+|upstream|maintainers|agreed|approval|sign-?off)\b/i,
    statements: [
      words`\b(?:teams?|squads?|sigs?|working groups?|wgs?|vendors?|partners?|legal|committees?|departments?)\b[^.\n]{0,25}\b${MODAL} (?:\S+ ){0,3}${DELIVERS}\b`,
      words`\b(?:infrastructure|cloud|platform|external) (?:management )?(?:systems?|providers?|administrators?|admins?|teams?|engineers?)\b[^.,\n]{0,25}\b(?:must|should|shall|needs? to|have to|has to)\b`,
      words`\b(?:\w*providers|consumers|integrators|vendors|implementers|implementations|plugin authors|third[- ]parties|sub-?projects|downstream \w+|upstream \w+) ${MODAL} (?:\S+ ){0,2}${DELIVERS}\b`,
      /^[A-Z][\w-]+(?: [A-Z][\w-]+){1,2} (?:MUST|SHOULD|SHALL|must|needs to|has to) (?:also |either )?(?:provide|implement|expose|deploy|deliver|add|enable|release|publish|support)/,
      words`\b(?:responsibility of|responsible for|managed by|owned by|maintained by|pre-?created by|performed by|executed by|delivered by|defined jointly with|jointly with) (?:an? |the )?(?:[\w/-]+ ){0,3}${PARTY}\b`,
      words`\bsig-[a-z]+\b[^.\n]{0,30}\b(?:will|must|should|to|owns|manages|responsible)\b|\b(?:managed|owned|maintained|reviewed|approved) by sig-[a-z]+`,
      words`\b(?:blocked (?:by|on)|waiting (?:for|on)|coordinat\w+ with|collaborat\w+ (?:with|by)|agreed (?:up)?(?:on )?(?:with|by|to by)|agreement (?:with|from)|aligned with|sign-?off (?:from|by)|approv(?:al|ed) (?:from|by)|commit(?:ment|ted)s? (?:from|by)|request(?:ed)? (?:from|to)) (?:an? |the |all )?(?:[\w/-]+ ){0,3}(?:teams?|squads?|sigs?|working groups?|wgs?|vendors?|partners?|legal|committees?|departments?|maintainers|owners?)\b`,
      words`\b(?:must|needs? to|ha(?:s|ve) to|is|are) (?:be )?(?:fixed and released|released|merged|deployed|shipped|agreed|landed) (?:in \S+ )?(?:first|before)\b|\bmust be (?:merged|deployed|released)(?: and \w+)? together\b`,
      words`\b(?:cannot|can not|must not|will not) (?:begin|start|launch|ship|proceed|be (?:released|merged|started))\b[^.\n]{0,30}\buntil\b[^.\n]{0,80}`,
      /\bowner\b ?: ?(?:\S+ ){0,3}(?:team|squad|group|sig|working group)\b/i,
      words`\bdepends? on (?:the )?(?:[\w/-]+ ){1,3}(?:team|squad|working group|sig)\b`,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('owner')
      && (table.roles.includes('dependency') || /\b(?:needs?|deliver\w*|commit\w*|agreed|impacted|responsib\w+|ask)\b/i.test(table.header.map((cell) => cell.text).join(' '))),
  },
  skeleton: {
    heading: 'Commitments of other teams',
    questions: [
      'Which teams, projects or partners must deliver or change something?',
      'What exactly, and by when?',
      'Who agreed to it there, and where is that recorded?',
    ],
    after: ['dependencies', 'plan', 'implementation plan', 'milestones', 'timeline', 'rollout plan', 'proposal'],
  },
  examples: {
    covered: [
      '## Commitments of other teams\n\n| Team | Must deliver | By | Agreed |\n|---|---|---|---|\n| Ledger team | balance endpoint | 2026-03-01 | yes, Ana |\n',
      '## Rollout\n\nThe identity team must deploy token exchange first; launch cannot start until that is in production.\n',
      '## Rollout\n\nCarriers keep their interface. Label providers must support the new date field, agreed upon with the Labels team on 3 March, before the launch can start.\n',
    ],
    partial: ['## Coordination\n\nThis needs some coordination with others.\n', '## Stakeholders\n\nTBD\n'],
    missing: ['## Rollout\n\nThe switch is turned on in three steps, one region after another.\n'],
  },
});
