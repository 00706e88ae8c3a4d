import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';

describe('the report', () => {
  afterEach(closeAll);

  it('opens beside the document, once', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const reports = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('specReview.report'));
    await vscode.commands.executeCommand('specReview.openReport');
    await until('the report is open', () => reports().length === 1);
    assert.equal(reports()[0]!.label, `Report: ${SPEC}`);
    await vscode.commands.executeCommand('specReview.openReport');
    assert.equal(reports().length, 1);
  });

  it('leads to a line where the document is open, and stays beside it', async () => {
    const { document, viewColumn } = await show(SPEC);
    await findings(document.uri);
    await vscode.commands.executeCommand('specReview.openReport');
    await until('the report has the focus', () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview);
    await vscode.commands.executeCommand('specReview.showLine', document.uri, 5);
    const editor = vscode.window.activeTextEditor!;
    assert.deepEqual([editor.document.uri.toString(), editor.viewColumn, editor.selection.active.line], [document.uri.toString(), viewColumn, 4]);
    assert.ok(vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 1));
  });

  it('is written as a file of its own, and leaves the document alone', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const before = document.getText();
    for (const [format, sign] of [['html', '<!doctype html>'], ['markdown', '# Spec review'], ['json', '{"version":1']] as const) {
      const target = vscode.Uri.joinPath(uriOf(SPEC), '..', `report.${format}`);
      await vscode.commands.executeCommand('specReview.exportReport', format, target);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.ok(text.startsWith(sign) && text.includes(SPEC), text.slice(0, 200));
      await vscode.workspace.fs.delete(target);
    }
    assert.equal(document.getText(), before);
  });
});
