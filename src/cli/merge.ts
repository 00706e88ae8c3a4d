import { mergeReports, readReport, type ReadReport } from '../report/merge';
import { count, emptyTally, summary } from '../report/tally';
import type { MergeCommand } from './arguments';
import { exitCode } from './exit-code';
import { Failure } from './failure';
import { reporterFor } from './formats';
import { fileOutput, streamOutput } from './output';
import { absolute } from './paths';
import { readReportText } from './read';
import { complain } from './terminal';

/** Joins JSON reports into one, in any format. Returns the exit code that one run would have had; throws a {@link Failure}. */
export async function runMerge(command: MergeCommand): Promise<number> {
  const reports: ReadReport[] = [];
  for (const name of command.reports) reports.push(await load(name));
  const merged = mergeReports(reports);
  if (typeof merged === 'string') throw new Failure(merged);

  const output = command.output === undefined ? streamOutput(process.stdout) : await fileOutput(command.output, command.reports.map((name) => absolute(name)));
  const reporter = reporterFor(command, [], merged.candidates);
  const tally = emptyTally();
  await output.write(reporter.start());
  for (const outcome of merged.files) {
    count(tally, outcome);
    if ('error' in outcome) complain(`${outcome.path} ${outcome.error}`);
    await output.write(reporter.add(outcome));
  }
  await output.write(reporter.end());
  await output.close();
  if (command.output !== undefined) complain(summary(tally));
  return exitCode(tally, command.failOn);
}

async function load(name: string): Promise<ReadReport> {
  const told = (error: string): Failure => new Failure(`the report ${name} ${error}`);
  const text = await readReportText(absolute(name)).catch((error: unknown) => {
    throw error instanceof Failure ? told(error.message) : error;
  });
  const report = readReport(name, text);
  if (typeof report === 'string') throw told(report);
  return report;
}
