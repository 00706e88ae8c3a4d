import * as vscode from 'vscode';
import { activeMarkdown } from './active-spec';
import type { Server } from './client';

/** How long the result stays in the status bar, in ms. */
const GLANCE = 6000;

/** "Review This Document", also where detection leaves a Markdown file alone. */
export const registerReviewCommand = (server: Server): vscode.Disposable =>
  vscode.commands.registerCommand('specReview.reviewDocument', async () => {
    const document = activeMarkdown();
    if (!document) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Spec Review works on Markdown: open a spec first.'));
      return;
    }
    await server.up();
    const review = await server.request('specReview/reviewAnyway', { uri: document.uri.toString() });
    if (!review?.isSpec) return;
    const { answered, total, open } = review.summary;
    const gaps = open === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', open);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Spec Review: {0} of {1} answered, {2}', answered, total, gaps), GLANCE);
    await vscode.commands.executeCommand('specReview.showChecklist');
    await vscode.window.showTextDocument(document);
  });
