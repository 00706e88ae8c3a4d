import type * as vscode from 'vscode';
import type { FindingReview, ItemReview, SpecReview } from '../server/protocol';
import { isShown, type Filter } from './checklist-filter';
import { toRange } from './client';
import { byImportance } from './pick-item';

/** What the checklist is made from. */
export interface Shown {
  readonly review: SpecReview;
  readonly filter: Filter;
  /** "Focus on new": what is as it was in the version that it is compared with is grey. */
  readonly isFocused: boolean;
}

/** A line of the checklist: what matters most, what is answered well, the areas, their questions, and what is known about each. */
export type ChecklistNode =
  | { readonly kind: 'brief' | 'well' | 'decisions'; readonly shown: Shown }
  | { readonly kind: 'finding'; readonly shown: Shown; readonly finding: FindingReview }
  | { readonly kind: 'answer'; readonly shown: Shown; readonly item: ItemReview }
  | { readonly kind: 'area'; readonly shown: Shown; readonly area: string }
  | { readonly kind: 'item'; readonly shown: Shown; readonly item: ItemReview }
  | { readonly kind: 'decision'; readonly shown: Shown; readonly item: ItemReview; readonly decision: NonNullable<ItemReview['decision']> }
  | { readonly kind: 'note'; readonly text: string; readonly icon: string }
  | { readonly kind: 'place'; readonly shown: Shown; readonly range: vscode.Range; readonly closest: boolean };

export function roots(shown: Shown): ChecklistNode[] {
  const { review, filter } = shown;
  const areas = [...new Set(review.items.filter((item) => isShown(review, item, filter)).map(({ area }) => area))];
  const part = (kind: 'brief' | 'well' | 'decisions', isThere: boolean): ChecklistNode[] => (isThere ? [{ kind, shown }] : []);
  return [
    ...part('brief', review.brief.length > 0), ...part('well', review.well.length > 0),
    ...areas.map((area): ChecklistNode => ({ kind: 'area', shown, area })),
    ...part('decisions', review.items.some(({ decision }) => decision)),
  ];
}

export function childrenOf(node: ChecklistNode): ChecklistNode[] {
  if (node.kind === 'note' || node.kind === 'place') return [];
  const { shown } = node, { review, filter } = shown;
  switch (node.kind) {
    case 'brief': return review.brief.flatMap((rule) => review.findings.find((f) => f.rule === rule) ?? []).map((finding) => ({ kind: 'finding', shown, finding }));
    case 'well': return review.well.flatMap((id) => review.items.find(({ item }) => item === id) ?? []).map((item) => ({ kind: 'answer', shown, item }));
    case 'area': return byImportance(review).filter((item) => item.area === node.area && isShown(review, item, filter)).map((item) => ({ kind: 'item', shown, item }));
    case 'decisions': return review.items.flatMap((item) => (item.decision ? [{ kind: 'decision', shown, item, decision: item.decision }] : []));
    case 'item': return [...notes(node.item), ...places(shown, node.item)];
    default: return [];
  }
}

const notes = (item: ItemReview): ChecklistNode[] => [
  { kind: 'note', text: item.question, icon: 'comment-discussion' },
  { kind: 'note', text: item.decision?.reason ?? item.reason, icon: item.decision ? 'law' : 'info' },
];

function places(shown: Shown, item: ItemReview): ChecklistNode[] {
  const closest = item.evidence.length === 0 && item.closest ? [item.closest] : [];
  const place = (range: ItemReview['evidence'][number], isClosest: boolean): ChecklistNode => ({ kind: 'place', shown, range: toRange(range), closest: isClosest });
  return [...item.evidence.map((r) => place(r, false)), ...closest.map((r) => place(r, true))];
}
