import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension/extension';
import { closeAll, findings, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';

// An extension in the web worker shares no objects with tests in the Node host.
(process.env.SPEC_REVIEW_HOST === 'web' ? describe.skip : describe)('the checklist view', () => {
  afterEach(closeAll);

  it('shows every area and question, in words, with places to go to', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    const { checklist } = await vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!.activate();
    const children = async (node?: Parameters<typeof checklist.getTreeItem>[0]) => await checklist.getChildren(node) ?? [];
    const roots = await until('the view has lines', async () => { const found = await children(); return found.length > 0 && found; });
    const areas = roots.filter((n) => n.kind === 'area');
    assert.equal(areas.length, 5);
    const questions = (await Promise.all(areas.map(children))).flat();
    assert.equal(questions.length, 39);
    const rollback = questions.find((n) => n.kind === 'item' && n.item.item === 'infrastructure/rollback')!;
    const line = await checklist.getTreeItem(rollback);
    assert.equal(line.label, 'Rollback');
    assert.match(String(line.description), /^(?:missing|partly answered)$/);
    assert.match(line.accessibilityInformation!.label, /Rollback, .+\?/);
    const problem = questions.find((n) => n.kind === 'item' && n.item.item === 'delivery/problem')!;
    const place = (await children(problem)).find((n) => n.kind === 'place');
    assert.ok(place?.kind === 'place', 'an answered question leads to its answer');
    const { command } = await checklist.getTreeItem(place);
    await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
    await until('the cursor is at the answer', () => vscode.window.activeTextEditor?.selection.active.line === place.range.start.line);
  });

  it('shows only the questions of a state, and the decisions with their reason and date', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    await vscode.commands.executeCommand('specReview.recordDecision', { item: 'infrastructure/rollback', verb: 'accept', reason: 'the pilot ends before', until: '2999-01-31', owner: 'Ana Ruiz' });
    const { checklist } = await vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!.activate();
    const children = async (node?: Parameters<typeof checklist.getTreeItem>[0]) => await checklist.getChildren(node) ?? [];
    const decisions = await until('the decision is shown', async () => (await children()).find((n) => n.kind === 'decisions'));
    const [decision] = await children(decisions);
    const line = await checklist.getTreeItem(decision!);
    assert.equal(line.label, 'Rollback');
    assert.equal(line.description, 'accepted until 2999-01-31, by Ana Ruiz · the pilot ends before');

    const questions = async () => (await Promise.all((await children()).filter((n) => n.kind === 'area').map(children))).flat();
    const counts: number[] = [];
    for (const filter of ['open', 'check', 'answered', 'all']) {
      await vscode.commands.executeCommand('specReview.filterChecklist', filter);
      const shown = await questions();
      counts.push(shown.length);
      const isRollback = (n: (typeof shown)[number]) => n.kind === 'item' && n.item.item === 'infrastructure/rollback';
      assert.equal(shown.some(isRollback), filter === 'answered' || filter === 'all', filter);
    }
    const [open, check, answered, all] = counts as [number, number, number, number];
    assert.equal(all, 39);
    assert.equal(open + check + answered, all);
    assert.ok(open > 0 && answered > 0);
  });

  it('puts what matters most first', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    const { checklist } = await vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!.activate();
    const brief = await until('the view has lines', async () => (await checklist.getChildren())?.[0]);
    assert.equal(brief.kind, 'brief');
    const three = await checklist.getChildren(brief) ?? [];
    assert.ok(three.length > 0 && three.length <= 3);
  });
});
