import assert from 'node:assert/strict';
import { items } from '../../../src/checklist';
import type { Outcome } from '../../../src/report/outcome';
import { prettyReporter, type PrettyOptions } from '../../../src/report/pretty';
import { golden } from '../../golden/golden';
import { sample } from './sample';

function report(outcomes: readonly Outcome[], options: Partial<PrettyOptions> = {}): string {
  const reporter = prettyReporter({ items, colour: false, width: 96, detail: 'full', ...options });
  return [reporter.start(), ...outcomes.map((o) => reporter.add(o)), reporter.end()].join('');
}

describe('pretty report', () => {
  it('opens with what matters, and ends with what is answered well', () => golden('pretty-full.txt', report([sample])));

  it('is short for each of many files, and counts those that failed', () => {
    const other = { ...sample, path: 'specs/other.md', stage: null, findings: [], brief: [] };
    golden('pretty-short.txt', report([sample, { path: 'gone.md', error: 'does not exist' }, other], { detail: 'short' }));
  });

  it('keeps to the width of the terminal', () => {
    for (const width of [60, 80, 120]) {
      for (const line of report([sample], { width }).split('\n').slice(0, -2)) assert.ok(line.length <= width, line);
    }
  });

  it('colours only when asked to, and passes on no escape of the document', () => {
    const escape = /\u001b/;
    assert.doesNotMatch(report([{ ...sample, path: 'a\u001b[2J.md' }]), escape);
    const coloured = report([{ ...sample, path: 'a\u001b[2J.md' }], { colour: true });
    assert.match(coloured, escape);
    assert.doesNotMatch(coloured, /\u001b(?!\[\d+m)/);
  });
});
