import type { Outcome, Reporter } from '../../../src/report/outcome';
import { sample } from './sample';

export const render = (reporter: Reporter, outcomes: readonly Outcome[]): string =>
  [reporter.start(), ...outcomes.map((o) => reporter.add(o)), reporter.end()].join('');

/** A report on a document that tries to break out of every format, in all that it can put into one. */
const HOSTILE = 'a%0A::error::x,b:"c"\'</script><img src=x onerror=alert(1)>]]> & `code` [link](http://x) | @team #12 \u0000\u0007\ud800\ufffe\u202e\r\n::error::injected';

export const hostile: Outcome = {
  ...sample,
  path: `specs/${HOSTILE}.md`,
  text: sample.text!.replaceAll('TBD', HOSTILE),
  coverage: sample.coverage.map((c) => ({ ...c, reason: HOSTILE, ...(c.decision && { decision: { ...c.decision, owner: HOSTILE, reason: HOSTILE } }) })),
  findings: sample.findings.map((f) => ({ ...f, message: HOSTILE, related: [{ message: HOSTILE, start: f.start, end: f.end }] })),
};

export const failed: Outcome = { path: 'gone & "lost".md', error: 'is a broken link to "<nowhere>"' };
