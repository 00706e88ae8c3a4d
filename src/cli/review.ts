import { isSpec } from '../analyzer/is-spec';
import type { Finding } from '../analyzer/review';
import { checklist, reviewer } from '../index';
import { jsonReporter } from '../report/json';
import type { Failed, Outcome, Reporter } from '../report/outcome';
import { prettyReporter } from '../report/pretty';
import { count, emptyTally, some, summary, type Tally } from '../report/tally';
import type { FailOn, ReviewCommand } from './arguments';
import { loadConfigs, type Configs } from './configs';
import { Failure } from './failure';
import { findInputs, type Input } from './inputs';
import { fileOutput, streamOutput, type Output } from './output';
import { absolute, folderOf, from, rootOf, shown } from './paths';
import { readStream, readText } from './read';
import { complain, progressOn, wantsColour, widthOf } from './terminal';

/** As many files are still shown in full. */
const IN_FULL = 3;
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

function reporterFor({ format, output, colour }: ReviewCommand, files: number): Reporter {
  if (format === 'json') return jsonReporter();
  return prettyReporter({
    items: checklist,
    colour: output === undefined ? wantsColour(colour, process.stdout.isTTY) : colour === true,
    width: widthOf(process.stdout),
    detail: files > IN_FULL ? 'short' : 'full',
  });
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
    return named || configured || isSpec(own.spec, local) ? { path, text, review } : undefined;
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

const AT_LEAST: Readonly<Record<FailOn, readonly Finding['severity'][]>> = {
  error: ['error'], warning: ['error', 'warning'], info: ['error', 'warning', 'info'], never: [],
};

function exitCode({ tally, isStopped }: Run, failOn: FailOn): number {
  if (isStopped) return INTERRUPTED;
  if (tally.failed) return 2;
  return AT_LEAST[failOn].some((severity) => tally.severities[severity] > 0) ? 1 : 0;
}
