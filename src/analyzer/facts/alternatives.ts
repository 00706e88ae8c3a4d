import type { Section, Spec } from '../spec';
import { childrenOf, entriesOf, isPlainList, type Entry } from './entries';

/** Alternatives under one heading, as far as they are listed one by one. */
export interface AlternativeList {
  readonly section: Section;
  readonly alternatives: readonly Entry[];
}

const HEADING = /^(?!.*\b(?:rationale|prior art|extensions?|drawbacks?|trade ?offs?|benefits)\b).*\b(?:alternatives?|options|approaches|solutions|rejected|considered)\b/;
/** What opens a list of alternatives; any other sentence may explain the list, or open one of something else. */
const OPENING = /^[^.]*\b(?:alternatives?|options?|approach(?:es)?|considered|possibilities|ways)\b[^.]*:$/i;
/** Sections below the heading that are about all alternatives, or about something else; a template's own stand there by mistake. */
const NO_OPTION = /^(?:pros?|cons?|pros and cons|advantages|disadvantages|comparison|summary|conclusions?|decision|overview|background|context|notes?|references?|trade ?offs?|prior art|related work|alternatives?( considered)?|rationale|drawbacks|evaluation|recommendation|others?|future.*|open questions?|risks?.*|(?:non )?goals|user stories|api extensions|version skew strategy|upgrade\/downgrade strategy|test plan|graduation criteria|implementation history|infrastructure needed.*|support procedures)$/;

/** Lists in prose are left out, and so is prior art: it is described, not chosen from. */
export const alternativeLists = (spec: Spec): readonly AlternativeList[] => spec.sections
  .filter((s) => s.role === 'alternatives' && s.heading && spec.sections[s.parent]?.role !== 'alternatives' && HEADING.test(s.heading.key))
  .map((section) => ({ section, alternatives: listed(spec, section) }))
  .filter(({ alternatives }) => alternatives.length > 0);

function listed(spec: Spec, section: Section): readonly Entry[] {
  const children = childrenOf(spec, section);
  if (children.length) return children.some((c) => NO_OPTION.test(c.heading!.key)) ? [] : entriesOf(spec, { ...section, blocks: [] });
  return isListOfNames(section) || section.blocks.some((b) => b.table?.roles.includes('reason')) ? entriesOf(spec, section) : [];
}

function isListOfNames(section: Section): boolean {
  const opening = section.blocks.find((b) => b.kind === 'paragraph');
  const items = section.blocks.filter((b) => b.kind === 'item' && b.depth === section.blocks.find((first) => first.kind === 'item')!.depth);
  // "1. A queue" followed by "- It cannot …": the second list is about the first.
  const isOneList = items.every((b) => b.ordered === items[0]!.ordered);
  return isPlainList(section) && isOneList && (!opening || OPENING.test(opening.text.trim()));
}
