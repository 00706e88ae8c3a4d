import assert from 'node:assert/strict';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { collectFacts } from '../../../src/analyzer/facts';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';
import { checklist, review, type Profile, type ReviewOptions } from '../../../src/index';

const facts = (text: string) => collectFacts(buildSpec(text, createMarkdownParser().parse(text)), 'design', undefined);
const reported = (text: string, options: ReviewOptions & { profile: Profile }): readonly string[] =>
  review(text, options).findings.flatMap(({ rule, items }) => [...(items ?? []), rule]);

describe('what a document makes due', () => {
  it('comes from what the proposal brings, not from what it mentions', () => {
    const brought = facts('# T\n\nThis adds a ticket cache, and we will deploy a small export worker behind the flag `exports`.\n');
    assert.deepEqual(brought.runtime.map((f) => f.name), ['ticket cache', 'small export worker']);
    assert.deepEqual(brought.flags.map((f) => f.name), ['exports']);
    assert.equal(facts('# T\n\nThe booking service gets `POST /v1/waitlist` and a table.\n').operations[0]?.name, 'POST /v1/waitlist');
    const others = facts('# T\n\nWhen creating a new queue, the user may set a weight. The new operator may be older.\n\nThe `noout` flag stops it. It calls the existing `DELETE /v1/orders/{id}`.\n');
    assert.deepEqual([others.runtime, others.flags, others.operations], [[], [], []]);
    assert.deepEqual(facts('# T\n\nThere will be a new column in the list of orders.\n').schemas, []);
    assert.equal(facts('# T\n\nThe database gets a new column for the weight.\n').schemas.length, 1);
    assert.deepEqual(facts('# T\n\nThe server must ask for a password before it answers `DELETE /v1/orders/{id}`.\n\n- [`GET /v1/orders`](https://harbour.example/api#orders) tells the weight.\n').operations, []);
    assert.deepEqual([...new Set(facts('# T\n\n`PUT /v1/orders/{id}` moves an order. We add `GET /v1/cranes`.\n\nHandler: `GET /v1/berths`\n').operations.map((f) => f.name))], ['PUT /v1/orders/{id}', 'GET /v1/cranes', 'GET /v1/berths']);
    assert.deepEqual(facts('# T\n\nIt needs no database schema migrations. Keys rotate without schema changes of the table.\n').schemas, []);
    assert.deepEqual(facts('# T\n\nThis requires a database schema migration.\n').schemas.map((f) => f.name), ['schema migration']);
    const mentioned = facts('# T\n\nRequests reach the appropriate service while running a stricter queue. Feature flags are read at start. `--format` flag.\n\n```yaml\nkind: Job\n```\n');
    assert.deepEqual([mentioned.runtime, mentioned.flags], [[], []]);
  });

  it('asks a KEP for its owner only where the people stand in the document', () => {
    const body = '# KEP-7: Drain\n\n## Summary\n\nThe field `drain` is added.\n';
    assert.ok(!reported(body, { profile: 'kep' }).includes('delivery/ownership'));
    assert.ok(reported(`---\ntitle: Drain\n---\n\n${body}`, { profile: 'kep' }).includes('delivery/ownership'));
  });

  it('asks for data that is kept, not for messages between programs', () => {
    const spec = (fence: string) => `# Cranes\n\n## API\n\n${fence}\n`;
    assert.ok(!reported(spec('```proto\nmessage Crane {\n  string name = 1;\n}\n```'), { profile: 'design' }).includes('infrastructure/data'));
    assert.deepEqual(facts(spec('```proto\nmessage Crane {\n  string name = 1;\n}\n```')).schemas.map((f) => f.name), ['message Crane']);
  });

  it('asks who may see personal data that is kept, not what is only mentioned', () => {
    const asked = (text: string) => reported(`# Berths\n\n${text}\n`, { profile: 'design', depth: 'thorough' }).includes('infrastructure/security');
    assert.ok(asked('The email address of the captain is stored with the berth.'));
    assert.ok(!asked('The list is sorted by name, then by email address.'));
  });

  it('asks a proposal for acceptance criteria where it sets goals or plans work', () => {
    const spec = '# Berths\n\n## Proposal\n\nThe key is kept.\n\n## Alternatives\n\nNone were found.\n';
    assert.ok(!reported(spec, { profile: 'rfc' }).includes('acceptance/criteria'));
    assert.ok(reported(`${spec}\n## Goals\n\nShips find their berth.\n`, { profile: 'rfc' }).includes('acceptance/criteria'));
    assert.ok(!reported(spec, { profile: 'design' }).includes('acceptance/criteria'));
    assert.ok(reported(`${spec}\n## Goals\n\nShips find their berth.\n`, { profile: 'design' }).includes('acceptance/criteria'));
    assert.ok(reported(spec.replace('The key', 'We add `POST /v1/berths`, and the key'), { profile: 'design' }).includes('acceptance/criteria'));
  });

  it('asks what others implement for what is on the wire, not for running it', () => {
    const spec = (title: string, end = '') => `# ${title}\n\n## Proposal\n\nWe add \`POST /v1/berths\`, behind the flag \`berths\`.\n\n## Goals\n\nShips find their berth.\n${end}`;
    const asked = (text: string) => reported(text, { profile: 'rfc', depth: 'thorough' });
    const running = ['infrastructure/rollback', 'acceptance/criteria', 'acceptance/test-plan', 'scalability/load'];
    for (const standard of [spec('MSC12: Berths'), spec('RFC 12: Berths', '\n## Implementations\n\n- Harbour\n')]) {
      assert.deepEqual(running.filter((id) => asked(standard).includes(id)), []);
      assert.ok(asked(standard).includes('api/errors'));
    }
    assert.deepEqual(running.filter((id) => !asked(spec('RFC 12: Berths')).includes(id)), []);
  });

  it('asks a request for comments for non-goals beside its goals only', () => {
    const { due } = checklist.find(({ id }) => id === 'acceptance/non-goals')!;
    const asked = (text: string, profile: Profile) => due!({ ...facts(`# Berths\n\n## Motivation\n\nShips wait.\n\n${text}`), profile });
    assert.equal(asked('## Goals\n\nShips find their berth.\n', 'rfc'), 'it sets goals');
    assert.equal(asked('## Drawbacks\n\nIt costs a crane.\n', 'rfc'), undefined);
    assert.ok(asked('', 'design'));
  });

  it('takes a queue without a name, and an object in an existing server, for nothing that runs', () => {
    const asked = (text: string) => reported(`# Berths\n\n${text}\n`, { profile: 'design', depth: 'thorough' }).includes('scalability/load');
    assert.ok(!asked('We add a queue.'));
    assert.ok(!asked('```yaml\nkind: CustomResourceDefinition\n```'));
    assert.ok(asked('We add a berth queue.'));
  });

  it('names the cause by its name, where it has one', () => {
    const asked = review('# Cranes\n\nWe add a new endpoint for cranes: `POST /v1/cranes`. The flag `alpha` is older.\n', { profile: 'design' }).findings.map(({ message }) => message).join('\n');
    assert.match(asked, /it adds “POST \/v1\/cranes” and 1 more/);
    assert.doesNotMatch(asked, /“alpha”/);
  });

  it('asks for a plan where work was taken up or something is brought', () => {
    const asked = (text: string) => reported(`# Berths\n\n${text}\n`, { profile: 'design' }).includes('delivery/plan');
    assert.ok(asked('Status: draft\n\nThe key is kept.'));
    assert.ok(asked('We add `POST /v1/berths`.'));
    assert.ok(!asked('A berth is kept free for an hour.'));
  });

  it('asks nobody for open questions who says that there are none', () => {
    const asked = (text: string) => reported(`# Berths\n\n## Open questions\n\n${text}\n`, { profile: 'design' }).includes('delivery/open-questions');
    assert.ok(asked('TBD'));
    assert.ok(!asked('N/A'));
    assert.ok(!reported('# Berths\n\nStatus: draft\n\nA berth is kept free.\n', { profile: 'design', depth: 'thorough' }).includes('delivery/open-questions'));
  });

  it('asks for estimates where the work is cut into steps', () => {
    const plan = '## Implementation plan\n\n1. Build the crane.\n2. Move the crane.\n';
    assert.ok(reported(`# Cranes\n\n${plan}`, { profile: 'design' }).includes('delivery/estimates'));
    assert.ok(!reported('# Cranes\n\n## Design\n\nA crane moves one box.\n', { profile: 'design' }).includes('delivery/estimates'));
  });

  it('asks nobody for documentation that is ticked off, nor for a decision that stands in the pull request that is named', () => {
    const spec = (box: string) => `# Cranes\n\n- ${box} User-facing documentation has been created\n\n## Design\n\nWe add \`POST /v1/cranes\`.\n`;
    assert.ok(reported(spec('[ ]'), { profile: 'kep' }).includes('delivery/documentation'));
    assert.ok(!reported(spec('[x]'), { profile: 'kep' }).includes('delivery/documentation'));
    const decided = (field: string) => `# Cranes\n\n- Status: Accepted\n${field}\n## Design\n\nA crane moves one box.\n`;
    assert.ok(reported(decided(''), { profile: 'rfc' }).includes('delivery/decision'));
    assert.ok(!reported(decided('- RFC Pull Request: [cranes#12](https://harbour.example/12)\n'), { profile: 'rfc' }).includes('delivery/decision'));
  });

  it('asks for tests where software is specified', () => {
    assert.ok(reported('# Sorting\n\nThe list is sorted by `name`, then by `age`.\n', { profile: 'design' }).includes('acceptance/test-plan'));
    assert.ok(!reported('# How we meet\n\nWe write the minutes with `minutes` and send them with `minutes`.\n', { profile: 'design' }).includes('acceptance/test-plan'));
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
