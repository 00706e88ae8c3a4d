import * as vscode from 'vscode';

/** How long the editor may take to show something, in ms. */
const PATIENCE = 20_000;
const PAUSE = 50;

/** The result of `probe` once it is neither undefined nor false; throws with `what` when it never is. */
export async function until<T>(what: string, probe: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const result = await probe();
    if (result !== undefined && result !== false) return result;
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE} ms in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

export const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);

export async function show(path: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uriOf(path), { preview: false });
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return editor;
}

/** Closes every editor and forgets what was typed. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closePanel');
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await until('every editor is closed', async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return vscode.window.tabGroups.all.every((group) => group.tabs.length === 0);
  });
}

export const ours = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'spec-review');

export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** The findings of a document as soon as there are some. */
export const findings = (uri: vscode.Uri): Promise<vscode.Diagnostic[]> =>
  until(`${uri.path} has findings`, () => ours(uri).length > 0 && ours(uri));

export const lineOf = (document: vscode.TextDocument, text: string): number => {
  const line = document.getText().split(/\r?\n/).indexOf(text);
  if (line < 0) throw new Error(`${document.uri.path} has no line ${JSON.stringify(text)}.`);
  return line;
};

export const actionsAt = (document: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
