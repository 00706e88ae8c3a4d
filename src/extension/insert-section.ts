import * as vscode from 'vscode';
import { activeSpec } from './active-spec';
import type { Server } from './client';
import { byImportance, itemOf, pickItem } from './pick-item';
import { isGap } from './words';

/** "Insert a Missing Section": the questions to answer, in the document's own style and place. */
export const registerInsertCommand = (server: Server): vscode.Disposable =>
  vscode.commands.registerCommand('specReview.insertSection', async (argument?: unknown) => {
    const spec = await activeSpec(server);
    if (!spec) return;
    const gaps = byImportance(spec.review).filter(isGap);
    if (!gaps.length) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This spec has no open gaps.'));
      return;
    }
    const item = itemOf(argument) ?? (await pickItem(gaps, vscode.l10n.t('Which section shall be inserted?')))?.item;
    if (item) await server.apply(await server.request('specReview/insertSection', { uri: spec.review.uri, item }));
  });
