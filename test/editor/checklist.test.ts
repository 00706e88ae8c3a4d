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

  it('shows the spec of the active editor and nothing where none is open, in order of weight, with what is answered well and how many gaps there are', async () => {
    const { checklist, frame } = await vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!.activate();
    const children = async (node?: Parameters<typeof checklist.getTreeItem>[0]) => await checklist.getChildren(node) ?? [];
    assert.deepEqual(await until('nothing is shown without a spec', async () => { const found = await children(); return found.length === 0 && found; }), []);
    assert.equal(frame.badge, undefined);
    const { document } = await show(SPEC);
    await findings(document.uri);
    const shown = async () => (await children()).flatMap((n) => (n.kind === 'area' ? [n] : []));
    await until('it is that of the active document', async () => (await shown())[0]?.shown.review.uri === document.uri.toString());
    const infrastructure = (await shown()).find(({ area }) => area === 'infrastructure')!;
    const lines = await Promise.all((await children(infrastructure)).map((node) => checklist.getTreeItem(node)));
    const isGap = lines.map(({ contextValue }) => contextValue === 'gap');
    assert.ok(isGap.includes(true) && isGap.includes(false));
    assert.ok(isGap.lastIndexOf(true) < isGap.indexOf(false), lines.map(({ label, contextValue }) => `${String(label)} ${contextValue}`).join());
    const well = (await children()).find(({ kind }) => kind === 'well')!;
    const best = await Promise.all((await children(well)).map((node) => checklist.getTreeItem(node)));
    assert.ok(best.length > 0 && best.length <= 3 && best.every(({ command, description }) => command && description));
    assert.equal(frame.badge!.value, (await shown())[0]!.shown.review.summary.open);
    assert.match(frame.description!, /^\d+ of 39$/);

    await show('docs/design-refunds.md');
    await until('it follows the editor', async () => (await shown())[0]?.shown.review.uri.endsWith('design-refunds.md'));
    await show('README.md');
    await until('it says nothing of a README', async () => (await children()).length === 0);
  });

  it('offers at a gap to insert, to decide and to explain, and asks for the reason of a decision', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const extension = vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!;
    const { checklist } = await extension.activate();
    const children = async (node?: Parameters<typeof checklist.getTreeItem>[0]) => await checklist.getChildren(node) ?? [];
    const gap = await until('there is a gap', async () => {
      const questions = (await Promise.all((await children()).filter((n) => n.kind === 'area').map(children))).flat();
      return questions.find((n) => n.kind === 'item' && n.item.item === 'infrastructure/rollback');
    });
    assert.equal((await checklist.getTreeItem(gap)).contextValue, 'gap');
    const entries = (extension.packageJSON as { contributes: { menus: Record<string, { command: string; when: string; group: string }[]> } }).contributes.menus['view/item/context']!;
    const inline = entries.filter(({ when, group }) => group.startsWith('inline') && /viewItem == gap|\(gap/.test(when)).map(({ command }) => command);
    assert.deepEqual(inline, ['specReview.insertSection', 'specReview.notApplicable', 'specReview.acceptGap', 'specReview.explainItem']);
    const before = document.getText();
    for (const command of ['specReview.notApplicable', 'specReview.acceptGap']) {
      let isOver = false;
      void vscode.commands.executeCommand(command, gap).then(() => { isOver = true; });
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(isOver, false, `${command} asks for a reason`);
      await until('the question is closed', async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isOver;
      });
    }
    assert.equal(document.getText(), before, 'nothing is decided without one');
    await vscode.commands.executeCommand('specReview.insertSection', gap);
    await until('the line inserts what it is about', () => document.getText() !== before);
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
