import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTED, DRAFT, folder, run, useProgram } from './cli';
import { git, repository } from './git';

const NEEDS = ACCEPTED.replace('Status: accepted', 'Status: accepted\n\nDecider: Ana Ruiz\n\nApprovers: Kim Lee, Sam Roe').replace('## Goals', 'This depends on [orders](../orders.md).\n\n## Goals');

describe('status', function () {
  this.timeout(60_000);
  useProgram();

  it('lists each spec with stage, people, blockers, age and what it depends on; what waits for a decision first', () => {
    const root = repository({ 'docs/refunds.md': NEEDS, 'orders.md': DRAFT.replace('Status: draft', 'Status: draft\n\nUpdated: 2020-02-03'), 'README.md': '# Shop\n\nInstall with make.\n' });
    writeFileSync(join(root, 'README.md'), '# Shop\n\nRun make.\n');
    git(root, 'commit', '-q', '-a', '-m', 'later', '--date', '2019-01-01T00:00:00');
    const { code, out, errors } = run(root, ['status', '--format', 'json']);
    assert.deepEqual({ code, errors }, { code: 0, errors: [] });
    const { specs } = JSON.parse(out);
    const [orders, refunds] = specs;
    assert.deepEqual([orders.path, orders.stage, orders.changed, orders.dependsOn], ['orders.md', 'draft', { date: '2020-02-03', by: 'document' }, []]);
    assert.deepEqual([refunds.path, refunds.stage, refunds.deciders, refunds.approvers, refunds.dependsOn],
      ['docs/refunds.md', 'accepted', ['Ana Ruiz'], ['Kim Lee', 'Sam Roe'], [{ path: 'orders.md', stage: 'draft' }]]);
    assert.equal(refunds.changed.by, 'git');
    assert.match(refunds.changed.date, /^\d{4}-\d{2}-\d{2}$/);
    const review = JSON.parse(run(root, ['docs/refunds.md', '--format', 'json']).out).files[0];
    assert.ok(refunds.blockers.length > 0);
    assert.deepEqual(refunds.blockers, review.findings.filter((f: { priority: string }) => f.priority === 'blocker').map((f: { rule: string }) => f.rule));
    assert.equal(specs.length, 2);

    const pretty = run(root, ['status']).out;
    assert.match(pretty, /^orders\.md {2}Refund links design\n {2}draft · .* · changed \d+ years ago \(2020-02-03\)\n/);
    assert.match(pretty, /\n {2}decider Ana Ruiz · approvers Kim Lee, Sam Roe\n {2}depends on orders\.md \(draft\)\n/);
    assert.match(pretty, /\n2 specs; .*with open blockers\.\n$/);
    assert.match(run(root, ['status', '--format', 'markdown']).out, /\n\| \[Refund links design\]\(docs\/refunds\.md\) \| accepted \| Ana Ruiz \| Kim Lee, Sam Roe \| \d/);
  });

  it('needs no git, and says what is wrong', () => {
    const root = folder({ 'docs/refunds.md': NEEDS });
    assert.equal(JSON.parse(run(root, ['status', '--format', 'json']).out).specs[0].changed, null);
    assert.deepEqual(run(root, ['status', 'docs', 'gone.md', '--format', 'json']).errors, ['gone.md does not exist']);
    assert.deepEqual(run(root, ['status', '--format', 'sarif']), { code: 2, out: '', errors: ['--format of status must be pretty, json or markdown, not "sarif"'] });
    assert.equal(run(folder({ 'README.md': '# Shop\n\nRun make.\n' }), ['status']).code, 2);
  });

  it('and a review see the other documents, in every part of a run', () => {
    const root = folder({ 'docs/refunds.md': NEEDS, 'orders.md': DRAFT });
    const rules = (...args: string[]) => JSON.parse(run(root, ['--format', 'json', ...args]).out).files.flatMap((file: { findings: { rule: string; message: string }[] }) => file.findings.filter((f) => f.rule === 'consistency/unsettled-dependency').map((f) => f.message));
    const told = ['This document is accepted and depends on orders.md, which is a draft (“draft”); settle that one first, or say why this one does not wait.'];
    assert.deepEqual(rules('.'), told);
    assert.deepEqual(rules('docs/refunds.md'), told);
    assert.deepEqual([...rules('.', '--shard', '1/2'), ...rules('.', '--shard', '2/2')], told);
  });
});
