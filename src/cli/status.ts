import { isSpec } from '../analyzer/is-spec';
import { specEntry } from '../analyzer/spec-entry';
import { reviewer } from '../index';
import type { Failed } from '../report/outcome';
import { jsonStatus, markdownStatus, prettyStatus, specStatus, type SpecStatus } from '../report/status';
import type { Command } from './arguments';
import { loadConfigs, type Configs } from './configs';
import { Failure } from './failure';
import { findInputs, type Input } from './inputs';
import { lastChanged } from './last-changed';
import { today } from './outcome';
import { streamOutput } from './output';
import { folderOf, from, rootOf, shown } from './paths';
import { readText } from './read';
import { complain, progressOn, wantsColour } from './terminal';
import { workspacesOf, type Workspaces } from './workspaces';

interface Read {
  readonly file: string;
  readonly status: SpecStatus;
}

/** Lists how the specs stand. Returns the exit code: 2 where a file could not be read, else 0. Throws a {@link Failure} where there is no spec. */
export async function runStatus({ paths, config, format, colour }: Extract<Command, { name: 'status' }>): Promise<number> {
  const inputs = await findInputs(paths);
  const files = inputs.flatMap((input) => ('file' in input ? [input.file] : []));
  const configs = await loadConfigs(files, config);
  const workspaces = workspacesOf(files, configs, undefined);
  const progress = progressOn(process.stderr, inputs.length > 1);
  const read: Read[] = [], failed: Failed[] = [];
  for (const [i, input] of inputs.entries()) {
    progress.show(i + 1, inputs.length, input.path);
    const one = 'error' in input ? input : await readOne(input, configs, workspaces);
    if (one) ('error' in one ? failed : read).push(one as Read & Failed);
  }
  progress.clear();
  for (const { path, error } of failed) complain(`${path} ${error}`);
  if (!read.length && !failed.length) throw new Failure(`no spec among ${inputs.length} Markdown files; name a file, or list the specs under "specs" in .spec-review.yaml`);
  const specs = await complete(read);
  const text = format === 'json' ? jsonStatus(specs, failed)
    : format === 'markdown' ? markdownStatus(specs, today())
      : prettyStatus(specs, today(), { colour: wantsColour(colour, process.stdout.isTTY) });
  await streamOutput(process.stdout).write(text);
  return failed.length ? 2 : 0;
}

/** Undefined for a file that nobody named and that is no spec. */
async function readOne({ file, path, named }: Input, configs: Configs, workspaces: Workspaces): Promise<Read | Failed | undefined> {
  const { options, isSpec: isListed } = configs.of(file);
  if (!named && isListed === false) return undefined;
  try {
    const text = await readText(file);
    const local = from(rootOf(folderOf(file)), file);
    const own = reviewer(configs.itemsOf(file));
    const review = own.review(text, { ...options, path: local, today: today(), workspace: await workspaces.around(file, text) });
    if (!named && !isListed && !isSpec(own.spec, local)) return undefined;
    return { file, status: specStatus(specEntry(local, own.spec, review.profile, review.stage), path, review) };
  } catch (error) {
    if (error instanceof Failure) return { path, error: error.message };
    throw error;
  }
}

/** With the dates that git knows, and the stages of what each depends on. */
async function complete(read: readonly Read[]): Promise<readonly SpecStatus[]> {
  const byFile = new Map(read.map(({ file, status }) => [file, status]));
  const dates = new Map<string, string>();
  for (const root of new Set(read.map(({ file }) => rootOf(folderOf(file))))) {
    const undated = read.filter(({ file, status }) => !status.changed && rootOf(folderOf(file)) === root).map(({ file }) => file);
    if (undated.length) for (const [file, date] of await lastChanged(root, undated)) dates.set(file, date);
  }
  return read.map(({ file, status }) => {
    const root = rootOf(folderOf(file));
    const date = dates.get(file);
    return {
      ...status,
      changed: status.changed ?? (date === undefined ? null : { date, by: 'git' as const }),
      dependsOn: status.dependsOn.map(({ path }) => ({ path: shown(`${root}/${path}`), stage: byFile.get(`${root}/${path}`)?.stage ?? null })),
    };
  });
}
