import * as vscode from 'vscode';
import { isMarkdown, type Server } from './client';

/** The entry under `{}` in the status bar: how many questions the active document answers. */
export function registerStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('specReview.status', { language: 'markdown' });
  item.name = vscode.l10n.t('Spec Review');

  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isMarkdown(document)) return;
    const summary = server.latest(document);
    item.busy = false;
    if (summary?.isSpec) {
      item.text = vscode.l10n.t('{0} of {1} answered', summary.answered, summary.total);
      item.detail = summary.open === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', summary.open);
      item.command = { command: 'specReview.showChecklist', title: vscode.l10n.t('Show checklist') };
    } else if (summary?.halted !== undefined) {
      item.text = vscode.l10n.t('Review given up');
      item.detail = vscode.l10n.t('{0}; it is reviewed again when it changes', summary.halted);
      item.command = { command: 'specReview.showOutput', title: vscode.l10n.t('Show output') };
    } else {
      item.text = vscode.l10n.t('Not reviewed');
      item.detail = vscode.l10n.t('does not look like a spec');
      item.command = { command: 'specReview.reviewDocument', title: vscode.l10n.t('Review it anyway') };
    }
  };
  const wait = ({ document }: vscode.TextDocumentChangeEvent) => {
    if (document === vscode.window.activeTextEditor?.document && server.latest(document)?.isSpec) item.busy = true;
  };

  show();
  return vscode.Disposable.from(
    item, server.onDidReview(show), vscode.window.onDidChangeActiveTextEditor(show), vscode.workspace.onDidChangeTextDocument(wait),
  );
}
