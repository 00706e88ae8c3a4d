import * as vscode from 'vscode';
import type { Profile } from '../analyzer/item';
import type { Server } from './client';

/** "New Spec from Template", and the sample that the walkthrough ends with: both open as documents that are not saved yet. */
export const registerNewSpecCommands = (server: Server, extension: vscode.Uri): vscode.Disposable => vscode.Disposable.from(
  vscode.commands.registerCommand('specReview.newFromTemplate', async (given?: unknown) => {
    const profile = kinds().find((kind) => kind.profile === given)?.profile
      ?? (await vscode.window.showQuickPick(kinds(), { placeHolder: vscode.l10n.t('What do you want to write?') }))?.profile;
    if (profile) await open(await server.request('specReview/template', { profile }));
  }),
  vscode.commands.registerCommand('specReview.openSample', async () => {
    const sample = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media', 'samples', 'thin-rfc.md'));
    await open(new TextDecoder().decode(sample));
  }),
);

const kinds = (): (vscode.QuickPickItem & { profile: Profile })[] => [
  { profile: 'design', label: vscode.l10n.t('Design document'), detail: vscode.l10n.t('How something is built and run.') },
  { profile: 'rfc', label: vscode.l10n.t('RFC'), detail: vscode.l10n.t('A proposal that wants a decision.') },
  { profile: 'prd', label: vscode.l10n.t('PRD'), detail: vscode.l10n.t('What is wanted, for whom, and how it is accepted.') },
  { profile: 'adr', label: vscode.l10n.t('ADR'), detail: vscode.l10n.t('One decision and its consequences.') },
  { profile: 'kep', label: vscode.l10n.t('Enhancement proposal (KEP)'), detail: vscode.l10n.t('After the Kubernetes template.') },
];

async function open(content: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}
