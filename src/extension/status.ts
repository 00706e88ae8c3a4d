import * as vscode from 'vscode';
import type { Reviewed } from '../server/protocol';
import { isMarkdown, type Server } from './client';
import type { Comparisons } from './comparisons';

/** What the entry shows, as others read it. */
export type Status = Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'busy' | 'command'>;

/** The entry under `{}` in the status bar: how many questions the active document answers. */
export function registerStatus(server: Server, comparing: Comparisons): vscode.Disposable & { readonly item: Readonly<Status> } {
  const item = vscode.languages.createLanguageStatusItem('specReview.status', { language: 'markdown' });
  item.name = vscode.l10n.t('Spec Review');

  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isMarkdown(document)) return;
    const summary = server.latest(document);
    Object.assign(item, summary?.isSpec ? answered(summary, document.uri, comparing) : summary ? notReviewed(summary, document) : waiting());
  };
  const wait = ({ document }: vscode.TextDocumentChangeEvent) => {
    if (document === vscode.window.activeTextEditor?.document && server.latest(document)?.isSpec) item.busy = true;
  };

  show();
  const subscriptions = vscode.Disposable.from(
    item, server.onDidReview(show), comparing.onDidChange(show), vscode.window.onDidChangeActiveTextEditor(show), vscode.workspace.onDidChangeTextDocument(wait),
  );
  return { item, dispose: () => subscriptions.dispose() };
}

/** "23 of 29 answered", and beside it the gaps, how long the review took, and what is compared. */
function answered({ answered: settled, total, open, ms }: Reviewed, uri: vscode.Uri, comparing: Comparisons): Status {
  const base = comparing.baseOf(uri);
  const compared = base && (comparing.isFocused ? vscode.l10n.t('focus on new since {0}', base.since) : vscode.l10n.t('compared with {0}', base.since));
  return {
    text: vscode.l10n.t('{0} of {1} answered', settled, total), busy: false,
    detail: [open === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', open), vscode.l10n.t('{0} ms', ms), ...(compared ? [compared] : [])].join(' · '),
    command: { command: 'specReview.showChecklist', title: vscode.l10n.t('Show checklist') },
  };
}

function notReviewed({ halted }: Reviewed, document: vscode.TextDocument): Status {
  if (halted !== undefined) {
    return {
      text: vscode.l10n.t('Review given up'), detail: vscode.l10n.t('{0}; it is reviewed again when it changes', halted), busy: false,
      command: { command: 'specReview.showOutput', title: vscode.l10n.t('Show output') },
    };
  }
  const isOn = vscode.workspace.getConfiguration('specReview', document).get('enable');
  return {
    text: vscode.l10n.t('Not reviewed'), detail: isOn ? vscode.l10n.t('does not look like a spec') : vscode.l10n.t('switched off in the settings'), busy: false,
    command: { command: 'specReview.reviewDocument', title: vscode.l10n.t('Review it anyway') },
  };
}

/** Before the first review. */
const waiting = (): Status => ({ text: vscode.l10n.t('Reviewing'), detail: '', busy: true, command: undefined });
