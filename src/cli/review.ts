import type { Failed } from '../report/outcome';
import { shardOf, type Shard } from '../report/shard';
import { count, emptyTally, some, summary, type Tally } from '../report/tally';
import type { ReviewCommand } from './arguments';
import { openBaseline, type BaselineFile } from './baseline';
import { loadConfigs } from './configs';
import { exitCode } from './exit-code';
import { fixLog } from './fix-log';
import { Failure } from './failure';
import { reporterFor } from './formats';
import { inOrder } from './in-order';
import { findInputs, type Input } from './inputs';
import { outcomeOf, type Ground } from './outcome';
import { fileOutput, streamOutput, type Output } from './output';
import { absolute, shown } from './paths';
import { openPool } from './pool';
import { complain, progressOn } from './terminal';
import { workspacesOf } from './workspaces';

const INTERRUPTED = 130;

/**
 * Reviews what the arguments name, and writes the report in their order. Returns the exit code; throws a
 * {@link Failure} where nothing can be reviewed.
 */
export async function runReview(command: ReviewCommand): Promise<number> {
  const found = command.stdin ? [standardInput(command)] : await findInputs(command.paths);
  const inputs = command.onlySpecs ? found.map((input) => ('file' in input ? { ...input, named: false } : input)) : found;
  const files = inputs.flatMap((input) => ('file' in input ? input.file : []));
  const configs = await loadConfigs(files, command.config);
  const all = inputs.filter((input) => 'error' in input || input.named || configs.of(input.file).isSpec !== false);
  const shard = command.shard && { ...command.shard, candidates: all.length };
  const wanted = shard ? shardOf(all, shard) : all;
  const since = command.since === undefined ? undefined : await (await import('./since')).changesSince(command.since, files);
  const workspaces = workspacesOf(files, configs, since);
  const baseline = command.baseline === undefined ? undefined : await openBaseline(command.baseline, command.updateBaseline);
  const read = [...files, ...configs.files, ...(baseline ? [baseline.path] : [])];
  const output = command.output === undefined ? streamOutput(process.stdout) : await fileOutput(command.output, read);

  const fixes = command.fix && fixLog(command.fix === 'write');
  const pool = openPool(wanted.length);
  const cache = command.cache ? (await import('./cache')).openCache() : undefined;
  const run = await reviewAll(wanted, { configs, isStdin: command.stdin, workspaces, since, baseline, fix: fixes, draws: command.format === 'html', pool, cache }, command, output, shard).finally(pool.end);
  await output.close();
  if (fixes) complain(fixes.summary());
  if (run.isStopped) {
    complain(`stopped: ${run.tally.files} of ${some(wanted.length, 'file')} reviewed`);
    return INTERRUPTED;
  }
  if (run.tally.files + run.tally.failed > 0) {
    if (command.output !== undefined) complain(summary(run.tally));
  } else if (command.since !== undefined) complain(`no spec changed since ${command.since}`);
  else if (command.onlySpecs) complain(`no spec among ${some(inputs.length, 'Markdown file')}`);
  else if (!shard) throw new Failure(nothingFound(inputs.length));
  const isStale = baseline ? await settle(baseline, command) : false;
  return exitCode(run.tally, command.failOn) || Number(isStale);
}

/** Brings the baseline up to date where that is asked for, else tells what is stale in it; returns whether that fails the run. */
async function settle(baseline: BaselineFile, { updateBaseline, failOn }: ReviewCommand): Promise<boolean> {
  if (updateBaseline) {
    await baseline.update();
    return false;
  }
  const stale = baseline.stale();
  stale.forEach(complain);
  return stale.length > 0 && failOn !== 'never';
}

function standardInput({ stdinFilename = 'standard-input.md' }: ReviewCommand): Input {
  const file = absolute(stdinFilename);
  return { file, path: shown(file, stdinFilename), named: true };
}

interface Run {
  readonly tally: Tally;
  readonly isStopped: boolean;
}

async function reviewAll(inputs: readonly (Input | Failed)[], ground: Ground, command: ReviewCommand, output: Output, shard: Shard | undefined): Promise<Run> {
  const tally = emptyTally();
  const progress = progressOn(process.stderr, command.progress && inputs.length > 1);
  const reporter = reporterFor(command, ground.configs.items, shard?.candidates ?? inputs.length, shard);
  let isStopped = false;
  // Asked once to stop, it ends the report; asked twice, the process ends as any other.
  process.once('SIGINT', () => { isStopped = true; });
  await output.write(reporter.start());
  let done = 0;
  for await (const outcome of inOrder(inputs, ground.pool.width, async (input) => ('error' in input ? input : outcomeOf(input, ground)))) {
    if (isStopped || output.isClosed) break;
    progress.show(++done, inputs.length, inputs[done - 1]!.path);
    if (!outcome) continue;
    count(tally, outcome);
    progress.clear();
    if ('error' in outcome) complain(`${outcome.path} ${outcome.error}`);
    await output.write(reporter.add(outcome));
  }
  progress.clear();
  await output.write(reporter.end());
  return { tally, isStopped };
}

const nothingFound = (candidates: number): string =>
  `no spec among ${some(candidates, 'Markdown file')}; name a file to review it anyway, or list the specs under "specs" in .spec-review.yaml`;
