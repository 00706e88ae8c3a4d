import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileReport } from '../../../src/report/file-report';
import type { Outcome } from '../../../src/report/outcome';
import { jsonReporter } from '../../../src/report/json';
import { review, sample, spec } from './sample';

function report(outcomes: readonly Outcome[]) {
  const reporter = jsonReporter();
  return JSON.parse([reporter.start(), ...outcomes.map((o) => reporter.add(o)), reporter.end()].join(''));
}

describe('JSON report', () => {
  it('names its version and what made it', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(report([]), { version: 1, tool: { name: 'spec-review', version }, files: [] });
  });

  it('gives positions as lines and columns from 1', () => {
    const [file] = report([sample]).files;
    assert.deepEqual(Object.keys(file), ['path', 'profile', 'stage', 'brief', 'coverage', 'findings']);
    assert.deepEqual([file.path, file.profile, file.stage, file.brief], ['specs/refunds.md', 'design', 'in-review', ['infrastructure/rollback', 'api/errors']]);
    assert.deepEqual(file.coverage[0], {
      item: 'api/contract', state: 'covered', confidence: 0.95, reason: 'The section "API" names an operation, with what it takes.',
      evidence: [{ start: { line: 7, column: 1 }, end: { line: 7, column: 6 } }],
    });
    assert.deepEqual(file.coverage[2].closest.start, { line: 15, column: 1 });
    assert.deepEqual(file.findings[0], {
      rule: 'infrastructure/rollback', severity: 'error', priority: 'blocker', message: sample.findings[0]!.message,
      start: { line: 9, column: 4 }, end: { line: 9, column: 12 }, fingerprint: sample.findings[0]!.fingerprint, related: [], fixes: [{ title: 'Insert infrastructure/rollback' }],
    });
    assert.deepEqual(file.findings[2].items, ['delivery/estimates', 'delivery/feedback']);
  });

  it('tells a decision with its place', () => {
    const { decision } = report([sample]).files[0].coverage.at(-1);
    assert.deepEqual(decision, { verb: 'accept', item: 'infrastructure/security', reason: 'pilot only', owner: 'Ana', until: '2027-01-31', start: { line: 3, column: 1 }, end: { line: 3, column: 7 } });
  });

  it('says null for an unknown stage, and goes on after a file that failed', () => {
    const unknown = fileReport(sample.path, { ...review, stage: undefined }, spec);
    const { files } = report([{ path: 'gone.md', error: 'does not exist' }, unknown]);
    assert.deepEqual(files[0], { path: 'gone.md', error: 'does not exist' });
    assert.equal(files[1].stage, null);
  });

  it('lifts no confidence over the border of certainty', () => {
    const [first] = review.coverage;
    const { files } = report([fileReport(sample.path, { ...review, coverage: [{ ...first!, confidence: 0.79999 }] }, spec)]);
    assert.equal(files[0].coverage[0].confidence, 0.799);
  });
});
