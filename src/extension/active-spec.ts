import * as vscode from 'vscode';
import type { SpecReview } from '../server/protocol';
import { isMarkdown, type Server } from './client';

/** The Markdown document that commands mean: that of the active editor, else of a visible one. */
export function activeMarkdown(): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find((e) => e && isMarkdown(e.document))?.document;
}

export const sayOpenASpec = (): undefined => void vscode.window.showInformationMessage(vscode.l10n.t('Spec Review works on Markdown: open a spec first.'));

/** The review of that document. Where there is none it says why and returns undefined. */
export async function activeSpec(server: Server): Promise<{ document: vscode.TextDocument; review: SpecReview } | undefined> {
  const document = activeMarkdown();
  if (!document) return sayOpenASpec();
  await server.up();
  const review = await server.review(document);
  if (review?.isSpec) return { document, review };
  const anyway = vscode.l10n.t('Review it anyway');
  void vscode.window.showInformationMessage(vscode.l10n.t('This document does not look like a spec, so it was not reviewed.'), anyway)
    .then((choice) => { if (choice === anyway) void vscode.commands.executeCommand('specReview.reviewDocument'); });
  return undefined;
}
