import { detectProfile } from './profile';
import type { Spec } from './spec';

const NOT_SPECS = /(?:^|\/)(?:readme|changelog|change-?log|changes|history|news|releases?(?:-?notes)?|contributing|code[-_]of[-_]conduct|license|licence|security|support|governance|maintainers|authors|credits|notice|todo|roadmap|index|_index|summary|faq|install(?:ation)?|upgrading|migration|glossary|claude|agents|gemini|copilot-instructions|pull_request_template|issue_template|template)\.(?:md|markdown|mdx)$/i;
const NOT_FOLDERS = /(?:^|\/)(?:node_modules|vendor|third_party|\.github|changelogs?|release-?notes|_?templates?|\.changeset)\//i;
const FOLDERS = /(?:^|\/)(?:rfcs?|keps?|teps?|adrs?|prds?|designs?|design-docs?|design-proposals?|design-documents|requests-for-comments|proposals?|specs?|specifications?|enhancements?|decisions|architecture-decisions?|technical-specs?)\//i;
const NAMES = /(?:^|[/_.-])(?:rfc|kep|adr|prd|spec|specification|design|proposal|requirements|tdd|hld|lld)(?:[/_.-]|\d|\.md)/i;
const TITLE = /\b(?:RFC|KEP|ADR|PRD|TEP)\b|\b(?:design (?:doc|document|proposal|spec)|technical (?:design|spec|specification)|product requirements?|specification|proposal|enhancement)\b/i;
/** What specs ask and other documents do not: two of these under headings of their own make a document a spec. */
const HEADINGS = /^(?:(?:goals|non goals)(?: and (?:non )?goals)?|motivation|problem(?: statement)?|alternatives(?: considered)?|drawbacks|risks(?: and mitigations?)?|acceptance criteria|requirements|functional requirements|non functional requirements|user stories|open questions|unresolved questions|out of scope|success metrics|test plan|rollout(?: plan)?|rollback(?: plan)?|proposal|proposed (?:solution|design|change)|detailed design|technical design|design details|decision|consequences|security considerations|implementation plan|graduation criteria)$/;

/**
 * Whether a Markdown document is a spec that wants a review, rather than a README, a changelog or a guide.
 * @param path relative to the workspace, with `/`
 */
export function isSpec(spec: Spec, path: string): boolean {
  const kinds = new Set(spec.sections.flatMap((s) => (s.heading && HEADINGS.test(s.heading.key) ? [s.heading.key] : [])));
  if (NOT_FOLDERS.test(path)) return false;
  // Enhancement proposals live in a README of their own folder.
  if (NOT_SPECS.test(path)) return FOLDERS.test(path) && kinds.size >= 2;
  if (kinds.size >= 3) return true;
  if (FOLDERS.test(path) || NAMES.test(path)) return kinds.size >= 1 || spec.metadata.fields.length > 0 || TITLE.test(spec.metadata.title) || isLong(spec);
  return kinds.size >= 2 && (TITLE.test(spec.metadata.title) || detectProfile(spec, path) !== 'design');
}

/** In a folder of specs, a document of several sections is one even if its headings are its own. */
const isLong = (spec: Spec): boolean => spec.sections.filter((s) => s.heading && s.heading.level > 1 && s.blocks.length > 0).length >= 3;
