import { isSpec } from '../analyzer/is-spec';
import type { Severity } from '../analyzer/item';
import { reviewer } from '../index';
import { fails, type FailOn } from '../report/fail-on';
import { fileReport } from '../report/file-report';
import type { Failed, Outcome } from '../report/outcome';
import { count, emptyTally, some, summary, type Tally } from '../report/tally';
import type { ReviewCommand } from './arguments';
import { loadConfigs, type Configs } from './configs';
import { Failure } from './failure';
import { reporterFor } from './formats';
import { findInputs, type Input } from './inputs';
import { fileOutput, streamOutput, type Output } from './output';
import { absolute, folderOf, from, rootOf, shown } from './paths';
import { readStream, readText } from './read';
import { complain, progressOn } from './terminal';

const INTERRUPTED = 130;

/**
 * Reviews what the arguments name, one file after another, and writes the report. Returns the exit code; throws a
 * {@link Failure} where nothing can be reviewed.
 */
export async function runReview(command: ReviewCommand): Promise<number> {
  const inputs = command.stdin ? [standardInput(command)] : await findInputs(command.paths);
  const files = inputs.flatMap((input) => ('file' in input ? input.file : []));
  const configs = await loadConfigs(files, command.config);
  const wanted = inputs.filter((input) => 'error' in input || input.named || configs.of(input.file).isSpec !== false);
  const output = command.output === undefined ? streamOutput(process.stdout) : await fileOutput(command.output, [...files, ...configs.files]);

  const run = await reviewAll(wanted, configs, command, output);
  await output.close();
  if (run.isStopped) complain(`stopped: ${run.tally.files} of ${some(wanted.length, 'file')} reviewed`);
  else if (run.tally.files + run.tally.failed === 0) throw new Failure(nothingFound(inputs.length));
  else if (command.output !== undefined) complain(summary(run.tally));
  return exitCode(run, command.failOn);
}

function standardInput({ stdinFilename = 'standard-input.md' }: ReviewCommand): Input {
  const file = absolute(stdinFilename);
  return { file, path: shown(file, stdinFilename), named: true };
}

interface Run {
  readonly tally: Tally;
  readonly isStopped: boolean;
}

async function reviewAll(inputs: readonly (Input | Failed)[], configs: Configs, command: ReviewCommand, output: Output): Promise<Run> {
  const tally = emptyTally();
  const progress = progressOn(process.stderr, command.progress && inputs.length > 1);
  const reporter = reporterFor(command, inputs.length);
  let isStopped = false;
  // Asked once to stop, it ends the report; asked twice, the process ends as any other.
  process.once('SIGINT', () => { isStopped = true; });
  await output.write(reporter.start());
  for (const [i, input] of inputs.entries()) {
    if (isStopped || output.isClosed) break;
    progress.show(i + 1, inputs.length, input.path);
    const outcome = 'error' in input ? input : await outcomeOf(input, configs, command.stdin);
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

/** Undefined for a file that nobody named and that is no spec. */
async function outcomeOf({ file, path, named }: Input, configs: Configs, isStdin: boolean): Promise<Outcome | undefined> {
  try {
    const text = isStdin ? await readStream(process.stdin) : await readText(file);
    if (!text.trim()) return { path, error: 'is empty' };
    const { options, isSpec: configured } = configs.of(file);
    const local = from(rootOf(folderOf(file)), file);
    const own = reviewer(configs.itemsOf(file));
    const review = own.review(text, { ...options, path: local, today: today() });
    return named || configured || isSpec(own.spec, local) ? { ...fileReport(path, review, own.spec), text } : undefined;
  } catch (error) {
    if (error instanceof Failure) return { path, error: error.message };
    return { path, error: `could not be reviewed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Where the user is: an acceptance ends with that day, not with one on another continent. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const nothingFound = (candidates: number): string =>
  `no spec among ${some(candidates, 'Markdown file')}; name a file to review it anyway, or list the specs under "specs" in .spec-review.yaml`;

function exitCode({ tally, isStopped }: Run, failOn: FailOn): number {
  if (isStopped) return INTERRUPTED;
  if (tally.failed) return 2;
  const failing = (Object.keys(tally.severities) as Severity[]).some((severity) => tally.severities[severity] > 0 && fails(severity, failOn));
  return failing ? 1 : 0;
}
