import { CONFIDENT, type Coverage, type Finding } from '../analyzer/review';
import type { Profile, Stage } from '../analyzer/item';
import type { SpecEntry } from '../analyzer/surroundings';
import { escapeMarkdown } from './markdown';
import type { Failed } from './outcome';
import { plain } from './plain';
import { age, byUrgency } from './spec-order';
import { isSettled } from './standing';
import { style } from './style';
import { some } from './tally';
import { TOOL } from './tool';
import { stageWords } from './words';

/** How one spec stands among the others: a line of the list that a team goes through. */
export interface SpecStatus {
  readonly path: string;
  readonly title: string;
  readonly profile: Profile;
  readonly stage: Stage | null;
  readonly deciders: readonly string[];
  readonly approvers: readonly string[];
  /** Rules of the findings that stop a decision. */
  readonly blockers: readonly string[];
  /** Questions with a gap that is certain enough to be reported. */
  readonly open: number;
  /** Questions that are answered, decided or do not apply. */
  readonly answered: number;
  readonly total: number;
  /** When it was last changed, YYYY-MM-DD: the document's own word, else that of git. */
  readonly changed: { readonly date: string; readonly by: 'document' | 'git' } | null;
  /** Stage null where the other document is none of the specs, or says nothing. */
  readonly dependsOn: readonly { readonly path: string; readonly stage: Stage | null }[];
}

/** What of a review, or of a report on one, tells how a spec stands. */
interface Judged {
  readonly profile: Profile;
  readonly coverage: readonly Pick<Coverage, 'state' | 'confidence'>[];
  readonly findings: readonly (Pick<Finding, 'priority' | 'rule'> & { readonly items?: readonly string[] })[];
}

/** What a spec's own text says of how it stands; dates of git and the stages of others are added by who knows them. */
export function specStatus({ title, stage, deciders, approvers, date, dependsOn }: SpecEntry, path: string, { profile, coverage, findings }: Judged): SpecStatus {
  return {
    path, title, profile, stage: stage ?? null, deciders, approvers,
    blockers: findings.filter(({ priority }) => priority === 'blocker').flatMap(({ rule, items }): readonly string[] => items ?? [rule]),
    open: coverage.filter(({ state, confidence }) => (state === 'missing' || state === 'partial') && confidence >= CONFIDENT).length,
    answered: coverage.filter(isSettled).length,
    total: coverage.length,
    changed: date === undefined ? null : { date, by: 'document' },
    dependsOn: dependsOn.map((other) => ({ path: other, stage: null })),
  };
}

/** Those that could not be read come first. */
export const jsonStatus = (specs: readonly SpecStatus[], failed: readonly Failed[]): string => `${JSON.stringify({ version: 1, tool: TOOL, specs: [...failed, ...[...specs].sort(byUrgency)] }, null, 2)}\n`;

/** @param today YYYY-MM-DD */
export function prettyStatus(specs: readonly SpecStatus[], today: string, { colour }: { colour: boolean }): string {
  const paint = style(colour);
  const blocks = [...specs].sort(byUrgency).map((spec) => {
    const { title, path, blockers, deciders, approvers, dependsOn, answered, total } = spec;
    const facts = [stageWords(spec.stage), blockersOf(spec), `${answered} of ${total} answered`, changedWords(spec, today)].filter(Boolean).join(' · ');
    const people = [deciders.length && `decider ${deciders.join(', ')}`, approvers.length && `approvers ${approvers.join(', ')}`].filter(Boolean).join(' · ');
    const lines = [
      facts, blockers.length ? `blockers: ${blockers.join(', ')}` : '', people,
      dependsOn.length ? `depends on ${dependsOn.map((other) => `${other.path} (${stageWords(other.stage)})`).join(', ')}` : '',
    ].filter(Boolean);
    return [`${paint.bold(plain(path))}${title ? `  ${plain(title)}` : ''}`, ...lines.map((line, i) => `  ${i === 0 && blockers.length ? paint.red(plain(line)) : plain(line)}`), ''].join('\n');
  });
  return [...blocks, `${summary(specs)}\n`].join('\n');
}

/** A table for a wiki, an issue or the summary of a job. */
export function markdownStatus(specs: readonly SpecStatus[], today: string): string {
  const cell = (text: string): string => escapeMarkdown(plain(text)).replaceAll('|', '\\|');
  const rows = [...specs].sort(byUrgency).map((spec) => [
    `[${cell(spec.title || spec.path)}](${encodeURI(spec.path)})`, stageWords(spec.stage), spec.deciders.join(', ') || '–', spec.approvers.join(', ') || '–',
    spec.blockers.length ? `${spec.blockers.length}: ${spec.blockers.join(', ')}` : '0', `${spec.answered} of ${spec.total}`, changedWords(spec, today).replace('changed ', '') || '–',
    spec.dependsOn.map((other) => `${other.path} (${stageWords(other.stage)})`).join(', ') || '–',
  ].map((text, i) => (i === 0 ? text : cell(text))).join(' | '));
  const head = 'Spec | Stage | Decider | Approvers | Open blockers | Answered | Changed | Depends on';
  return `${['## How the specs stand', '', `| ${head} |`, `|${' --- |'.repeat(8)}`, ...rows.map((row) => `| ${row} |`), '', summary(specs)].join('\n')}\n`;
}

const blockersOf = ({ blockers }: SpecStatus): string => (blockers.length ? some(blockers.length, 'open blocker') : 'no open blocker');

function summary(specs: readonly SpecStatus[]): string {
  const blocked = specs.filter(({ blockers }) => blockers.length > 0).length;
  return `${some(specs.length, 'spec')}; ${blocked ? `${blocked} with open blockers` : 'none with open blockers'}.`;
}

const changedWords = ({ changed }: SpecStatus, today: string): string => (changed ? `changed ${age(changed.date, today)} (${changed.date})` : '');
