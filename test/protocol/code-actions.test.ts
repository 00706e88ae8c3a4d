import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import type { ItemReview } from '../../src/server/protocol';
import { startInProcess, type TestClient } from './client';
import { ANSWER, THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';

describe('code actions', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const open = async (text: string, options: Parameters<typeof startInProcess>[0] = {}) => {
    client = await startInProcess(options);
    await client.open(SPEC, text);
    return client.pushed(SPEC);
  };
  const item = async (id: string): Promise<ItemReview> => {
    const review = await client.request('specReview/review', { uri: SPEC });
    assert.ok(review?.isSpec);
    return review.items.find((i) => i.item === id)!;
  };
  const named = (actions: readonly CodeAction[], title: RegExp): CodeAction => {
    const action = actions.find((a) => title.test(a.title));
    assert.ok(action, `${title} among ${actions.map((a) => a.title).join(' | ')}`);
    return action;
  };

  for (const [ends, text] of [['Unix', THIN], ['Windows', THIN.replaceAll('\n', '\r\n')]] as const) {
    it(`fill an empty section, which stays reported until it is answered (${ends} line ends)`, async () => {
      const before = await open(text);
      const range = client.find(SPEC, 'Rollback');
      const shown = before.filter((d) => d.code === 'infrastructure/rollback');
      const fill = named(await client.actions(SPEC, range, shown), /questions to answer under "Rollback"/);
      assert.deepEqual([fill.kind, fill.isPreferred, fill.diagnostics], ['quickfix', true, shown]);
      await client.apply(fill.edit!);
      assert.match(client.text(SPEC), /## Rollback\r?\n\r?\nTBD\r?\n\r?\n- TODO: /);
      if (ends === 'Windows') assert.doesNotMatch(client.text(SPEC), /[^\r]\n/);
      const after = await client.pushed(SPEC);
      assert.deepEqual(after.map((d) => d.code), before.map((d) => d.code));
      assert.equal((await item('infrastructure/rollback')).state, 'partial');

      const questions = client.text(SPEC).slice(client.text(SPEC).indexOf('TBD'));
      await client.edit(SPEC, [{ range: client.find(SPEC, questions), newText: ANSWER }]);
      assert.ok(!(await client.pushed(SPEC)).some((d) => d.code === 'infrastructure/rollback'));
      assert.equal((await item('infrastructure/rollback')).state, 'covered');
    });
  }

  it('insert each missing section of a roll-up, where it belongs', async () => {
    const diagnostics = await open(THIN);
    const rollUp = diagnostics.find((d) => /\/\*$/.test(String(d.code)))!;
    const { items } = rollUp.data as { items: string[] };
    const actions = (await client.actions(SPEC, rollUp.range, [rollUp])).filter((a) => a.diagnostics?.[0]?.code === rollUp.code);
    assert.equal(actions.length, items.length);
    await client.apply(actions[0]!.edit!);
    const heading = /"(.*)"/.exec(actions[0]!.title)![1]!;
    assert.ok(client.text(SPEC).includes(`\n\n## ${heading}\n\n- TODO: `), client.text(SPEC));
    assert.ok((await client.pushed(SPEC)).some((d) => d.code === items[0] || (d.data as typeof rollUp.data).items.includes(items[0])));
  });

  it('insert a decision that is reported until it has a reason', async () => {
    await open(THIN);
    await client.apply(named(await client.actions(SPEC, client.find(SPEC, 'Rollback')), /does not apply/).edit!);
    assert.match(client.text(SPEC), /## Rollback\n\n<!-- spec-review: not-applicable infrastructure\/rollback -- why\? -->\n\nTBD/);
    const unused = (await client.pushed(SPEC)).find((d) => d.code === 'decision/unused');
    assert.match(String(unused!.message), /"why\?" is no reason/);
    await client.edit(SPEC, [{ range: client.find(SPEC, 'why?'), newText: 'nothing is deployed' }]);
    const codes = (await client.pushed(SPEC)).map((d) => d.code);
    assert.ok(!codes.includes('decision/unused') && !codes.includes('infrastructure/rollback'));
    assert.equal((await item('infrastructure/rollback')).state, 'not-applicable');
  });

  it('let a client that can ask do so, and record what the author says', async () => {
    await open(THIN, { options: { canAsk: true }, capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
    const accept = named(await client.actions(SPEC, client.find(SPEC, 'Rollback')), /^Accept the gap/);
    assert.equal(accept.edit, undefined);
    assert.equal(accept.command?.command, 'specReview.recordDecision');
    const [request] = accept.command!.arguments as [{ uri: string; item: string; verb: 'accept' }];
    assert.deepEqual(request, { uri: SPEC, item: 'infrastructure/rollback', verb: 'accept' });
    const others = await client.request('specReview/review', { uri: SPEC });
    const edit = await client.request('specReview/decisionEdit', { ...request, reason: 'the pilot ends first', until: '2999-01-31', owner: 'Ana Ruiz' });
    assert.ok(edit?.documentChanges);
    await client.apply(edit);
    await client.pushed(SPEC);
    const after = await client.request('specReview/review', { uri: SPEC });
    assert.ok(others?.isSpec && after?.isSpec);
    const states = (items: readonly ItemReview[]) => items.filter((i) => i.item !== 'infrastructure/rollback').map(({ item: id, state, confident }) => ({ id, state, confident }));
    assert.deepEqual(states(after.items), states(others.items));
    const { state, decision } = await item('infrastructure/rollback');
    assert.equal(state, 'accepted');
    assert.deepEqual({ ...decision, range: undefined }, { verb: 'accept', reason: 'the pilot ends first', until: '2999-01-31', owner: 'Ana Ruiz', range: undefined });
  });

  it('mark a selected answer, most likely question first, and change nothing else', async () => {
    await open(THIN.replace('TBD', 'TBD\n\n## Notes\n\n- We watch the failed exports on the dashboard, and the alert pages the orders team.'));
    const range = client.find(SPEC, 'failed exports on the dashboard, and the alert');
    const answers = (await client.actions(SPEC, range)).filter((a) => a.title.startsWith('The answer is here: '));
    assert.ok(answers.length > 1 && answers.length <= 10);
    assert.equal((await item('infrastructure/observability')).state, 'missing');
    assert.match(answers.slice(0, 3).map((a) => JSON.stringify(a.edit)).join(), /infrastructure\/observability/);
    const observed = answers.find((a) => JSON.stringify(a.edit).includes('infrastructure/observability'))!;
    assert.equal(observed.kind, 'refactor.rewrite');
    await client.apply(observed.edit!);
    assert.match(client.text(SPEC), /## Notes\n\n<!-- spec-review: answered infrastructure\/observability -- in the text below -->\n\n- We watch/);
    const { state, evidence } = await item('infrastructure/observability');
    assert.equal(state, 'covered');
    assert.match(client.at(SPEC, evidence[0]!), /We watch the failed exports/);
    assert.deepEqual((await client.actions(SPEC, { start: range.start, end: range.start })).filter((a) => a.title.startsWith('The answer')), []);
  });

  it('are of the kinds that were asked for', async () => {
    await open(THIN);
    const range = client.find(SPEC, 'Rollback');
    assert.ok((await client.actions(SPEC, range, [], ['quickfix'])).every((a) => a.kind === 'quickfix'));
    assert.ok((await client.actions(SPEC, range, [], ['refactor'])).every((a) => a.kind === 'refactor.rewrite'));
    assert.deepEqual(await client.actions(SPEC, range, [], ['source.fixAll.specReview']), []);
  });

  it('lead to the documentation where the client can show it', async () => {
    await open(THIN, { capabilities: { window: { showDocument: { support: true } } } });
    let shown = '';
    client.connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      shown = uri;
      return { success: true };
    });
    const { command } = named(await client.actions(SPEC, client.find(SPEC, 'Rollback')), /^Explain "Rollback"/);
    await client.connection.sendRequest('workspace/executeCommand', command);
    assert.match(shown, /\/docs\/rules\/infrastructure\/rollback\.md$/);
  });

  it('insert a section on request, in a document that is open only', async () => {
    await open(THIN);
    await client.apply((await client.request('specReview/insertSection', { uri: SPEC, item: 'api/limits' }))!);
    assert.match(client.text(SPEC), /\n\n## Limits\n\n- TODO: /);
    assert.equal(await client.request('specReview/insertSection', { uri: SPEC, item: 'api/nothing' }), null);
    assert.equal(await client.request('specReview/insertSection', { uri: 'file:///project/other.md', item: 'api/limits' }), null);
  });
});
