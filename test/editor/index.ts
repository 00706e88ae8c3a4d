import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * What the editor calls: runs the tests that lie beside this file and reports each one, as a line of JSON, to the
 * socket named by SPEC_REVIEW_REPORT. An editor's own output holds much else, and goes nowhere on some systems.
 * @throws when a test failed
 */
export async function run(): Promise<void> {
  const report = connect(process.env.SPEC_REVIEW_REPORT!);
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'min', grep: process.env.SPEC_REVIEW_GREP ?? '' });
  mocha.reporter(class {
    constructor(runner: Mocha.Runner) { forward(runner, report); }
  } as never);
  for (const name of readdirSync(__dirname).filter((n) => n.endsWith('.test.js')).sort()) mocha.addFile(join(__dirname, name));
  const failures = await new Promise<number>((resolve) => { mocha.run(resolve); });
  await new Promise<void>((resolve) => { report.end(resolve); });
  if (failures) throw new Error(`${failures} tests failed.`);
}

function forward(runner: Mocha.Runner, report: Socket): void {
  const send = (test: Mocha.Runnable, error?: Error) => {
    report.write(`${JSON.stringify({ suite: test.parent?.fullTitle(), title: test.title, ms: test.duration, error: error && (error.stack ?? String(error)) })}\n`);
  };
  runner.on('pass', (test) => send(test));
  runner.on('fail', (test, error: Error) => send(test, error));
}
