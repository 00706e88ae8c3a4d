import * as vscode from 'vscode';
import type { DraftReview } from '../server/protocol';
import type { Server } from './client';

const SCHEME = 'spec-review-draft';

/** A draft that passed the review. */
export interface Offer extends Pick<DraftReview, 'text' | 'unsaid'> {
  readonly document: vscode.TextDocument;
  /** Of the section. */
  readonly name: string;
  /** Of the model. */
  readonly author: string;
  /** Reviews the draft in the document as it is now. */
  again(): Promise<DraftReview | null>;
}

/** Drafts beside what they would change. */
export interface Drafts extends vscode.Disposable {
  /** Shows a draft; what becomes of it is up to the author. */
  offer(offer: Offer): Promise<void>;
}

export function showDrafts(server: Server): Drafts {
  const offers = new Map<string, Offer>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  async function offer(one: Offer): Promise<void> {
    const { document: { uri }, name, author, unsaid } = one;
    const draft = vscode.Uri.from({ scheme: SCHEME, path: uri.path, query: uri.toString() });
    offers.set(draft.toString(), one);
    changed.fire(draft);
    await vscode.commands.executeCommand('vscode.diff', uri, draft, vscode.l10n.t('Draft of “{0}”', name), { preview: false });
    const accept = vscode.l10n.t('Accept'), discard = vscode.l10n.t('Discard');
    const words = vscode.l10n.t('{0} drafted “{1}”; it passes the review.', author, name);
    const facts = unsaid.length ? vscode.l10n.t('Check what the document did not say: {0}.', unsaid.join(', ')) : vscode.l10n.t('Check whether it is true.');
    void vscode.window.showInformationMessage(`${words} ${facts}`, accept, discard).then((choice) => {
      if (choice === accept) void vscode.commands.executeCommand('specReview.acceptDraft', draft);
      if (choice === discard) void vscode.commands.executeCommand('specReview.discardDraft', draft);
    });
  }

  /** Writes it as one edit of the document as it is now, which may not be that of the review. */
  async function accept(draft: vscode.Uri): Promise<void> {
    const one = offers.get(draft.toString());
    const review = await one?.again();
    if (!one || !review) return;
    const [problem] = review.problems;
    if (problem !== undefined) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The document changed, and the draft of “{0}” does not pass the review any more: {1}', one.name, problem));
      return;
    }
    await close(draft);
    await server.apply(review.edit);
  }

  async function close(draft: vscode.Uri): Promise<void> {
    offers.delete(draft.toString());
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => isOf(tab, draft)));
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent: (uri) => offers.get(uri.toString())?.text ?? '' }),
    vscode.commands.registerCommand('specReview.acceptDraft', (uri?: vscode.Uri) => accept(uri ?? shown())),
    vscode.commands.registerCommand('specReview.discardDraft', (uri?: vscode.Uri) => close(uri ?? shown())),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const key of offers.keys()) if (closed.some((tab) => isOf(tab, vscode.Uri.parse(key)))) offers.delete(key);
    }),
  );
  return { offer, dispose: () => subscriptions.dispose() };
}

const isOf = ({ input }: vscode.Tab, draft: vscode.Uri): boolean => input instanceof vscode.TabInputTextDiff && input.modified.toString() === draft.toString();

/** The draft in the active editor; commands that are not given one are shown only there. */
function shown(): vscode.Uri {
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof vscode.TabInputTextDiff ? input.modified : vscode.Uri.from({ scheme: SCHEME });
}
