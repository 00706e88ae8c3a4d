import { some } from './tally';

/**
 * Findings that were there before anyone looked, by file: what `--baseline` hides. Paths are relative to the folder of
 * the baseline, with `/`; an entry is what a finding is known by, see `identities`.
 */
export type Baseline = ReadonlyMap<string, readonly string[]>;

const VERSION = 1;

/** Reads a baseline. Returns the end of a sentence that starts with its name where it is none. */
export function parseBaseline(text: string): Baseline | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!isRecord(data) || !('version' in data)) return 'is not a baseline: it has no "version"';
  if (data['version'] !== VERSION) return `is of version ${JSON.stringify(data['version'])}, and this program reads version ${VERSION}; delete it and make it anew with --update-baseline`;
  const files = data['files'];
  if (!isRecord(files)) return 'is not a baseline: "files" must map paths to lists of findings';
  const wrong = Object.keys(files).find((path) => !isListOfTexts(files[path]));
  if (wrong !== undefined) return `is not a baseline: "${wrong}" must be a list of texts`;
  return new Map(Object.entries(files) as [string, string[]][]);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOfTexts = (value: unknown): boolean => Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** The text of a baseline: sorted, an entry a line, so that a change to it reads well. */
export function formatBaseline(baseline: Baseline): string {
  const files = [...baseline].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, entries]) => [path, [...entries].sort()]);
  return `${JSON.stringify({ version: VERSION, files: Object.fromEntries(files) }, null, 2)}\n`;
}

/**
 * The baseline after a run: of files that it lists, what is still found and nothing else; files that it does not list
 * with all of their findings; without files that are gone.
 * @param seen what was found in each file that was reviewed
 */
export function updated(baseline: Baseline, seen: ReadonlyMap<string, ReadonlySet<string>>, isGone: (path: string) => boolean): Baseline {
  const kept = [...baseline].filter(([path]) => !isGone(path)).map(([path, entries]): [string, readonly string[]] => {
    const found = seen.get(path);
    return [path, found ? entries.filter((entry) => found.has(entry)) : entries];
  });
  const added = [...seen].filter(([path]) => !baseline.has(path)).map(([path, found]): [string, readonly string[]] => [path, [...found]]);
  return new Map([...kept, ...added]);
}

/** What the baseline lists and nothing has any more, one sentence for each file. */
export function staleEntries(baseline: Baseline, seen: ReadonlyMap<string, ReadonlySet<string>>, isGone: (path: string) => boolean): string[] {
  return [...baseline].flatMap(([path, entries]) => {
    if (isGone(path)) return [`${path} is in the baseline and no longer exists; remove it with --update-baseline`];
    const found = seen.get(path);
    const stale = found ? entries.filter((entry) => !found.has(entry)) : [];
    const rules = [...new Set(stale.map((entry) => entry.replace(/#.*/, '')))];
    return stale.length ? [`${path} no longer has ${some(stale.length, 'finding')} of the baseline (${rules.join(', ')}); remove ${stale.length === 1 ? 'it' : 'them'} with --update-baseline`] : [];
  });
}
