import type { OwnItem } from '../analyzer/own-item';
import type { Review, ReviewOptions } from '../analyzer/review';
import { fixSafely, type Fixed } from '../analyzer/safe-fixes';
import { specEntry } from '../analyzer/spec-entry';
import type { SpecEntry } from '../analyzer/surroundings';
import { isSpec } from '../analyzer/is-spec';
import type { CustomItem } from '../config/config';
import { reviewer } from '../index';
import { beforeChange, changesBetween, NOTHING, snapshotOf } from '../report/changes';
import { fileReport, type FileReport } from '../report/file-report';
import { foundIn, knownFindings, reviewWithout } from '../report/known';
import { picturesOf, type Pictures } from '../report/pictures';

/** The review of one file: plain data, so that any thread can do it, and all that its result depends on. */
export interface Job {
  /** What the report calls the file. */
  readonly path: string;
  readonly text: string;
  readonly options: ReviewOptions;
  /** The team's own questions as the configs write them; of those with the same id the last counts. */
  readonly own: readonly CustomItem[];
  /** To be reviewed only if it is a spec. */
  readonly onlySpec: boolean;
  /** What the baseline knows to be open; undefined without one. */
  readonly known: readonly string[] | undefined;
  /** With `--since`: the ref, and the text before the change, where the file was there. */
  readonly since: { readonly ref: string; readonly before: string | undefined } | undefined;
  /** With `--fix`: whether the report is on the text as it is fixed, or as it is. */
  readonly fix: 'write' | 'show' | undefined;
  /** Whether the report draws what the document says. */
  readonly draws?: boolean;
  /** Whether to tell how the document stands among others. */
  readonly entry?: boolean;
}

export interface JobResult {
  /** Undefined for a document that is no spec where only specs are reviewed. */
  readonly report?: FileReport;
  /** With a baseline: all that is open. */
  readonly found?: readonly string[];
  /** Where something can be fixed: the text with the fixes, and their titles. */
  readonly fixed?: Fixed;
  readonly entry?: SpecEntry;
  readonly pictures?: Pictures;
}

export const runJob = async (job: Job): Promise<JobResult> => (await prepareJob(job))();

/** Loads what a job needs; what is returned does it, in one go. */
export async function prepareJob(job: Job): Promise<() => JobResult> {
  const own = await itemsOf(job.own);
  return () => review(job, own);
}

function review({ path, text: source, options, onlySpec, known, since, fix, draws, entry }: Job, items: readonly OwnItem[]): JobResult {
  const own = reviewer(items);
  own.review(source, options);
  if (onlySpec && !isSpec(own.spec, options.path ?? path)) return {};

  const hidden = new Set(known);
  const before = since && (since.before === undefined ? NOTHING : snapshotOf(own, { text: since.before, options: beforeChange(options) }));
  for (const entry of before?.found ?? []) hidden.add(entry);
  const shownOf = (text: string): Review => (hidden.size ? reviewWithout(own, { text, options }, hidden) : own.review(text, options));
  const fixed = fix && fixSafely(source, (text) => shownOf(text).findings);
  const text = fixed && fix === 'write' ? fixed.text : source;
  const found = known && [...foundIn(own, { text, options })];
  const changes = since && before && changesBetween(since.ref, before, snapshotOf(own, { text, options }), knownFindings(own.review(text, options), own.spec, hidden).length);
  const report = fileReport(path, shownOf(text), own.spec, changes, options.path);
  return {
    report, ...(draws && { pictures: picturesOf(own.spec) }), ...(found && { found }), ...(fixed?.titles.length && { fixed }),
    ...(entry && { entry: specEntry(options.path ?? path, own.spec, report.profile, report.stage ?? undefined) }),
  };
}

let last: { readonly key: string; readonly items: readonly OwnItem[] } = { key: '[]', items: [] };

/** Files that follow each other mostly have the same config: its patterns are compiled once. */
async function itemsOf(definitions: readonly CustomItem[]): Promise<readonly OwnItem[]> {
  const key = JSON.stringify(definitions);
  if (key !== last.key) {
    const { buildItems } = await import('../config/custom-item');
    last = { key, items: [...new Map(buildItems(definitions).items.map((item) => [item.id, item])).values()] };
  }
  return last.items;
}
