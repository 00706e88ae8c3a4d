import { defineItem, type MetadataEvidence } from '../../analyzer/item';
import type { Field, Spec } from '../../analyzer/spec';
import { fieldsNamed, isNamed } from '../people';

const DECIDED = /\b(?:accepted|approved|implemented|implementable|rejected|declined|adopted|ratified|final|withdrawn)\b/i;
const DATE = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2}(?:st|nd|rd|th)?,? \d{4})`;
/** A body that decides, or a meeting in which it does. */
const BODY = String.raw`(?:team|committee|community|board|council|group|meeting|sync|sigs?|maintainers|owners?|leads?|architects?|stakeholders|steering|review)`;
const STATUS = /^(?:(?:current|document|proposal|rfc|decision) )?(?:status|state)$/;
const DECIDER = /^(?:deciders?|decision makers?|decided by|approved by|approval date|approved on|decision date|desired decision date|decided on|date of decision)$/;
const APPROVER = /^(?:(?:api )?approvers?|sponsors?|required reviewers|review date)$/;
/** Where the deciders and the date stand, for everybody to read. */
const DISCUSSION = /^(?:(?:rfc|proposal|design) )?(?:pr|pull request|merge request|discussion(?: at| thread)?|vote(?: thread)?)$/;
const HINT = /^(?:reviewers?|authors?(?:\(s\))?|owners?|date|decision)$/;

const told = ({ name, value, span }: Field, strength: MetadataEvidence['strength']): MetadataEvidence =>
  ({ span, strength, what: `"${name}" says ${value}` });

/** Deciders or a date of decision answer it; approvers do with a status that says decided; a bare status does not. */
function fromMetadata(spec: Spec): MetadataEvidence[] {
  const status = fieldsNamed(spec, STATUS);
  const decided = status.some(({ value }) => DECIDED.test(value));
  const dated = new RegExp(String.raw`${DECIDED.source}.{0,40}${DATE}`, 'i');
  return [
    ...fieldsNamed(spec, DECIDER).filter(({ value }) => isNamed(value) || /\d/.test(value)).map((field) => told(field, 'covered')),
    ...status.map((field) => told(field, dated.test(field.value) ? 'covered' : 'partial')),
    ...fieldsNamed(spec, APPROVER).filter(({ value }) => isNamed(value)).map((field) => told(field, decided ? 'covered' : 'partial')),
    ...fieldsNamed(spec, HINT).filter(({ value }) => isNamed(value)).map((field) => told(field, 'partial')),
  ];
}

export default defineItem({
  id: 'delivery/decision',
  question: 'Which decision is asked for or was made, who decides, and by when?',
  why: 'A document that asks nobody for anything is discussed and then forgotten; one whose decision names no decider is discussed again every month.',
  expected: 'name the decision, who makes or made it, and the date',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'warning' },
  weight: 2,
  due: ({ profile, stage, spec }) => {
    if (profile === 'adr') return 'it is a decision record';
    // Until it is accepted, the discussion is where it is decided.
    if (stage !== 'accepted' || fieldsNamed(spec, DISCUSSION).some(({ value }) => /\d|:\/\//.test(value))) return undefined;
    return `its status says ${fieldsNamed(spec, STATUS)[0]?.value ?? stage}`;
  },
  evidence: {
    headings: [
      'decision record', 'decision log', 'decision outcome', 'approval', 'approvals', 'sign off', 'signoff', 'acceptance', 'decision requested',
      'decision needed', 'reviews',
    ],
    headingPattern: /\b(?:decisions?|approvals?|sign ?offs?|resolution|outcome)\b/,
    topic: /\b(?:decisions?|decided|approv\w+|accepted|rejected|sign-?off|consensus|deciders?)\b/i,
    statements: [
      new RegExp(String.raw`\b(?:approv(?:ed|al)|accept(?:ed|ance)|reject(?:ed|ion)|agreed|signed[- ]off|ratified|endorsed|decided|formalized|confirmed|closed)\b[^\n]{0,50}\b(?:by|in|at|with|from|on) (?:the |a )?(?:[\w-]+ ){0,3}(?:${BODY}\b|${DATE})`, 'i'),
      new RegExp(String.raw`\b(?:owner|community|team|committee|board|council|steering)\b[^.\n]{0,30}\b(?:approved|accepted|rejected|decided|agreed|signed off)\b[^\n]{0,100}\b(?:on )?${DATE}`, 'i'),
      new RegExp(String.raw`\bdecision (?:date|deadline|is (?:needed|expected|due|requested)|needed|requested)\b[^.\n]{0,30}\b(?:by|before|:|until)\b|\bdesired decision date\b|\bplease (?:decide|approve)\b[^.\n]{0,60}\bby ${DATE}`, 'i'),
      /\b(?:unanimous|rough|reached an?) (?:\w+ )?consensus\b|\bsign-?off (?:from|by) (?:the )?[a-z]+ \w+|\b(?:signed[- ]off|approved) by (?:the )?(?:\w+ ){0,3}@?\w+\b[^\n]{0,20}\b\d{4}/i,
    ],
    structure: ({ table }) => {
      if (!table) return false;
      const who = table.header.findIndex((cell) => /\b(?:review(?:ed|er)|approv(?:ed|er)|decided|decider|sign(?:ed|-?off))\b/i.test(cell.text));
      const when = table.roles.indexOf('date');
      return who >= 0 && when >= 0 && table.rows.some((row) => isNamed(row[who]?.text ?? '') && /\d/.test(row[when]?.text ?? ''));
    },
    metadata: fromMetadata,
    roles: ['history'],
  },
  skeleton: {
    heading: 'Decision',
    questions: ['Which decision do you ask for, or was made?', 'Who decides, or decided?', 'By when, or on which date?', 'What cannot be undone afterwards?'],
    after: ['status', 'metadata', 'summary', 'context', 'alternatives considered', 'alternatives'],
  },
  examples: {
    covered: [
      '# Delivery dates\n\nStatus: Accepted\n\nDeciders: Kim Lee, Ana Diaz\n\n## Decision\n\nWe decided on 2026-03-02 to let customers move a delivery once, until the evening before.\n',
      '# Delivery dates\n\n## Background\n\nThe plan to store dates with the order was approved by the architecture board on 2026-03-04.\n\nThe carrier interface was agreed at the steering meeting on 2026-03-11.\n',
    ],
    partial: ['# Delivery dates\n\nStatus: Draft\n\nCustomers can move a delivery.\n'],
    missing: ['# Delivery dates\n\nCustomers can move a delivery to another day.\n'],
  },
});
