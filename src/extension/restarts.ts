import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** So many ends within so many ms, and starting again helps nobody. */
const ENDS = 4;
const WITHIN = 180_000;

/** Starts a server again that ended by itself, and says so once, however often it does. */
export function restarts(): ErrorHandler {
  const ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends.push(now);
      if (ends.filter((at) => now - at < WITHIN).length > ENDS) {
        return { action: CloseAction.DoNotRestart, message: vscode.l10n.t('The server of Spec Review ended too often and is not started again; the command "Restart the Server" does that.') };
      }
      if (ends.length === 1) void tell();
      return { action: CloseAction.Restart, handled: true, message: 'The server ended and is started again.' };
    },
  };
}

async function tell(): Promise<void> {
  const output = vscode.l10n.t('Show output');
  const chosen = await vscode.window.showWarningMessage(vscode.l10n.t('The server of Spec Review ended and is started again; the findings are back in a moment.'), output);
  if (chosen === output) await vscode.commands.executeCommand('specReview.showOutput');
}
