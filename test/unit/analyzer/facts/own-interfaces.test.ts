import assert from 'node:assert/strict';
import { collectFacts } from '../../../../src/analyzer/facts';
import * as grammars from '../../../../src/contracts';
import { checklist, ownInterfaces, reviewer, type OwnItem } from '../../../../src/index';
import { contracts } from '../../../../src/workspace/contracts';
import { at, specOf } from './spec-of';

/** What a document calls its proposal's own, each with where it stands. */
async function told(...lines: string[]): Promise<string[]> {
  const text = lines.join('\n');
  const spec = specOf(text);
  const around = await contracts({ grammars: async () => grammars, files: async () => [], read: async () => undefined }).around('a.md', text);
  return ownInterfaces(collectFacts(spec, 'design', undefined), { specs: [], ...around }).map((one) =>
    [one.from, one.kind, one.name, 'of' in one ? `of ${one.of}` : '', 'type' in one ? one.type : '', 'direction' in one ? one.direction : '', `@${at(spec, one.at)}`].filter(Boolean).join(' '));
}
const fence = (lang: string, ...code: string[]) => [`\`\`\`${lang}`, ...code, '```'];

describe('own events', () => {
  it('are those that the proposal publishes, consumes or adds', async () => {
    assert.deepEqual(await told('# T', '', '## Design', '', 'We publish the `seat.freed` event to the `seats` topic. The desk will consume the `seat.freed` and `seat.held` events.', '', '- Emits the', '  event `SeatLost`.', '- A new topic `late.seats` has three partitions.'), [
      'text event seat.freed publishes @seat.freed', 'text event seats publishes @seats', 'text event seat.held consumes @seat.held', 'text event SeatLost publishes @SeatLost', 'text event late.seats @late.seats',
    ]);
  });

  it('stand in tables, in headings about events, and in AsyncAPI', async () => {
    assert.deepEqual(await told('# T', '', '## Events', '', '| Event | Payload | Direction |', '|---|---|---|', '| `SeatFreed` | id | published |', '| seat.held | id | consumed |', '| None so far | | |', '', '### seat.moved', '', 'The desk emits the `seat.lost` event.', '', ...fence('yaml', 'asyncapi: 2.6.0', 'channels:', '  seat/swapped:', '    publish:', '      message: {}', '  changed:', '    address: seat.changed', 'components: {}')), [
      'table event SeatFreed publishes @`SeatFreed`', 'table event seat.held consumes @seat.held', 'heading event seat.moved @seat.moved', 'text event seat.lost publishes @seat.lost',
      'fence event seat/swapped @seat/swapped', 'fence event seat.changed @seat.changed',
    ]);
  });

  it('are not those of others, of before, or of a state machine', async () => {
    assert.deepEqual(await told('# T', '', '## Background', '', 'We publish the `old.seat` event.', '', '## Design', '', 'The scheduler emits the `FailedScheduling` event. We do not publish the `no.seat` event. We already emit the `seat.freed` event. Senders of a new `seat.sent` event wait.', '', '| Event | Next state |', '|---|---|', '| `seat.freed` | free |', '', '## Alternatives', '', 'We publish the `other.seat` event.', '', 'We publish `seat.report` every day.'), []);
  });
});

describe('own commands', () => {
  it('are those that prose announces, with their flags', async () => {
    assert.deepEqual(await told('# T', '', '## Design', '', 'This adds a new flag `--dry-run` to `ferry queue add`. A new command, `ferry swap --from`, moves a guest.', '', '- Introduce the `--quiet` flag.', '- The desk will support `--colour=never`.', '', '## New command: `ferry leave`', '', 'Leaves.'), [
      'text command-flag --dry-run of ferry queue add @--dry-run', 'text command ferry swap @ferry swap', 'text command-flag --from of ferry swap @--from', 'text command-flag --quiet @--quiet', 'text command-flag --colour @--colour',
      'heading command ferry leave @New command: `ferry leave`',
    ]);
  });

  it('stand in the tables, headings and synopses of a section about the command line', async () => {
    assert.deepEqual(await told('# T', '', '## CLI', '', '| Flag | Default |', '|---|---|', '| `--limit` | 5 |', '| `--old` | deprecated |', '', '### `ferry list`', '', ...fence('sh', '# Joins', 'ferry queue add --sailing ID \\', '  --guest NAME', 'kubectl get pods', 'cd queue')), [
      'table command-flag --limit @`--limit`', 'heading command ferry list @`ferry list`', 'fence command ferry queue add @ferry queue add', 'fence command-flag --sailing of ferry queue add @--sailing', 'fence command-flag --guest of ferry queue add @--guest',
    ]);
  });

  it('are not those of others, of users, of tests, or of a session', async () => {
    assert.deepEqual(await told('# T', '', '## Background', '', 'It adds a new flag `--old`.', '', '## Design', '', 'Users add the `--verbose` flag. It is behind the new feature flag `swap`. The existing command adds the `--now` flag. In the new version, pass the `--then` flag. New `ferry` commands follow.', '', ...fence('sh', 'ferry queue add --sailing ID'), '', '## CLI', '', ...fence('console', '$ ferry queue add --sailing 4', 'added'), '', ...fence('', 'guest@desk:~$ ferry leave', 'left now'), '', ...fence('', 'if err { return err }', 'return nil', '[x] {'), '', '### Examples', '', ...fence('sh', 'ferry queue add --sailing 4'), '', '### Testing', '', ...fence('sh', 'ferry queue check --sailing ID'), '', '## Future work', '', 'We add a new flag `--later`.', '', '## Existing CLI', '', '| Command |', '|---|', '| `ferry old` |'), []);
  });
});

describe('own resource fields', () => {
  it('stand in custom resource definitions, with path and type', async () => {
    assert.deepEqual(await told('# T', '', '## CRD', '', ...fence('yaml', 'kind: CustomResourceDefinition', 'spec:', '  names: { kind: Berth }', '  versions:', '    - name: v1', '      schema:', '        openAPIV3Schema:', '          properties:', '            spec:', '              type: object', '              properties:', '                length: { type: integer }')), [
      'contract resource-field spec of Berth/v1 object @spec', 'contract resource-field spec.length of Berth/v1 integer @length',
    ]);
  });

  it('stand in Go types, each with the path that the types around it give', async () => {
    assert.deepEqual(await told('# T', '', '## API', '', ...fence('go', 'type BerthSpec struct {', '\t// Length is in metres.', '\tLength int32 `json:"length"`', '\t// Existing: who owns it.', '\tOwner string `json:"owner"`', '\tRopes []Rope `json:"ropes,omitempty"`', '\tSecret string `json:"-"`', '}', '', 'type Rope struct {', '\tAge *metav1.Duration `json:"age,omitempty"`', '}', '', 'type BerthStatus struct {', '\tTaken bool `json:"taken"`', '}')), [
      'fence resource-field spec.length of BerthSpec int32 @length', 'fence resource-field spec.ropes of BerthSpec []Rope @ropes', 'fence resource-field spec.ropes[].age of Rope *metav1.Duration @age', 'fence resource-field status.taken of BerthStatus bool @taken',
    ]);
  });

  it('are not those of another section, of what exists, or of a payload; types that hold each other end', async () => {
    const berth = fence('go', 'type BerthSpec struct {', '\tLength int32 `json:"length"`', '}');
    assert.deepEqual(await told('# T', '', '## Implementation', '', ...berth, '', '## Existing API', '', ...berth, '', '## API', '', ...fence('go', 'type Guest struct {', '\tName string `json:"name"`', '}')), []);
    assert.deepEqual((await told('# T', '', '## API', '', ...fence('go', 'type ASpec struct {', '\tB *B `json:"b"`', '}', 'type B struct {', '\tA *ASpec `json:"a"`', '}'))).length, 2);
  });
});

describe('own interfaces', () => {
  it('are in document order, whatever their kind', async () => {
    assert.deepEqual((await told('# T', '', '## Design', '', 'We add a new flag `--fast`. We publish the `seat.freed` event.', '', '### POST /v1/seats', '', 'Joins.')).map((one) => one.split(' ')[1]), ['command-flag', 'event', 'endpoint']);
  });

  it('reach the questions of a team that uses the library', () => {
    const base = checklist[0]!;
    const own: OwnItem = {
      ...base, id: 'team/events', question: 'Who owns each event?', due: (facts) => (ownInterfaces(facts).some(({ kind }) => kind === 'event') ? 'it publishes events' : undefined), notApplicable: () => undefined,
      judge: () => ({ item: 'team/events', state: 'missing', confidence: 1, reason: 'Nobody is named.', evidence: [] }),
    };
    const findings = (text: string) => reviewer([own]).review(text, { profile: 'design' }).findings.filter((one) => one.rule === 'team/events').length;
    assert.deepEqual([findings('# T\n\n## Design\n\nWe publish the `seat.freed` event.\n'), findings('# T\n\n## Design\n\nGuests hold seats.\n')], [1, 0]);
  });

  it('are read in time linear in the text, and bounded', async () => {
    for (const odd of ['new flag `--a` ', 'publish the `a`, `b` and ', 'publishes to the ', '`--', 'json:"a" ', 'a b --c ', 'We publish the `seat.x` event. ', '\tA []A `json:"a"`\n', '\n', '{ '].flatMap((part) => ['', '```go\n//metav1.json:"\ntype ASpec struct {\n', '```go\ntype ASpec struct {\n\tA B `', '```sh\nferry list ID\n', '```yaml\nasyncapi: 3\nchannels:\n '].map((head) => `# T\n\n## CLI API events\n\n${head}${part.repeat(20_000 / part.length)}x`))) {
      const spec = specOf(odd);
      const facts = collectFacts(spec, 'design', undefined);
      const start = performance.now();
      assert.ok(ownInterfaces(facts).length <= 1500);
      assert.ok(performance.now() - start < 100, `${odd.slice(20, 60)}: ${Math.round(performance.now() - start)} ms`);
    }
  });
});
