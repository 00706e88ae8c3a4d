import * as vscode from 'vscode';
import type { Profile } from '../analyzer/item';
import type { Server } from './client';
import { textOf } from './workspace-review';
import { templateName, workspaceTemplates } from './workspace-templates';

/** A kind of document, which the checklist makes a template of, or a template of the team's. */
type Template = { readonly profile: Profile } | { readonly uri: vscode.Uri };

/** "New Spec from Template", and the sample that the walkthrough ends with: both open as documents that are not saved yet. */
export const registerNewSpecCommands = (server: Server, extension: vscode.Uri): vscode.Disposable => vscode.Disposable.from(
  vscode.commands.registerCommand('specReview.newFromTemplate', async (given?: unknown) => {
    const template = known(given) ?? await pickTemplate();
    if (!template) return;
    const text = 'uri' in template ? await textOf(template.uri) : await server.up().then(() => server.request('specReview/template', template));
    if (text === undefined) void vscode.window.showErrorMessage(vscode.l10n.t('This template cannot be read as text.'));
    else await open(text);
  }),
  vscode.commands.registerCommand('specReview.openSample', async () => {
    const sample = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media', 'samples', 'thin-rfc.md'));
    await open(new TextDecoder().decode(sample));
  }),
);

/** As a key binding gives it: the name of a kind, or the file of a template. */
function known(given: unknown): Template | undefined {
  if (given instanceof vscode.Uri) return { uri: given };
  return kinds().find(({ profile }) => profile === given);
}

/** The team's own first: who has some wants one of them. */
async function pickTemplate(): Promise<Template | undefined> {
  const own = await Promise.all((await workspaceTemplates()).map(async (uri) => ({ label: templateName(uri, await textOf(uri) ?? ''), description: vscode.workspace.asRelativePath(uri), uri })));
  const title = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const picks = [
    ...(own.length ? [title(vscode.l10n.t('Templates of this workspace')), ...own, title(vscode.l10n.t('From the checklist'))] : []),
    ...kinds(),
  ];
  const picked = await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('What do you want to write?'), matchOnDescription: true });
  return picked && ('uri' in picked || 'profile' in picked) ? picked : undefined;
}

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
