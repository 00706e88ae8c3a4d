import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Job, JobResult } from './job';

/** Results of earlier runs, kept in the user's cache folder. Never fails: what cannot be kept is reviewed again. */
export interface Cache {
  get(job: Job): JobResult | undefined;
  set(job: Job, result: JobResult): void;
}

/** In ms: what nobody asked for in this time is thrown away. */
const KEPT = 30 * 24 * 3600 * 1000;
/** In ms: how exactly the time of the last use is known, and how often is tidied. */
const DAY = 24 * 3600 * 1000;

/** `SPEC_REVIEW_CACHE`, else the place that the system has for caches. */
function folder(): string {
  const { SPEC_REVIEW_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (SPEC_REVIEW_CACHE) return SPEC_REVIEW_CACHE;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'spec-review');
  return join(XDG_CACHE_HOME ?? (process.platform === 'win32' && LOCALAPPDATA ? LOCALAPPDATA : join(homedir(), '.cache')), 'spec-review');
}

/** Small files, read and written synchronously: a promise for each would cost more than the reading. */
export function openCache(): Cache {
  const root = folder();
  // This very program: another version, or the same one built anew, finds other things.
  const program = createHash('sha256').update(readFileSync(__filename)).digest('hex');
  let isTidy = false;
  const place = (job: Job): string => {
    const key = keyOf(job, program);
    return join(root, key.slice(0, 2), `${key.slice(2)}.json`);
  };
  return {
    get(job) {
      const file = place(job);
      const result = attempt(() => JSON.parse(readFileSync(file, 'utf8')) as JobResult);
      if (!result) return undefined;
      attempt(() => touch(file));
      return result.report ? { ...result, report: { ...result.report, path: job.path } } : result;
    },
    set(job, result) {
      attempt(() => {
        if (!isTidy) tidy(root);
        isTidy = true;
        replace(place(job), JSON.stringify(result));
      });
    },
  };
}

/** All that a result depends on. What the file is called shows in the report alone, and the day where a decision ends with one. */
function keyOf({ text, options: { today, ...options }, own, onlySpec, known, since, fix, draws, entry }: Job, program: string): string {
  const isDated = [text, since?.before ?? ''].some((t) => t.includes('--until'));
  return createHash('sha256').update(JSON.stringify([program, text, options, isDated && today, own, onlySpec, known, since, fix, draws, entry])).digest('hex');
}

/** By way of a second file, so that nobody reads half of one. */
function replace(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const part = `${file}.${process.pid}`;
  writeFileSync(part, text);
  renameSync(part, file);
}

function touch(file: string): void {
  const now = new Date();
  if (now.getTime() - statSync(file).mtimeMs > DAY) utimesSync(file, now, now);
}

/** Once a day, throws away what was not used for {@link KEPT}. */
function tidy(root: string): void {
  const stamp = join(root, 'tidied');
  const age = (file: string): number => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age(stamp) < DAY) return;
  mkdirSync(root, { recursive: true });
  writeFileSync(stamp, '');
  for (const group of readdirSync(root, { withFileTypes: true })) {
    if (!group.isDirectory() || !/^[0-9a-f]{2}$/.test(group.name)) continue;
    for (const name of readdirSync(join(root, group.name))) {
      const file = join(root, group.name, name);
      if (age(file) > KEPT) rmSync(file, { force: true });
    }
  }
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
