import * as vscode from 'vscode';
import { activeSpec } from './active-spec';
import type { Server } from './client';
import { byImportance } from './pick-item';
import { areaName, isGap, itemName, standing, standingIcon, standingWords } from './words';

/** Gaps that become somebody's to answer: a review for a pull request, rows among the open questions. */
export const registerConversationCommands = (server: Server): vscode.Disposable => vscode.Disposable.from(
  vscode.commands.registerCommand('specReview.copyReview', () => copyReview(server)),
  vscode.commands.registerCommand('specReview.moveGaps', (items?: unknown) => moveGaps(server, items)),
);

async function copyReview(server: Server): Promise<void> {
  const spec = await activeSpec(server);
  const text = spec && await server.request('specReview/conversation', { uri: spec.review.uri });
  if (!text) return;
  await vscode.env.clipboard.writeText(text);
  const open = vscode.l10n.t('Open it');
  void vscode.window.showInformationMessage(vscode.l10n.t('The review is on the clipboard, ready for the pull request.'), open).then(async (choice) => {
    if (choice === open) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: text }));
  });
}

/** @param given ids of items, where they are known already */
async function moveGaps(server: Server, given: unknown): Promise<void> {
  const spec = await activeSpec(server);
  if (!spec) return;
  const gaps = byImportance(spec.review).filter(isGap);
  if (!gaps.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This spec has no open gaps.'));
    return;
  }
  const picks = gaps.map((item) => ({
    label: itemName(item.item), description: `${areaName(item.area)} · ${standingWords(standing(item))}`, detail: item.question, iconPath: standingIcon(standing(item)), item: item.item,
  }));
  const placeHolder = vscode.l10n.t('Which gaps shall stand among the open questions, with an owner and a date to fill in?');
  const chosen = Array.isArray(given) ? given.map(String) : (await vscode.window.showQuickPick(picks, { canPickMany: true, placeHolder, matchOnDetail: true }))?.map((p) => p.item);
  if (!chosen?.length) return;
  const answers = chosen.map((item) => ({ item, kind: 'ask' as const }));
  await server.apply(await server.request('specReview/answersEdit', { uri: spec.review.uri, answers }));
}
