import { knownRules } from '../checklist/rules';
import { effective } from '../config/effective';
import { parseConfig } from '../config/parse';
import { reviewer } from '../index';
import { formatBaseline } from '../report/baseline';
import { foundIn } from '../report/known';
import { some } from '../report/tally';
import { today } from './outcome';
import { absolute, folderOf, from, rootOf } from './paths';
import { readText } from './read';
import { workspacesOf } from './workspaces';

/** Where a baseline is proposed. */
export const BASELINE_NAME = '.spec-review-baseline.json';
const SHOWN = 10;

export interface ProposedBaseline {
  readonly text: string;
  /** What it hides, as comments for a reader: one line for each file. */
  readonly about: string;
}

/**
 * A baseline in the current folder of all that is open under a proposed config. Undefined where nothing is.
 * @param config the text of the config
 * @param paths of all Markdown files, from the current folder
 */
export async function proposeBaseline(config: string, paths: readonly string[]): Promise<ProposedBaseline | undefined> {
  const parsed = parseConfig(config, '.spec-review.yaml', knownRules).config;
  const settings = new Map(paths.map((path) => [absolute(path), effective([{ config: parsed, path, from: '' }])]));
  const of = (file: string) => settings.get(file)!;
  const workspaces = workspacesOf([...settings.keys()], { of, folderOf: () => absolute('.') }, undefined);
  const known = new Map<string, readonly string[]>();
  for (const path of paths) {
    const file = absolute(path);
    const { options, isSpec } = of(file);
    const text = isSpec ? await readText(file).catch(() => '') : '';
    if (!text.trim()) continue;
    const found = foundIn(reviewer(), { text, options: { ...options, path: from(rootOf(folderOf(file)), file), today: today(), workspace: await workspaces.around(file, text) } });
    if (found.size) known.set(path, [...found]);
  }
  return known.size ? { text: formatBaseline(known), about: describe(known) } : undefined;
}

function describe(known: ReadonlyMap<string, readonly string[]>): string {
  const count = [...known.values()].reduce((sum, entries) => sum + entries.length, 0);
  const files = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  const more = files.length - SHOWN;
  return [
    `# ${BASELINE_NAME}: ${some(count, 'gap')} in ${some(files.length, 'spec')} that --baseline hides until somebody closes them`,
    ...files.slice(0, SHOWN).map(([path, entries]) => `#   ${path}: ${entries.length}`),
    ...(more > 0 ? [`#   and ${some(more, 'more spec')}`] : []),
  ].map((line) => `${line}\n`).join('');
}
