import * as vscode from 'vscode';

/** The documents that a tab shows. */
export function urisOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

/** Whether a document is open to its author. The editor keeps one for minutes whose tab is closed, and asks for none of its findings. */
export const isInTab = (uri: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => urisOf(tab).some((shown) => shown.toString() === uri.toString())));
