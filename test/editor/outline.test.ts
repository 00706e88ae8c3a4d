import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, lineOf, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';
const { executeCommand } = vscode.commands;

const symbols = async (uri: vscode.Uri) => flat(await executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri) ?? []);
const flat = (those: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] => those.flatMap((one) => [one, ...flat(one.children)]);

describe('the outline', () => {
  afterEach(closeAll);

  it('says what each section answers, beside the editor\'s own symbols, which stay as they are', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const all = await until('both are there', async () => {
      const found = await symbols(document.uri);
      return found.some(({ name }) => name.startsWith('#')) && found.some(({ detail }) => /answered/.test(detail)) && found;
    });
    const headings = document.getText().split('\n').filter((line) => line.startsWith('#'));
    assert.deepEqual(all.filter(({ name }) => name.startsWith('#')).map(({ name }) => name).sort(), headings.sort(), 'one for each heading, as written');
    const details = Object.fromEntries(all.filter(({ name }) => !name.startsWith('#')).map(({ name, detail }) => [name, detail]));
    assert.match(details['Rollback']!, /^open: Rollback/);
    assert.match(details['RFC 3: Waitlists']!, /^\d+ of 39 answered · 3 that matter$/);

    await show('README.md');
    const plain = await until('a README has its own', async () => { const found = await symbols(uriOf('README.md')); return found.length > 0 && found; });
    assert.ok(plain.every(({ name }) => name.startsWith('#')), 'and nothing of ours');
  });

  it('is the editor\'s alone when ours is turned off', async () => {
    const settings = () => vscode.workspace.getConfiguration('specReview', uriOf(SPEC));
    await settings().update('outline', false, vscode.ConfigurationTarget.Workspace);
    try {
      const { document, edit } = await show(SPEC);
      await findings(document.uri);
      // The editor asks again when the text changes.
      await edit((builder) => builder.insert(document.lineAt(document.lineCount - 1).range.end, '\n'));
      await until('only its own are there', async () => { const found = await symbols(document.uri); return found.length > 0 && found.every(({ name }) => name.startsWith('#')); });
    } finally {
      await settings().update('outline', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('folds what is answered and leaves open what is open', async () => {
    const editor = await show(SPEC);
    await findings(editor.document.uri);
    const isHidden = (line: number) => !editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
    const motivation = lineOf(editor.document, '## Motivation'), rollback = lineOf(editor.document, '## Rollback');
    await until('all is visible', () => !isHidden(motivation + 2));
    await until('what is answered is folded', async () => {
      await executeCommand('specReview.foldAnswered');
      return isHidden(motivation + 2);
    });
    assert.equal(isHidden(motivation), false);
    assert.equal(isHidden(rollback + 2), false);
    await executeCommand('editor.unfoldAll');
  });
});
