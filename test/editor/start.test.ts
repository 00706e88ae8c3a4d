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

  it('completion of the ids of requirements, with what they say', async () => {
    const { document } = await show('rfc-waitlist.md');
    await findings(document.uri);
    const edit = new vscode.WorkspaceEdit();
    const line = lineOf(document, 'TBD');
    edit.insert(document.uri, new vscode.Position(line, 0), '- FR-7: A passenger can leave the waitlist.\n\nThis follows from FR\n');
    await vscode.workspace.applyEdit(edit);
    const at = new vscode.Position(line + 2, 'This follows from FR'.length);
    const offer = await until('the id is offered', async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
      return items.find((i) => i.label === 'FR-7');
    });
    assert.equal(offer.detail, 'A passenger can leave the waitlist.');
  });

  it('a walkthrough of four steps, the last of which opens the sample', async () => {
    interface Step { readonly title: string; readonly description: string; readonly media: { readonly markdown: string }; readonly completionEvents: readonly string[] }
    const read = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(`${__dirname}/../../${path}`)));
    const texts = JSON.parse(await read('package.nls.json')) as Record<string, string>;
    const { contributes } = JSON.parse(await read('package.json')) as { contributes: { walkthroughs: { steps: Step[] }[]; views: { explorer: { id: string }[] } } };
    const { steps } = contributes.walkthroughs[0]!;
    assert.equal(steps.length, 4);
    const known = new Set([...await vscode.commands.getCommands(true)].map((command) => `onCommand:${command}`).concat(contributes.views.explorer.map(({ id }) => `onView:${id}`)));
    for (const { description, media, completionEvents } of steps) {
      assert.ok((await read(media.markdown)).trim());
      assert.deepEqual(completionEvents.filter((event) => !known.has(event)), []);
      for (const [, command] of texts[description.slice(1, -1)]!.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(known.has(`onCommand:${command}`), command);
    }
    assert.match(texts[steps[3]!.description.slice(1, -1)]!, /\(command:specReview\.openSample\)/);
    await executeCommand('workbench.action.openWalkthrough', 'tpm-spec-review.tpm-spec-review#start');
    await until('it opens', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /Walkthrough|Welcome/.test(label))));
  });

  it('a snippet for each section', async () => {
    const { document } = await show('rfc-waitlist.md');
    await findings(document.uri);
    await executeCommand('cursorMove', { to: 'wrappedLineEnd' });
    await executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Rollback' });
    assert.match(document.getText(), /## Rollback\n\n- TODO: Which signal starts a rollback, and who decides\?\n/);
  });
});
