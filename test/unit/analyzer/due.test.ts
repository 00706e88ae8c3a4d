import assert from 'node:assert/strict';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { collectFacts } from '../../../src/analyzer/facts';
import { createMarkdownParser } from '../../../src/analyzer/markdown';
import { review, type Profile, type ReviewOptions } from '../../../src/index';

const facts = (text: string) => collectFacts(buildSpec(text, createMarkdownParser().parse(text)), 'design', undefined);
const reported = (text: string, options: ReviewOptions & { profile: Profile }): readonly string[] =>
  review(text, options).findings.flatMap(({ rule, items }) => [...(items ?? []), rule]);

describe('what a document makes due', () => {
  it('comes from what the proposal brings, not from what it mentions', () => {
    const brought = facts('# T\n\nThis adds a ticket cache, and we will deploy a small export worker behind the flag `exports`.\n');
    assert.deepEqual(brought.runtime.map((f) => f.name), ['ticket cache', 'small export worker']);
    assert.deepEqual(brought.flags.map((f) => f.name), ['exports']);
    const others = facts('# T\n\nWhen creating a new queue, the user may set a weight. The new operator may be older.\n\nThe `noout` flag stops it. It calls the existing `DELETE /v1/orders/{id}`.\n');
    assert.deepEqual([others.runtime, others.flags, others.operations], [[], [], []]);
    assert.deepEqual(facts('# T\n\nThere will be a new column in the list of orders.\n').schemas, []);
    assert.equal(facts('# T\n\nThe database gets a new column for the weight.\n').schemas.length, 1);
    const mentioned = facts('# T\n\nRequests reach the appropriate service while running a stricter queue. Feature flags are read at start. `--format` flag.\n\n```yaml\nkind: Job\n```\n');
    assert.deepEqual([mentioned.runtime, mentioned.flags], [[], []]);
  });

  it('asks a KEP for its owner only where the people stand in the document', () => {
    const body = '# KEP-7: Drain\n\n## Summary\n\nThe field `drain` is added.\n';
    assert.ok(!reported(body, { profile: 'kep' }).includes('delivery/ownership'));
    assert.ok(reported(`---\ntitle: Drain\n---\n\n${body}`, { profile: 'kep' }).includes('delivery/ownership'));
  });

  it('asks for tests where software is specified', () => {
    assert.ok(reported('# Sorting\n\nThe list is sorted by `name`.\n', { profile: 'design' }).includes('acceptance/test-plan'));
    assert.ok(!reported('# How we meet\n\nWe meet on Mondays and take notes in `docs/notes`.\n', { profile: 'design' }).includes('acceptance/test-plan'));
  });

  it('leaves finished work alone but for what could still do harm', () => {
    const spec = (status: string) => `# Move orders\n\nStatus: ${status}\n\n## Design\n\nWe deploy an order worker that calls \`POST /v1/orders\`.\n`;
    assert.ok(reported(spec('in review'), { profile: 'design' }).includes('acceptance/goals'));
    const done = reported(spec('implemented'), { profile: 'design' });
    assert.ok(!done.includes('acceptance/goals') && done.includes('infrastructure/rollback'), done.join(' '));
  });

  it('lets a configuration ask all the same', () => {
    assert.ok(reported('# A\n\nStatus: implemented\n\nText on `a`.\n', { profile: 'design', rules: { 'acceptance/goals': 'warning' } }).includes('acceptance/goals'));
  });
});
