import * as vscode from 'vscode';
import { activeMarkdown, activeSpec } from './active-spec';
import type { Server } from './client';
import { byImportance, itemOf, pickItem } from './pick-item';

const SCHEME = 'spec-review';

/** "Explain an Item": what is asked, why, what counts as an answer, as a Markdown preview. */
export const registerExplainCommand = (server: Server): vscode.Disposable => vscode.Disposable.from(
  vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async (uri) => await server.request('specReview/explain', { item: itemAt(uri), ...(uri.query && { uri: uri.query }) }) ?? vscode.l10n.t('There is no question {0} in the checklist.', itemAt(uri)),
  }),
  vscode.commands.registerCommand('specReview.explainItem', async (argument?: unknown) => {
    const item = itemOf(argument) ?? await ask(server);
    // A team's own questions are known only for a document that they are asked of.
    const query = activeMarkdown()?.uri.toString() ?? '';
    if (item) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: SCHEME, path: `/${item}.md`, query }));
  }),
);

async function ask(server: Server): Promise<string | undefined> {
  const spec = await activeSpec(server);
  return spec && (await pickItem(byImportance(spec.review), vscode.l10n.t('Which question shall be explained?')))?.item;
}

const itemAt = (uri: vscode.Uri): string => uri.path.slice(1).replace(/\.md$/, '');
