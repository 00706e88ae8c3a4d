import type { Review, ReviewOptions } from '../analyzer/review';
import type { Reviewer } from '../analyzer/reviewer';
import { foundBeside, read, type Read, type Version } from './known';
import { SETTLED, standingOf, type Standing } from './standing';
import { some } from './tally';

/** What of a version is needed to tell a later one from it: no word of its text, so that it may be kept anywhere. */
export interface Snapshot {
  /** How each question stood, by its id. */
  readonly standings: Readonly<Record<string, Standing>>;
  /** All that it lacked, see `foundIn`. */
  readonly found: readonly string[];
}

/** What became of a document since an earlier version of it. */
export interface Changes {
  /** What the version is called: a revision as the user named it, or a review of theirs. */
  readonly since: string;
  /** The document was not there then. */
  readonly isNew?: true;
  /** Questions that stand in another way now, in the order of the checklist. */
  readonly questions: readonly QuestionChange[];
  /** Findings that are no questions: how many of each rule came and went. */
  readonly opened: readonly RuleCount[];
  readonly closed: readonly RuleCount[];
  /** Findings that were there then and are left out of the report. */
  readonly hidden: number;
}

export interface QuestionChange {
  readonly item: string;
  readonly before: Standing;
  readonly now: Standing;
}

export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

/**
 * What a version comes to.
 * @param known the version as it was reviewed already, where it was
 */
export function snapshotOf(reviewer: Reviewer, version: Version, known: Read = read(reviewer, version)): Snapshot {
  return { standings: standingsOf(known.review.coverage), found: [...foundBeside(known, reviewer, version)] };
}

/** What an earlier version is reviewed with: a change of the branch's code is looked at from after it. */
export const beforeChange = ({ workspace, ...options }: ReviewOptions): ReviewOptions => {
  const { specs = [], contracts, fences } = workspace ?? {};
  return { ...options, workspace: { specs, ...(contracts && { contracts }), ...(fences && { fences }) } };
};

const standingsOf = (coverage: Review['coverage']): Snapshot['standings'] => Object.fromEntries(coverage.map((c) => [c.item, standingOf(c)]));

/** A document that was not there: nothing stood in any way. */
export const NOTHING: Snapshot = { standings: {}, found: [] };

/**
 * Tells a version from an earlier one.
 * @param hidden how many findings of the earlier version the report leaves out
 */
export function changesBetween(since: string, before: Snapshot, now: Snapshot, hidden: number): Changes {
  const isNew = Object.keys(before.standings).length === 0;
  const questions = Object.entries(now.standings).flatMap(([item, standing]): QuestionChange[] => {
    const then = before.standings[item];
    return then !== undefined && then !== standing ? [{ item, before: then, now: standing }] : [];
  });
  const [then, today] = [new Set(before.found), new Set(now.found)];
  return {
    since, ...(isNew && { isNew }), questions,
    opened: isNew ? [] : byRule(now.found.filter((entry) => !then.has(entry))), closed: byRule(before.found.filter((entry) => !today.has(entry))), hidden,
  };
}

/** Entries of questions are told as such. */
function byRule(entries: readonly string[]): readonly RuleCount[] {
  const counts = new Map<string, number>();
  for (const entry of entries) if (entry.includes('#')) counts.set(entry.slice(0, entry.indexOf('#')), (counts.get(entry.slice(0, entry.indexOf('#'))) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

/** Questions that nobody has to act on any more, those that somebody has to act on again, and the others that moved. */
export function wonAndLost({ questions }: Changes): { readonly won: readonly QuestionChange[]; readonly lost: readonly QuestionChange[]; readonly moved: readonly QuestionChange[] } {
  const won = questions.filter(({ before, now }) => SETTLED.has(now) && !SETTLED.has(before));
  const lost = questions.filter(({ before, now }) => SETTLED.has(before) && !SETTLED.has(now));
  return { won, lost, moved: questions.filter((q) => !won.includes(q) && !lost.includes(q)) };
}

/** One or two sentences: "2 answers won, 1 lost. 3 findings came, 1 went." */
export function changeWords(changes: Changes): string {
  if (changes.isNew) return 'The document was not there then: all of it is new.';
  const { won, lost, moved } = wonAndLost(changes);
  const opened = total(changes.opened), closed = total(changes.closed);
  const questions = [won.length && `${some(won.length, 'answer')} won`, lost.length && `${some(lost.length, 'answer')} lost`, moved.length && `${some(moved.length, 'other question')} moved`].filter(Boolean);
  const findings = [opened && `${some(opened, 'statement')} to look at came`, closed && `${closed} went`].filter(Boolean);
  const sentence = (parts: readonly unknown[]): string => (parts.length ? `${parts.join(', ')}.` : '');
  return [sentence(questions), sentence(findings)].filter(Boolean).join(' ') || 'No answer was won or lost, and no statement to look at came or went.';
}

const total = (counts: readonly RuleCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** What the report does not list because it was there before; '' where it lists everything. */
export const leftOut = ({ hidden, since }: Changes): string =>
  (hidden ? `Only what is new since ${since} is listed; ${some(hidden, 'older finding')} ${hidden === 1 ? 'is' : 'are'} left out.` : '');
