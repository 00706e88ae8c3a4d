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
