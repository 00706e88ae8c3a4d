import * as vscode from 'vscode';
import type { Turn } from './change-words';

const SCHEME = 'spec-review-question';

/** Marks what changed among the lines of the checklist with a sign and a colour, and greys what is as it was. */
export const registerMarks = (): vscode.Disposable => vscode.window.registerFileDecorationProvider({
  provideFileDecoration: (uri) => (uri.scheme === SCHEME ? mark(uri.query as Turn) : undefined),
});

/** Gives a line its mark; only a line that stands for some address gets one from the editor. */
export function markAs(tree: vscode.TreeItem, turn: Turn): void {
  tree.resourceUri = vscode.Uri.from({ scheme: SCHEME, path: `/${tree.id}`, query: turn });
  if (turn === 'same' && tree.iconPath instanceof vscode.ThemeIcon) tree.iconPath = new vscode.ThemeIcon(tree.iconPath.id, GREY);
}

const GREY = new vscode.ThemeColor('disabledForeground');

function mark(turn: Turn): vscode.FileDecoration {
  switch (turn) {
    case 'won': return new vscode.FileDecoration('+', undefined, new vscode.ThemeColor('gitDecoration.addedResourceForeground'));
    case 'lost': return new vscode.FileDecoration('−', undefined, new vscode.ThemeColor('gitDecoration.deletedResourceForeground'));
    case 'moved': return new vscode.FileDecoration('~', undefined, new vscode.ThemeColor('gitDecoration.modifiedResourceForeground'));
    case 'same': return new vscode.FileDecoration(undefined, undefined, GREY);
  }
}
