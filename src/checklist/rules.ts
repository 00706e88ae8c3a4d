import type { RuleOptions } from '../analyzer/rule';
import { items, rules } from './index';

/** A rule that reports something other than an open question of the checklist. */
export interface OtherRule {
  readonly id: string;
  readonly reports: string;
  readonly why: string;
  readonly expected: string;
  readonly options?: RuleOptions;
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
  {
    id: 'analysis/too-complex',
    reports: 'A section that was read as plain text, because its lists, quotes, tables or markup nest so deeply or run so long that parsing would take seconds.',
    why: 'Answers in it are not found, and a reader who meets thousands of rows or dozens of levels will not find them either.',
    expected: 'split the section, or move the data into a file of its own and link to it',
  },
];

/** Every id that a config may name under `rules`, in the order of the checklist. */
export const knownRules: readonly string[] = [...items.map((item) => item.id), ...otherRules.map((rule) => rule.id)];
