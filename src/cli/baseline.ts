import { existsSync } from 'node:fs';
import { formatBaseline, parseBaseline, staleEntries, updated, type Baseline } from '../report/baseline';
import { Failure } from './failure';
import { absolute, folderOf, from, shown } from './paths';
import { readText } from './read';
import { replaceFile } from './write';

/** A baseline in use, by `--baseline`; files by their absolute path. */
export interface BaselineFile {
  readonly path: string;
  /** What is known to be open in a file; undefined where the baseline does not list it. */
  known(file: string): ReadonlySet<string> | undefined;
  /** Tells what was found in a file that was reviewed. */
  saw(file: string, found: ReadonlySet<string>): void;
  /** What it lists and nothing has any more, one sentence for each file. */
  stale(): readonly string[];
  /** Writes it: shrunk to what is still found, with the files that were new to it. Throws a {@link Failure} where it cannot. */
  update(): Promise<void>;
}

/** Reads the baseline, which may be missing only where it is to be made. Throws a {@link Failure}. */
export async function openBaseline(name: string, isUpdate: boolean): Promise<BaselineFile> {
  const path = absolute(name);
  const baseline = isUpdate && !existsSync(path) ? new Map() : await load(path);
  const seen = new Map<string, ReadonlySet<string>>();
  const key = (file: string): string => from(folderOf(path), file);
  const isGone = (entry: string): boolean => !seen.has(entry) && !existsSync(absolute(entry, folderOf(path)));
  return {
    path,
    known(file) {
      const entries = baseline.get(key(file));
      return entries && new Set(entries);
    },
    saw: (file, found) => void seen.set(key(file), found),
    stale: () => staleEntries(baseline, seen, isGone),
    update: () => replace(path, formatBaseline(updated(baseline, seen, isGone))),
  };
}

async function load(path: string): Promise<Baseline> {
  if (!existsSync(path)) throw new Failure(`the baseline ${shown(path)} does not exist; make it with --update-baseline`);
  const text = await readText(path).catch((error: unknown) => {
    throw error instanceof Failure ? new Failure(`the baseline ${shown(path)} ${error.message}`) : error;
  });
  const baseline = parseBaseline(text);
  if (typeof baseline === 'string') throw new Failure(`the baseline ${shown(path)} ${baseline}`);
  return baseline;
}

const replace = (path: string, text: string): Promise<void> =>
  replaceFile(path, text).catch((error: Error) => { throw new Failure(`the baseline ${shown(path)} ${error.message}`); });
