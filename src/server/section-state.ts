import { sectionAt } from '../analyzer/aids/figure-at';
import type { Item } from '../analyzer/item';
import { CONFIDENT } from '../analyzer/review';
import type { Section } from '../analyzer/spec';
import { summary, itemIn, itemsOf } from './convert';
import type { ReviewedDocument } from './documents';

/** What stands under a heading, without the sections below it. */
export interface SectionState {
  /** Questions that it answers. */
  readonly answers: readonly Item[];
  /** Questions that are left open here. */
  readonly open: readonly Item[];
  /** How many findings here are about no question. */
  readonly others: number;
}

/** So many names are read in one line. */
const MOST_NAMES = 3;

/** By the position of the section in the spec. */
export function sectionStates({ reviewed }: ReviewedDocument): readonly SectionState[] {
  const { spec, review } = reviewed;
  const states = spec.sections.map(() => ({ answers: new Set<Item>(), open: new Set<Item>(), others: 0 }));
  const at = (offset: number) => states[sectionAt(spec, offset)?.index ?? 0]!;
  for (const { item, state, confidence, evidence } of review.coverage) {
    if (state === 'covered' && confidence >= CONFIDENT) for (const place of evidence) at(place.start).answers.add(itemIn(reviewed, item)!);
  }
  for (const finding of review.findings) {
    const items = itemsOf(finding, reviewed), state = at(finding.at.start);
    for (const item of items) state.open.add(itemIn(reviewed, item)!);
    if (!items.length) state.others++;
  }
  return states.map(({ answers, open, others }) => ({ answers: [...answers], open: [...open], others }));
}

/** "open: Security · answers Rollback, Data · 1 to look at"; '' where there is nothing to say. */
export const stateWords = ({ answers, open, others }: SectionState): string => [
  open.length && `open: ${names(open)}`, answers.length && `answers ${names(answers)}`, others && `${others} to look at`,
].filter(Boolean).join(' · ');

/** "23 of 39 answered · 3 that matter": how all of the document stands. */
export function standingLine(read: ReviewedDocument): string {
  const { answered, total } = summary(read), { brief } = read.reviewed.review;
  return `${answered} of ${total} answered · ${brief.length ? `${brief.length} that matter${brief.length === 1 ? 's' : ''}` : 'no open gaps'}`;
}

/** The section that the title stands over, or the text at the top. */
export const isTitle = ({ reviewed: { spec } }: ReviewedDocument, section: Section): boolean => sectionAt(spec, spec.metadata.titleSpan.start) === section;

function names(items: readonly Item[]): string {
  const shown = items.slice(0, MOST_NAMES).map(({ skeleton }) => skeleton.heading).join(', ');
  return items.length > MOST_NAMES ? `${shown} and ${items.length - MOST_NAMES} more` : shown;
}
