import * as vscode from 'vscode';
import { activeSpec } from './active-spec';
import { showAt, type Server } from './client';

/** "Fold What Is Answered": leaves open to the eye what is open. */
export const registerFoldCommand = (server: Server): vscode.Disposable =>
  vscode.commands.registerCommand('specReview.foldAnswered', async () => {
    const spec = await activeSpec(server);
    const lines = spec && await server.request('specReview/settledLines', { uri: spec.review.uri });
    if (!spec || !lines) return;
    if (!lines.length) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No section of this spec answers something and leaves nothing open.'));
      return;
    }
    // The editor folds in the active document only.
    if (vscode.window.activeTextEditor?.document !== spec.document) await showAt(spec.document.uri, new vscode.Range(0, 0, 0, 0));
    await vscode.commands.executeCommand('editor.fold', { levels: 1, selectionLines: [...lines] });
  });
