import { items, rules } from './index';

/** A rule that reports something other than an open question of the checklist. */
export interface OtherRule {
  readonly id: string;
  readonly reports: string;
  readonly why: string;
  readonly expected: string;
}

export const otherRules: readonly OtherRule[] = [
  ...rules,
  {
    id: 'decision/unused',
    reports: 'An in-document decision that no longer decides anything, or that cannot be read.',
    why: 'A decision that outlived its reason hides the next gap, and one with a typo decides nothing though its author believes it does.',
    expected: 'remove the comment, or correct the verb, the item or the date that the message names',
  },
  {
    id: 'decision/expired',
    reports: 'A gap that was accepted until a date which is past.',
    why: 'The gap was accepted for a while, not for good; nobody looks again unless something says that the time is over.',
    expected: 'answer the question, or accept the gap again with a later date and a reason that holds today',
  },
];

/** Every id that a config may name under `rules`, in the order of the checklist. */
export const knownRules: readonly string[] = [...items.map((item) => item.id), ...otherRules.map((rule) => rule.id)];
