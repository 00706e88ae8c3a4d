import * as vscode from 'vscode';
import type { Turn } from './draft-loop';

/** Set while the editor has a language model: nothing of drafts is shown without. */
const CAN_DRAFT = 'specReview.canDraft';

/** Whether the editor has a language model, kept up to date. */
export interface Models extends vscode.Disposable {
  readonly any: boolean;
}

/** Looks which models there are, which sends nothing. */
export function watchModels(): Models {
  let any = false;
  const look = async (): Promise<void> => {
    any = (await vscode.lm.selectChatModels().then((models) => models, () => [])).length > 0;
    await vscode.commands.executeCommand('setContext', CAN_DRAFT, any);
  };
  void look();
  const changes = vscode.lm.onDidChangeChatModels(look);
  return { get any() { return any; }, dispose: () => changes.dispose() };
}

/** The model to ask; undefined where the author picks none, or there is none any more. */
export async function pickModel(): Promise<vscode.LanguageModelChat | undefined> {
  const models = await vscode.lm.selectChatModels();
  if (models.length < 2) return models[0];
  const picks = models.map((model) => ({ label: model.name, description: model.vendor, model }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('Which model shall write the draft? The document is sent to it.') }))?.model;
}

/** What the model says next. The editor asks the author for consent before the first time. */
export async function ask(model: vscode.LanguageModelChat, turns: readonly Turn[], token: vscode.CancellationToken): Promise<string> {
  const messages = turns.map(({ by, text }) => (by === 'author' ? vscode.LanguageModelChatMessage.User(text) : vscode.LanguageModelChatMessage.Assistant(text)));
  const answer = await model.sendRequest(messages, { justification: vscode.l10n.t('To draft a section of a spec: the document and the question are sent.') }, token);
  let said = '';
  for await (const part of answer.text) said += part;
  return said;
}
