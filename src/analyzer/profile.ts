import type { Profile, Stage } from './item';
import type { Block, Heading, Spec } from './spec';

/** Headings that tell a kind of document, as keys; what the templates of each kind have and others have not. */
const MARKS: Readonly<Record<Profile, RegExp>> = {
  kep: /^(?:graduation criteria|release signoff checklist|production readiness review questionnaire|version skew strategy|feature enablement and rollback|upgrade\/downgrade strategy|infrastructure needed|implementation history|operational aspects of api extensions|support procedures|risks and mitigations)$/,
  rfc: /^(?:guide level explanation|reference level explanation|unresolved questions|prior art|future possibilities|drawbacks|rationale and alternatives|detailed design|request for comments|how we teach this|adoption strategy)$/,
  adr: /^(?:decision|consequences|decision drivers|considered options|decision outcome|pros and cons of the options|positive consequences|negative consequences)$/,
  prd: /^(?:(?:user )?personas?|user stories|success metrics|functional requirements|non functional requirements|target (?:audience|users?)|user (?:journeys?|flows?)|product (?:overview|vision|goals)|key features|go to market|release criteria|mvp scope|kpis?|user scenarios.*|success criteria|acceptance criteria|epics?|problem statement|core features|executive summary)$/,
  design: /^(?:high level design|low level design|detailed design|architecture|system design|design|overview|design overview|data model|components?|implementation(?: details)?|proposed design|background|goals|non goals|proposed (?:changes|solution))$/,
};

const PATHS: readonly (readonly [Profile, RegExp])[] = [
  ['adr', /(?:^|\/)(?:adrs?|decisions?|decision-(?:records?|log)|architect(?:ure|ural)-decisions?(?:-records?)?)\/|(?:^|[/_-])adr[-_](?:[\w-]+?[-_])?\d/i],
  ['prd', /(?:^|\/)prds?\/|(?:^|[/_-])prd(?:[._-]|\.md)/i],
  ['kep', /(?:^|\/)(?:keps?|teps?|enhancements?)\//i],
  // Proposals that are numbered one after the other are requests for comments by another name; a date is no such number.
  ['rfc', /(?:^|\/)rfcs?\/|(?:^|\/)rfc[-_]?\d|(?:^|\/)proposals\/\d{3,5}[-_]/i],
  ['design', /(?:^|\/)(?:designs?|design-docs?|proposals?|specs?)\//i],
];

/** Protocols and languages number their proposals under letters of their own; others implement what these say. */
export const STANDARD_TITLE = /^\W*(?:MSC|PEP|BIP|EIP|ERC|AIP|CIP|JEP|XEP|NIP|SEP)[- ]?#?\d/i;

const TITLES: readonly (readonly [Profile, RegExp])[] = [
  ['prd', /\bPRD\b|product (?:requirements?|spec)/i],
  ['adr', /^\W*ADR\b|architecture decision record/i],
  ['kep', /^\W*(?:KEP|TEP)[-\s]?\d/i],
  ['rfc', /^\W*RFC\b|\bRFC[- ]?#?\d|request for comments/i],
  ['rfc', STANDARD_TITLE],
  ['design', /design (?:doc|document|proposal)|technical (?:design|spec)/i],
];

/** The kind of document: by its headings first, then its title, then where it lies; a design doc where nothing tells. */
export function detectProfile(spec: Spec, path = ''): Profile {
  const titled = TITLES.find(([, pattern]) => pattern.test(spec.metadata.title))?.[0];
  if (titled) return titled;
  const placed = PATHS.find(([, pattern]) => pattern.test(path))?.[0];
  const keys = new Map(KINDS.map((profile) => [profile, new Set<string>()]));
  for (const { heading } of spec.sections) if (heading) for (const profile of marksOf(heading)) keys.get(profile)!.add(heading.key);
  const [best, count] = KINDS.map((profile) => [profile, keys.get(profile)!.size] as const).reduce((a, b) => (b[1] > a[1] ? b : a));
  // A product's headings are found in proposals of every kind.
  if (count >= 3 && best !== 'design' && (best !== 'prd' || placed === undefined || placed === 'design')) return best;
  return placed ?? (count >= 2 ? best : 'design');
}

const KINDS = Object.keys(MARKS) as Profile[];
const marks = new WeakMap<Heading, readonly Profile[]>();

/** The kinds of document that the heading is a mark of; looked up once, because most headings stay from one version to the next. */
function marksOf(heading: Heading): readonly Profile[] {
  let found = marks.get(heading);
  if (!found) marks.set(heading, (found = KINDS.filter((profile) => MARKS[profile].test(heading.key))));
  return found;
}

const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['done', /\b(?:implemented|shipped|completed?|released|done|superseded|rejected|withdrawn|deprecated|abandoned|closed|obsolete|expired|stalled|retired|archived|postponed|deferred|dormant|ga)\b/],
  ['in-review', /\b(?:in[- ]?review|under review|reviewing|review|proposed|rfc|request for comments|discussion|open for|last call|fcp|feedback)\b/],
  ['draft', /\b(?:draft|wip|work in progress|idea|provisional|planned|not started|experimental|pre-?draft|proposal)\b/],
  ['accepted', /\b(?:accepted|approved|implementable|final|active|implementing|in progress|in development|adopted|agreed|ratified|stable|ready)\b/],
];

/** A notice above the text that nobody decides on it any more. */
const GIVEN_UP = /\bthis (?:rfc|kep|adr|prd|proposal|document|design|spec|enhancement|page)\b (?:is|has been|was) (?:now )?(?:expired|superseded|obsolete|deprecated|rejected|withdrawn|abandoned|archived|outdated|(?:no longer|not) (?:maintained|active|pursued))\b/i;
/** Folders for what is decided and done. */
const DONE_FOLDER = /(?:^|\/)(?:implemented|completed|done|archived?|defunct|rejected|superseded|deprecated|obsolete|withdrawn)\//i;
/** A history that ends in what everybody can use. */
const SHIPPED = /\bGA\b|\b(?:general availability|generally available|(?:graduat|promot|mov)\w* (?:\w+ ){0,3}to stable|(?:is|as|:) stable)\b/i;
const PLANNED = /\b(?:target\w*|plan\w*|expect\w*|will|aim\w*|tbd|to be|next|future|before|until|after|if|once)\b/i;
/** As many blocks from the top are a notice's place. */
const NOTICES = 4;

/** Where the document stands, from its status field, a Status section, a notice at its top or its folder; undefined where nothing says so. */
export function detectStage(spec: Spec, path = ''): Stage | undefined {
  const field = spec.metadata.fields.find((f) => /(?:^|\s)(?:status|state|stage)$/.test(f.name));
  const section = spec.sections.find((s) => s.heading && /^(?:status|document status|current status)$/.test(s.heading.key));
  const text = (field?.value ?? section?.blocks[0]?.text ?? '').split(' | ')[0]!.slice(0, 80).toLowerCase();
  if (!text && hasShipped(spec)) return 'done';
  if (!text) return DONE_FOLDER.test(path) || firstBlocks(spec, NOTICES).some((block) => GIVEN_UP.test(block.text)) ? 'done' : undefined;
  if (/\bnot (?:yet )?(?:accepted|approved|implemented|started)\b/.test(text)) return 'draft';
  return STAGES.find(([, pattern]) => pattern.test(text))?.[0];
}

function firstBlocks({ sections }: Spec, count: number): readonly Block[] {
  const first: Block[] = [];
  for (let i = 0; i < sections.length && first.length < count; i++) first.push(...sections[i]!.blocks.slice(0, count - first.length));
  return first;
}

/** Whether the document's own history says that everybody has it. */
const hasShipped = ({ sections }: Spec): boolean =>
  sections.some(({ role, heading, blocks }) => role === 'history' && [heading?.text ?? '', ...blocks.map(({ text }) => text)].some((text) => SHIPPED.test(text) && !PLANNED.test(text)));
