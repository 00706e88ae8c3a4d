import { defineItem, type MetadataEvidence } from '../../analyzer/item';
import { shift } from '../../analyzer/span';
import type { Section, Spec } from '../../analyzer/spec';
import { fieldsNamed, isNamed } from '../people';
import { isStandard } from '../standard';

const KIND = String.raw`(?:(?:original|primary|main|lead|co|feature|product|business|engineering|technical|tech|design|document|doc|required|api) ?)?`;
const ROLE = String.raw`(?:authors?(?:\(s\))?|owners?|editors?|proposers?|leads?|dri|sponsors?|champions?|shepherds?|approvers?|reviewers?|contributors?|maintainers?|assignees?|deciders?|responsible|accountable|owning sig|team|squad|pm|product manager|contacts?)`;
const WHO = KIND + ROLE;
const FIELD = new RegExp(`^${WHO}$`);
/** "Owners:" or "Proposers" on a line of its own, with the names in the list below it. */
const LEAD_IN = new RegExp(`^${WHO}:?$`, 'i');
const HEADINGS = [
  'authors', 'author', 'owners', 'owner', 'ownership', 'proposers', 'contributors', 'stewardship', 'required reviewers', 'reviewers', 'approvers',
  'sponsors', 'shepherd of the proposal', 'shepherd of the proposal (should be a senior committer)', 'stakeholders', 'stakeholders and reviewers',
  'team', 'contacts', 'raci', 'roles and responsibilities',
];
/** Names stand in the opening part of a document: its first sections. */
const OPENING_SECTIONS = 4;

const fromFields = (spec: Spec): MetadataEvidence[] =>
  fieldsNamed(spec, FIELD).map(({ name, value, span }) =>
    isNamed(value) ? { span, strength: 'covered', what: `"${name}" names ${value}` } : { span, strength: 'partial', what: `"${name}" names nobody yet` });

function fromLists({ blocks, origin }: Section): MetadataEvidence[] {
  return blocks.flatMap((block, i): MetadataEvidence[] => {
    const next = blocks[i + 1];
    if (next?.kind !== 'item' || !LEAD_IN.test(block.text) || !isNamed(next.text)) return [];
    return [{ span: shift({ start: block.start, end: next.end }, origin), strength: 'covered', what: `"${block.text}" names ${next.text}` }];
  });
}

/** "Rename the plans, by @kim" as the title. */
function fromTitle({ metadata: { title, titleSpan } }: Spec): MetadataEvidence[] {
  const author = /\bby (@[\w-]{2,})/i.exec(title)?.[1];
  return author ? [{ span: titleSpan, strength: 'covered', what: `The title names ${author}` }] : [];
}

export default defineItem({
  id: 'delivery/ownership',
  question: 'Who is responsible for it?',
  why: 'Somebody must answer questions next quarter, decide what the document leaves open, and carry it on when the author moves to another team.',
  expected: 'name the person or team that owns it, in the metadata or in a line of text',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  weight: 2,
  // A KEP's people stand in the file beside it, unless the document has front matter of its own; those of a standard in its history.
  due: ({ profile, spec }) =>
    isStandard({ profile, spec }) || (profile === 'kep' && !spec.metadata.fields.some(({ from }) => from === 'front-matter')) ? undefined : 'somebody has to answer for it',
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:owners?(?:hip)?|authors?|responsib\w+|stakeholders?|stewardship|reviewers|approvers|raci)\b/,
    topic: /\b(?:owners?|owned by|authors?|responsible|maintained by|team|dri|assignee)\b/i,
    statements: [
      /\b[Tt]his (?:\w+ ){1,3}(?:was|is) (?:originally |jointly )?(?:written|authored|proposed|owned|maintained|led) by (?:the )?(?:@[\w-]+|\p{Lu}\p{L}+ \p{Lu}\p{L}+|\p{L}+ (?:team|squad|group)\b)/u,
      /\b(?:the )?\p{L}+ (?:team|squad|group|sig) (?:owns|is responsible|will own|will maintain|is accountable|takes? ownership)\b/iu,
      /\b(?:is|are|remains?|will be) (?:owned|maintained) by (?:the )?[^.\n]{2,40}\b(?:team|squad|group|sig)\b/i,
      /^@[\w-]{2,}\b[^.\n]{0,60}\b\d{4}$/,
      new RegExp(String.raw`^\W*${WHO}\s*:\s*(?!(?:tb[dac]|todo|none|unknown|n\/a|to be)\b)@?\p{L}[\p{L}.'-]+(?:\s|$|[,(<])`, 'iu'),
    ],
    structure: ({ text, kind }, section) => kind !== 'code' && HEADINGS.includes(section.heading?.key ?? '') && isNamed(text) && (/@\w|\p{Lu}\p{L}+ \p{Lu}\p{L}+|\bteam\b/u.test(text)),
    metadata: (spec) => [...fromFields(spec), ...fromTitle(spec), ...spec.sections.slice(0, OPENING_SECTIONS).flatMap(fromLists)],
  },
  skeleton: {
    heading: 'Ownership',
    questions: ['Who owns the result after launch: which team, which person?', 'Who decides what this document leaves open?'],
    after: ['metadata', 'status', 'plan', 'implementation plan', 'rollout', 'summary'],
  },
  examples: {
    covered: [
      '---\nauthors:\n  - "@kim"\n  - "@lee"\nstatus: draft\n---\n\n# Delivery dates\n\nCustomers can move a delivery.\n',
      '# Delivery dates by @kim\n\nCustomers can move a delivery.\n',
      '# Delivery dates\n\n## Operations\n\n- The Checkout team owns the calendar after launch and is on call for it.\n- The carrier interface is maintained by the Logistics team.\n',
    ],
    partial: ['# Delivery dates\n\nOwner: TBD\n'],
    missing: ['# Delivery dates\n\nCustomers can move a delivery to another day.\n'],
  },
});
