import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, closeAll, findings, ours, ruleOf, show, until } from './editor';

const SPEC = 'rfc-waitlist.md';
const ROLLBACK = 'infrastructure/rollback';
const { executeCommand } = vscode.commands;

const ANSWER = 'To roll back, the release manager turns the flag `waitlist` off when more than 7 % of bookings fail within 10 minutes. After a rollback, entries in `waitlist_entries` are kept and stay readable, because nothing else reads the table.';
const POOR = 'The feature can be reverted.';

const drafts = (): vscode.TabInputTextDiff[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(({ input }) => (input instanceof vscode.TabInputTextDiff && input.modified.scheme === 'spec-review-draft' ? [input] : []));

/** Whether the light bulb of the rollback offers a draft; from another extension host actions come without their commands. */
async function isOffered(document: vscode.TextDocument): Promise<boolean> {
  const rollback = (await findings(document.uri)).find((d) => ruleOf(d) === ROLLBACK)!;
  return (await actionsAt(document, rollback.range)).some(({ title }) => title.startsWith('Draft “Rollback”'));
}

/** A model that says these, one after the other. */
async function model(document: vscode.TextDocument, ...replies: string[]): Promise<void> {
  await executeCommand('fakeModel.start', replies);
  await until('a draft is in the light bulb', () => isOffered(document));
}

describe('a draft of a section', () => {
  afterEach(async () => {
    await executeCommand('fakeModel.stop');
    await closeAll();
  });

  it('is offered nowhere without a model', async () => {
    const { document } = await show(SPEC);
    assert.equal(await isOffered(document), false);
    const { contributes: { menus } } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(`${__dirname}/../../package.json`)))) as { contributes: { menus: Record<string, { command: string; when?: string }[]> } };
    const places = Object.values(menus).flat().filter(({ command }) => command === 'specReview.draftSection');
    assert.ok(places.length > 1 && places.every(({ when }) => when?.includes('&& specReview.canDraft')), 'no menu shows it without a model');
    await executeCommand('specReview.draftSection', ROLLBACK);
    assert.deepEqual(drafts(), []);
  });

  it('is asked for again until it passes the review, shown as a diff, and written when it is accepted', async () => {
    const { document } = await show(SPEC);
    const before = document.getText();
    await model(document, POOR, ANSWER);
    await executeCommand('specReview.draftSection', ROLLBACK);
    const [diff] = await until('the draft is shown', () => drafts().length > 0 && drafts());
    assert.equal(diff!.original.toString(), document.uri.toString());
    assert.equal(document.getText(), before, 'nothing is written before it is accepted');
    const shown = await vscode.workspace.openTextDocument(diff!.modified);
    assert.ok(shown.getText().includes(ANSWER) && !shown.getText().includes(POOR));

    const asked = await executeCommand<string[][]>('fakeModel.asked');
    assert.deepEqual(asked.map((turns) => turns.length), [1, 3]);
    assert.ok(asked[0]![0]!.includes(before), 'the document is in the first message');
    assert.match(asked[1]![2]!, /turned this section down:\n\n- It does not answer the question/);

    await executeCommand('specReview.acceptDraft');
    await until('it is written', () => document.getText().includes(ANSWER));
    assert.deepEqual(drafts(), []);
    await until('the rollback is no gap any more', () => ours(document.uri).length > 0 && !ours(document.uri).some((d) => ruleOf(d) === ROLLBACK));
    await executeCommand('undo');
    await until('one undo restored the document', () => document.getText() === before);
  });

  it('leaves the document alone when it is discarded, never passes, or is cancelled', async () => {
    const { document } = await show(SPEC);
    const before = document.getText();
    await findings(document.uri);
    await model(document, ANSWER);
    await executeCommand('specReview.draftSection', ROLLBACK);
    await until('the draft is shown', () => drafts().length > 0);
    await executeCommand('specReview.discardDraft');
    assert.deepEqual(drafts(), []);

    await show(SPEC);
    await model(document, POOR, POOR, POOR, ANSWER);
    await executeCommand('specReview.draftSection', ROLLBACK);
    assert.equal((await executeCommand<string[][]>('fakeModel.asked')).length, 3);
    assert.deepEqual(drafts(), []);

    await model(document, '…');
    let over = false;
    void Promise.resolve(executeCommand('specReview.draftSection', ROLLBACK)).then(() => { over = true; });
    await until('the model is asked', async () => (await executeCommand<string[][]>('fakeModel.asked')).length === 1);
    await until('it is cancelled', async () => {
      await executeCommand('notification.acceptPrimaryAction');
      return over;
    });
    assert.deepEqual(drafts(), []);
    assert.equal(document.getText(), before);
  });
});
