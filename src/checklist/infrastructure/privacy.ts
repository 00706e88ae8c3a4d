import { defineItem } from '../../analyzer/item';
import type { Spec } from '../../analyzer/spec';
import { because } from '../due';
import { remembered } from '../../analyzer/remembered';
import { ruledOut } from '../ruled-out';
import { words } from '../words';

const HEADINGS = [
  'privacy', 'privacy considerations', 'privacy impact', 'privacy and compliance', 'privacy & compliance', 'privacy & pii protection',
  'security and privacy', 'security and privacy considerations', 'security & privacy', 'data protection', 'data privacy', 'personal data', 'pii',
  'compliance', 'gdpr', 'gdpr compliance', 'confidentiality', 'regulatory compliance', 'legal and compliance',
];

const CONFIDENTIAL = /(?:personal(?:ly identifiable)? (?:data|information)|PII|(?:sensitive|confidential|private|identity) (?:\w+ )?(?:data|information|details?|content|identifiers?|source)|(?:user|customer|tenant|patient|payment|financial) (?:data|content|information))/;
const PERSONAL = words`(?:${CONFIDENTIAL}|e-?mail addresses|credentials?|secret data)`;
const PROTECTED = /(?:deleted?|erased?|redacted|masked|hashed|encrypted|(?:anonymi[sz]|pseudonymi[sz])ed|retained|kept|not (?:be )?(?:stored|collected|logged|shared|exposed|sent)|never|only (?:visible|accessible|by|to)|exposed|leaks?)/;
const PROTECTS = /(?:never|not|no|without|don't|minimi[sz]e\w*|prohibit|redact\w*|mask\w*|delet\w+|anonymi[sz]\w*|encrypt\w*|expos\w+)/;

/** What a document names when it touches data of that kind at all, however it then treats it. */
const NAMES_SUCH_DATA = words`\b(?:${CONFIDENTIAL}|privacy|GDPR|HIPAA|credentials?|secrets?|passwords?|(?:api|private|access|signing) keys?|(?:bearer|access|refresh|id) tokens?|(?:user|account|customer|billing) (?:names?|profiles?|records?|details)|e-?mail address(?:es)?|phone numbers?|IP address(?:es)?|payments?|invoices?|consent|log ?in|sign(?:ed)? (?:in|up)|audit|telemetry|analytics|JWTs?|user enumeration|(?:user|tenant|customer)(?:'s)? (?:sessions?|usage|activity|behaviou?r|accounts?|lists?|ids?))\b`;

const inProse = remembered((blocks) => blocks.some(({ text }) => NAMES_SUCH_DATA.test(text)));

const namesSuchData = ({ sections }: Spec): boolean =>
  sections.some(({ role, heading, blocks }) => (role === 'body' || role === 'open-questions') && (NAMES_SUCH_DATA.test(heading?.key ?? '') || inProse(blocks)));

export default defineItem({
  id: 'infrastructure/privacy',
  question: 'Which personal or confidential data does it touch, who sees it, how long is it kept, and who deletes it?',
  why: 'Found late, this stops a launch for legal reasons. Data that was collected without a plan cannot be handed back.',
  expected: 'name the personal data, who may see it, how long it is kept and how it is deleted',
  severity: { kep: 'off', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 4,
  due: (facts) => because('handles', facts.personalData),
  notApplicable: ({ spec }) =>
    ruledOut(spec, '(?:personal|user|customer|confidential|sensitive) (?:data|information)|PII', HEADINGS) ?? (namesSuchData(spec) ? undefined : 'the document names no personal or confidential data'),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:privacy|personal data|pii|gdpr|hipaa|data protection|confidential\w*|compliance)\b/,
    topic: /\b(?:privacy|personal (?:data|information)|PII|GDPR|HIPAA|CCPA|consent|anonymi[sz]\w*|confidential\w*|sensitive (?:data|information)|compliance)\b/i,
    statements: [
      words`\b(?:${CONFIDENTIAL}|e-?mail addresses)\b[^.\n]{0,80}\b${PROTECTED}\b`,
      words`\b${PROTECTS}\b[^.\n]{0,50}\b(?:${CONFIDENTIAL}|collected identity)\b`,
      words`\b(?:never|must not|not be|will not|does not)\b[^.\n]{0,30}\b(?:log(?:ged)?|expos\w+|access\w*|stor\w+|shar\w+|reveal\w*|transmit\w*)\b[^.\n]{0,40}\b${PERSONAL}\b`,
      words`\b${PERSONAL}\b[^.\n]{0,200}\bnever (?:logged|exposed|accessible|shared|shown)\b`,
      /\b(?:GDPR|HIPAA|CCPA|PCI(?:[- ]DSS)?|SOC ?2|FERPA)\b[^.\n]{0,60}\b(?:compl\w+|requir\w+|by|because|right|standards?|erasure|deletion|consent)\b/i,
      /\bcompl(?:y|ies|iant) with (?:the )?(?:GDPR|HIPAA|CCPA|PCI|privacy)\b/i,
      /\b(?:cookie |user |explicit |privacy )?consent\b[^.\n]{0,50}\b(?:required|obtained|asked|before|banner|given|withdraw\w*|is|and|must)\b/i,
      /\bprivacy (?:notices?|polic(?:y|ies))\b/i,
      /\b(?:all|the|tenant's|user's|customer's) (?:tenant|user|customer|personal)?(?:’s|'s)? ?data\b[^.\n]{0,40}\b(?:fully |is |are |be |has been )+(?:deleted|erased|removed|purged)\b/i,
      words`\bonly (?:keep|store|retain|collect|send)\b[^.\n]{0,80}\b(?:long enough|needed|necessary|for \d+|selected|minimum)\b`,
      /\b(?:credentials?|secrets?)\b[^.\n]{0,60}\b(?:never|not) (?:be |be directly )?(?:exposed|visible|accessible|readable|logged|returned)\b/i,
      /\bprivacy (?:risks?|impact|benefits?)\b[^.\n]{0,60}\b(?:because|since|apply|none|no|minimal|low)\b|\bminimi[sz]\w+ (?:the )?privacy (?:risks?|impact)\b/i,
    ],
    structure: ({ table }) => table !== undefined && /\b(?:personal data|data category|pii|data element|retention)\b/i.test(table.header.map((cell) => cell.text).join(' ')),
  },
  skeleton: {
    heading: 'Privacy',
    questions: [
      'Which personal or confidential data is collected, shown or logged, and why is it needed?',
      'Who can see it, and where is it kept?',
      'How long is it kept, and how is it deleted on request?',
    ],
    after: ['security', 'security considerations', 'data', 'data model'],
  },
  examples: {
    covered: [
      '## Privacy\n\nThe export holds names and e-mail addresses; only the account owner can download it, and it is deleted after 24 hours.\n',
      '## Logging\n\nPersonal data is never logged: names and addresses are masked before a line is written.\n',
    ],
    partial: ['## Privacy\n\nTo be checked with legal.\n'],
    missing: ['## Start page\n\nThe page shows the name and the e-mail address of whoever is signed in.\n'],
    notApplicable: ['## Privacy\n\nNot applicable, because the tool reads public source code only.\n', '## Cache\n\nThe cache keeps compiled templates for an hour.\n'],
  },
});
