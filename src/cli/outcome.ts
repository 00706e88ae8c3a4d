import type { ReviewOptions } from '../analyzer/review';
import { dayOf } from '../report/day';
import type { Outcome } from '../report/outcome';
import { namesCode } from '../workspace';
import type { BaselineFile } from './baseline';
import type { Cache } from './cache';
import type { Configs } from './configs';
import { Failure } from './failure';
import type { Input } from './inputs';
import type { Job, JobResult } from './job';
import { folderOf, from, rootOf } from './paths';
import type { Pool } from './pool';
import { readStream, readText } from './read';
import type { Since } from './since';
import type { Workspaces } from './workspaces';
import { rewrite } from './write';

/** What a file's review goes by, beside the file, and who does it. */
export interface Ground {
  readonly configs: Configs;
  /** Whether the text comes on standard input. */
  readonly isStdin: boolean;
  readonly workspaces: Workspaces;
  /** With `--since`. */
  readonly since: Since | undefined;
  readonly baseline: BaselineFile | undefined;
  /** With `--fix`: whether files are written, and who is told of the fixes of each. */
  readonly fix?: { readonly writes: boolean; told(path: string, titles: readonly string[]): void } | undefined;
  /** Whether the report draws what the documents say. */
  readonly draws: boolean;
  readonly pool: Pool;
  readonly cache: Cache | undefined;
}

/** Reviews one file. Undefined for one that nobody named and that is no spec, and for one that did not change. */
export async function outcomeOf(input: Input, ground: Ground): Promise<Outcome | undefined> {
  const { path } = input;
  try {
    return await review(input, ground);
  } catch (error) {
    if (error instanceof Failure) return { path, error: error.message };
    return { path, error: `could not be reviewed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function review({ file, path, named }: Input, ground: Ground): Promise<Outcome | undefined> {
  const { configs, baseline, fix } = ground;
  const source = ground.isStdin ? await readStream(process.stdin) : await readText(file);
  if (!source.trim()) return { path, error: 'is empty' };
  const earlier = await ground.since?.before(file);
  if (earlier === 'unchanged' && !namesCode(source)) return undefined;
  const workspace = await ground.workspaces.around(file, source);
  const { options: configured, isSpec: isListed } = configs.of(file);
  const options: ReviewOptions = { ...configured, path: from(rootOf(folderOf(file)), file), today: today(), workspace };
  const known = baseline && [...baseline.known(file) ?? []];
  // What a document that did not change lacks now is what its code changed.
  const before = earlier === 'unchanged' ? source : typeof earlier === 'object' ? earlier.text : undefined;
  const since = ground.since && { ref: ground.since.ref, before };
  const job: Job = { path, text: source, options, own: configs.definitionsOf(file), onlySpec: !named && !isListed, known, since, fix: fix && (fix.writes ? 'write' : 'show'), draws: ground.draws };
  const { report, found, fixed, pictures } = await done(job, ground);
  if (!report || (earlier === 'unchanged' && !report.findings.length)) return undefined;
  if (fix?.writes && fixed) await rewrite(file, source, fixed.text);
  if (fixed) fix?.told(path, fixed.titles);
  if (found) baseline?.saw(file, new Set(found));
  return { ...report, text: fix?.writes && fixed ? fixed.text : source, ...(pictures && { pictures }) };
}

/** A result of an earlier run where there is one. */
export async function done(job: Job, { pool, cache }: Pick<Ground, 'pool' | 'cache'>): Promise<JobResult> {
  const kept = cache?.get(job);
  if (kept) return kept;
  const result = await pool.run(job);
  cache?.set(job, result);
  return result;
}

export const today = (): string => dayOf(new Date());
