import type { Failed } from '../report/outcome';
import { jsonStatus, markdownStatus, prettyStatus, specStatus, type SpecStatus } from '../report/status';
import { some } from '../report/tally';
import type { Command } from './arguments';
import { openCache } from './cache';
import { loadConfigs } from './configs';
import { Failure } from './failure';
import { inOrder } from './in-order';
import { findInputs, type Input } from './inputs';
import type { Job } from './job';
import { lastChanged } from './last-changed';
import { done, today, type Ground } from './outcome';
import { streamOutput } from './output';
import { folderOf, from, rootOf, shown } from './paths';
import { openPool } from './pool';
import { readText } from './read';
import { complain, progressOn, wantsColour } from './terminal';
import { workspacesOf } from './workspaces';

interface Read {
  readonly file: string;
  readonly status: SpecStatus;
}

/** Lists how the specs stand. Returns the exit code: 2 where a file could not be read, else 0. Throws a {@link Failure} where there is no spec. */
export async function runStatus({ paths, config, cache, format, colour }: Extract<Command, { name: 'status' }>): Promise<number> {
  const inputs = await findInputs(paths);
  const { read, failed } = await readAll(inputs, config, cache);
  for (const { path, error } of failed) complain(`${path} ${error}`);
  if (!read.length && !failed.length) throw new Failure(`no spec among ${some(inputs.length, 'Markdown file')}; name a file, or list the specs under "specs" in .spec-review.yaml`);
  const specs = await complete(read);
  const text = format === 'json' ? jsonStatus(specs, failed)
    : format === 'markdown' ? markdownStatus(specs, today())
      : prettyStatus(specs, today(), { colour: wantsColour(colour, process.stdout.isTTY) });
  await streamOutput(process.stdout).write(text);
  return failed.length ? 2 : 0;
}

async function readAll(inputs: readonly (Input | Failed)[], config: string | undefined, cache: boolean): Promise<{ read: readonly Read[]; failed: readonly Failed[] }> {
  const files = inputs.flatMap((input) => ('file' in input ? [input.file] : []));
  const configs = await loadConfigs(files, config);
  const ground: StatusGround = { configs, workspaces: workspacesOf(files, configs, undefined), pool: openPool(files.length), cache: cache ? openCache() : undefined };
  const progress = progressOn(process.stderr, inputs.length > 1);
  const read: Read[] = [], failed: Failed[] = [];
  let done = 0;
  try {
    for await (const one of inOrder(inputs, ground.pool.width, async (input) => ('error' in input ? input : readOne(input, ground)))) {
      progress.show(++done, inputs.length, inputs[done - 1]!.path);
      if (one) {
        if ('error' in one) failed.push(one);
        else read.push(one);
      }
    }
  } finally {
    progress.clear();
    await ground.pool.end();
  }
  return { read, failed };
}

type StatusGround = Pick<Ground, 'configs' | 'workspaces' | 'pool' | 'cache'>;

/** Undefined for a file that nobody named and that is no spec. */
async function readOne({ file, path, named }: Input, ground: StatusGround): Promise<Read | Failed | undefined> {
  const { options, isSpec: isListed } = ground.configs.of(file);
  if (!named && isListed === false) return undefined;
  try {
    const text = await readText(file);
    const local = from(rootOf(folderOf(file)), file);
    const job: Job = {
      path, text, own: ground.configs.definitionsOf(file), onlySpec: !named && !isListed, known: undefined, since: undefined, fix: undefined, entry: true,
      options: { ...options, path: local, today: today(), workspace: await ground.workspaces.around(file, text) },
    };
    const { report, entry } = await done(job, ground);
    return report && entry && { file, status: specStatus(entry, path, report) };
  } catch (error) {
    return { path, error: error instanceof Failure ? error.message : `could not be reviewed: ${error instanceof Error ? error.message : String(error)}` };
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
