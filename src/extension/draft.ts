import * as vscode from 'vscode';
import type { DraftReview } from '../server/protocol';
import { activeSpec } from './active-spec';
import type { Server } from './client';
import { showDrafts, type Drafts } from './draft-diff';
import { writeDraft } from './draft-loop';
import { ask, pickModel, watchModels, type Models } from './models';
import { byImportance, itemOf, pickItem } from './pick-item';
import { isGap, itemName } from './words';

/** In UTF-16 code units: what a token is at least, and what all but the document takes. */
const PER_TOKEN = 3;
const OVERHEAD = 8_000;

/** "Draft This Section": a model of the editor's writes it, the review decides whether it is offered, the author whether it is taken. */
export function registerDraftCommands(server: Server): vscode.Disposable {
  const models = watchModels();
  const drafts = showDrafts(server);
  return vscode.Disposable.from(
    models, drafts,
    vscode.commands.registerCommand('specReview.draftSection', (argument?: unknown) => draftSection(server, drafts, argument)),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, offers(server, models), { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

async function draftSection(server: Server, drafts: Drafts, argument: unknown): Promise<void> {
  const spec = await activeSpec(server);
  if (!spec) return;
  const gaps = byImportance(spec.review).filter(isGap);
  const item = itemOf(argument) ?? (await pickItem(gaps, vscode.l10n.t('Which section shall be drafted?')))?.item;
  const model = item && await pickModel();
  if (!item || !model) return;
  const { document, review: { uri } } = spec;
  const name = itemName(item as `${string}/${string}`);
  const check = (said: string): Promise<DraftReview | null> => server.request('specReview/checkDraft', { uri, item, said });
  const progress = { location: vscode.ProgressLocation.Notification, cancellable: true, title: vscode.l10n.t('{0} drafts “{1}”', model.name, name) };
  try {
    const draft = await vscode.window.withProgress(progress, async (_progress, token) => {
      const prompt = await server.request('specReview/draftPrompt', { uri, item, longest: Math.max(OVERHEAD, model.maxInputTokens * PER_TOKEN - OVERHEAD) });
      return prompt === null ? undefined : writeDraft(prompt, (turns) => ask(model, turns, token), check, () => token.isCancellationRequested);
    });
    if (!draft) return;
    const [problem] = draft.review.problems;
    if (problem !== undefined) void vscode.window.showWarningMessage(vscode.l10n.t('{0} wrote no draft of “{1}” that passes the review: {2}', model.name, name, problem));
    else await drafts.offer({ document, name, author: model.name, ...draft.review, again: () => check(draft.said) });
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be asked for a draft: {1}', model.name, error instanceof Error ? error.message : String(error)));
  }
}

/** In the light bulb of a gap, where there is a model. */
const offers = (server: Server, models: Models): vscode.CodeActionProvider => ({
  async provideCodeActions(document, _range, { diagnostics }) {
    const own = models.any ? diagnostics.filter(({ source }) => source === 'spec-review') : [];
    const review = own.length ? await server.review(document) : null;
    if (!review?.isSpec) return [];
    return own.flatMap((diagnostic) => {
      const { code } = diagnostic;
      const rule = typeof code === 'object' ? code.value : code;
      const item = review.items.find((one) => one.item === rule && isGap(one));
      if (!item) return [];
      const title = vscode.l10n.t('Draft “{0}” with a language model …', itemName(item.item));
      return [{ title, kind: vscode.CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: 'specReview.draftSection', arguments: [item.item] } }];
    });
  },
});
