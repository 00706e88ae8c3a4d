import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, lineOf, ours, ruleOf, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';
const ROLLBACK = 'infrastructure/rollback';
const { executeCommand } = vscode.commands;

describe('the command', () => {
  afterEach(closeAll);

  it('of every name in the manifest exists', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    const known = new Set(await vscode.commands.getCommands(true));
    const manifest = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(`${__dirname}/../../package.json`)))) as { contributes: { commands: { command: string }[] } };
    assert.deepEqual(manifest.contributes.commands.map((c) => c.command).filter((c) => !known.has(c)), []);
  });

  it('“Next Gap” visits the gaps in the order of the text and starts again, “Previous” goes back', async () => {
    const editor = await show(SPEC);
    const places = [...new Set((await findings(editor.document.uri)).map((d) => editor.document.offsetAt(d.range.start)))].sort((a, b) => a - b);
    assert.ok(places.length > 1, 'the spec has gaps in several places');
    const cursor = () => editor.document.offsetAt(editor.selection.active);
    editor.selection = new vscode.Selection(editor.document.positionAt(places[0]!), editor.document.positionAt(places[0]!));
    for (const place of [...places.slice(1), places[0]!]) {
      await executeCommand('specReview.nextGap');
      await until(`the cursor is at ${place}`, () => cursor() === place);
    }
    await executeCommand('specReview.previousGap');
    await until('the cursor is at the last gap', () => cursor() === places.at(-1));
  });

  it('“Insert a Missing Section” inserts the questions, which stay reported', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const before = document.lineCount;
    await executeCommand('specReview.insertSection', 'infrastructure/observability');
    await until('the document is longer', () => document.lineCount > before);
    assert.ok(vscode.window.activeTextEditor!.selection.active.line > 0, 'the cursor is at what was inserted');
    await until('the new section is a gap', () => ours(document.uri).some((d) => ruleOf(d).startsWith('infrastructure/')));
  });

  it('“Record a Decision” writes the decision, and the gap is gone', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    await executeCommand('specReview.recordDecision', { item: ROLLBACK, verb: 'not-applicable', reason: 'nothing is deployed before the summer' });
    await until('the decision stands in the text', () => document.getText().includes('<!-- spec-review: not-applicable infrastructure/rollback -- nothing is deployed before the summer -->'));
    await until('the rollback is no gap any more', () => ours(document.uri).length > 0 && !ours(document.uri).some((d) => ruleOf(d) === ROLLBACK));
  });

  it('“Record a Decision” leaves the text alone when the author gives no reason', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const before = document.getText();
    const done = executeCommand('specReview.recordDecision', { item: ROLLBACK, verb: 'not-applicable' });
    let over = false;
    void Promise.resolve(done).then(() => { over = true; });
    await until('the question is closed', async () => {
      await executeCommand('workbench.action.closeQuickOpen');
      return over;
    });
    assert.equal(document.getText(), before);
  });

  it('“Explain an Item” shows a preview', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    await executeCommand('specReview.explainItem', ROLLBACK);
    await until('a preview is open', () => vscode.window.tabGroups.all.flatMap((g) => g.tabs).some((t) => t.input instanceof vscode.TabInputWebview && /markdown/i.test(t.input.viewType)));
    const text = (await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'spec-review', path: `/${ROLLBACK}.md` }))).getText();
    assert.match(text, /\?/);
    assert.deepEqual(ours(vscode.Uri.from({ scheme: 'spec-review', path: `/${ROLLBACK}.md` })), [], 'our own text is not reviewed');
  });

  it('“Review the Workspace” finds the specs that are not open, and no README', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    const done = executeCommand('specReview.reviewWorkspace');
    const found = await findings(uriOf('docs/design-refunds.md'));
    assert.ok(found.some((d) => ruleOf(d) === ROLLBACK));
    assert.deepEqual(ours(uriOf('README.md')), []);
    const rules = ours(uriOf(SPEC)).map(ruleOf);
    assert.equal(new Set(rules).size, rules.length, 'nothing is reported twice for an open spec');
    // The list shows the spec with the most gaps first; taking the selected one opens it.
    await until('the list is answered', async () => {
      await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([Promise.resolve(done).then(() => true), new Promise<false>((resolve) => setTimeout(resolve, 200, false))]);
    });
    await show('docs/design-refunds.md');
    await until('the server has taken over', () => {
      const rollbacks = ours(uriOf('docs/design-refunds.md')).filter((d) => ruleOf(d) === ROLLBACK);
      return rollbacks.length === 1;
    });
  });

  it('“Show Effective Configuration” says what applies, and where it is written', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    await executeCommand('specReview.showConfig');
    const shown = await until('the configuration is shown', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.document.uri.scheme === 'spec-review-config' && activeTextEditor.document;
    });
    assert.match(shown.getText(), /^profile: auto +# default$/m);
  });

  it('“Restart the Server” brings the findings back', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    await executeCommand('specReview.restartServer');
    await findings(document.uri);
    const line = lineOf(document, '## Rollback');
    assert.ok(ours(document.uri).some((d) => d.range.start.line === line));
  });

  it('“Show Output” and “Show the Checklist” run', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    await executeCommand('specReview.showOutput');
    await executeCommand('specReview.showChecklist');
  });
});
