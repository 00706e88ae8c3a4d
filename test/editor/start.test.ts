import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, lineOf, ours, ruleOf, show, until, uriOf } from './editor';

const { executeCommand } = vscode.commands;

describe('to start with there is', () => {
  afterEach(closeAll);

  it('a template, which asks all that its kind owes and is reviewed at once', async () => {
    await executeCommand('specReview.newFromTemplate', 'rfc');
    const { document } = vscode.window.activeTextEditor!;
    assert.ok(document.isUntitled);
    assert.match(document.getText(), /^# RFC: TODO\n\nStatus: Draft\n[^]*\n## Rollback\n\n- TODO: /);
    assert.ok((await findings(document.uri)).length > 0);
  });

  it('a template of the team, found in the workspace and taken as it is', async () => {
    const text = '# RFC NNNN: title\n\nStatus: Draft\n\n## What our customers lose without it\n\nAsk support.\n';
    const write = (path: string) => vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
    await Promise.all(['.spec-review/templates/service.md', 'docs/rfcs/0000-template.md', 'docs/rfcs/0001-refunds.md'].map(write));
    try {
      const done = Promise.resolve(executeCommand('specReview.newFromTemplate'));
      let over = false;
      void done.then(() => { over = true; });
      // The first entry of the list is the first template of the workspace.
      await until('a template is taken', async () => {
        await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return over;
      });
      const { document } = vscode.window.activeTextEditor!;
      assert.ok(document.isUntitled);
      assert.equal(document.getText(), text);
      await closeAll();
      await executeCommand('specReview.newFromTemplate', uriOf('docs/rfcs/0000-template.md'));
      assert.equal(vscode.window.activeTextEditor!.document.getText(), text);
    } finally {
      await Promise.all(['.spec-review', 'docs/rfcs'].map((path) => vscode.workspace.fs.delete(uriOf(path), { recursive: true })));
    }
  });

  it('a sample, which is not saved', async () => {
    await executeCommand('specReview.openSample');
    const { document } = vscode.window.activeTextEditor!;
    assert.ok(document.isUntitled);
    await findings(document.uri);
    assert.ok(ours(document.uri).some((d) => ruleOf(d) === 'infrastructure/rollback'));
  });

  it('completion of a decision, with the items of the checklist', async () => {
    const { document, edit } = await show('rfc-waitlist.md');
    await findings(document.uri);
    const line = lineOf(document, 'TBD');
    const typed = '<!-- spec-review: accept infra';
    await edit((builder) => builder.insert(new vscode.Position(line, 0), `${typed}\n`));
    const items = await until('items are offered', async () => {
      const { items: found } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(line, typed.length));
      return found.some((i) => i.label === 'infrastructure/rollback') && found;
    });
    const rollback = items.find((i) => i.label === 'infrastructure/rollback')!;
    assert.match(rollback.detail ?? '', /\?$/);
  });

  it('a snippet for each section', async () => {
    const { document } = await show('rfc-waitlist.md');
    await findings(document.uri);
    await executeCommand('cursorMove', { to: 'wrappedLineEnd' });
    await executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Rollback' });
    assert.match(document.getText(), /## Rollback\n\n- TODO: Which signal starts a rollback, and who decides\?\n/);
  });
});
