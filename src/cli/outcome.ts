import { isSpec } from '../analyzer/is-spec';
import type { Review, ReviewOptions } from '../analyzer/review';
import { fixSafely } from '../analyzer/safe-fixes';
import { reviewer } from '../index';
import { fileReport } from '../report/file-report';
import { foundIn, reviewWithout } from '../report/known';
import type { Outcome } from '../report/outcome';
import type { BaselineFile } from './baseline';
import type { Configs } from './configs';
import { Failure } from './failure';
import type { Input } from './inputs';
import { folderOf, from, rootOf } from './paths';
import { readStream, readText } from './read';
import type { Before } from './since';
import { rewrite } from './write';

/** What a file's review goes by, beside the file. */
export interface Ground {
  readonly configs: Configs;
  /** Whether the text comes on standard input. */
  readonly isStdin: boolean;
  /** With `--since`: what a file was before the change. */
  readonly before: ((file: string) => Promise<Before>) | undefined;
  readonly baseline: BaselineFile | undefined;
  /** With `--fix`: whether files are written, and who is told of the fixes of each. */
  readonly fix?: { readonly writes: boolean; told(path: string, titles: readonly string[]): void } | undefined;
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

async function review({ file, path, named }: Input, { configs, isStdin, before, baseline, fix }: Ground): Promise<Outcome | undefined> {
  const source = isStdin ? await readStream(process.stdin) : await readText(file);
  if (!source.trim()) return { path, error: 'is empty' };
  const earlier = await before?.(file);
  if (earlier === 'unchanged') return undefined;
  const { options: configured, isSpec: isListed } = configs.of(file);
  const options: ReviewOptions = { ...configured, path: from(rootOf(folderOf(file)), file), today: today() };
  const own = reviewer(configs.itemsOf(file));
  const whole = own.review(source, options);
  if (!named && !isListed && !isSpec(own.spec, options.path!)) return undefined;

  const known = new Set(baseline?.known(file));
  if (typeof earlier === 'object') for (const entry of foundIn(own, { text: earlier.text, options })) known.add(entry);
  const shownOf = (text: string): Review => (known.size ? reviewWithout(own, { text, options }, known) : own.review(text, options));
  const fixed = fix && fixSafely(source, (text) => shownOf(text).findings);
  if (fix?.writes && fixed?.titles.length) await rewrite(file, source, fixed.text);
  if (fixed?.titles.length) fix?.told(path, fixed.titles);

  const text = fix?.writes ? fixed!.text : source;
  baseline?.saw(file, foundIn(own, { text, options }));
  const shown = fixed || known.size ? shownOf(text) : whole;
  return { ...fileReport(path, shown, own.spec), text };
}

/** Where the user is: an acceptance ends with that day, not with one on another continent. */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
