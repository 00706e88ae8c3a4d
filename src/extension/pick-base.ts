import * as vscode from 'vscode';
import type { Commit } from './git';
import type { Milestone } from './milestones';
import { reasonProblem } from './answers';

/** Asks for a revision; undefined where the author picks none. */
export async function pickRevision(commits: readonly Commit[], main: string | undefined): Promise<string | undefined> {
  const other = { label: vscode.l10n.t('Another revision…'), iconPath: new vscode.ThemeIcon('edit'), revision: '' };
  const picks = [
    ...(main === undefined ? [] : [{ label: main, description: vscode.l10n.t('where the current branch left it'), iconPath: new vscode.ThemeIcon('git-branch'), revision: main }]),
    ...commits.map(({ hash, message, authorName, commitDate, authorDate }) => ({
      label: message.split('\n', 1)[0]!, iconPath: new vscode.ThemeIcon('git-commit'), revision: hash.slice(0, 8),
      description: [hash.slice(0, 8), (commitDate ?? authorDate)?.toISOString().slice(0, 10), authorName].filter(Boolean).join(' · '),
    })),
    other,
  ];
  const picked = await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('With which revision shall the document be compared?'), matchOnDescription: true });
  if (picked !== other) return picked?.revision;
  return (await vscode.window.showInputBox({ title: vscode.l10n.t('With which revision?'), placeHolder: vscode.l10n.t('A branch, a tag or a commit') }))?.trim();
}

/** Asks for one of what was kept of a document; undefined where the author picks none. */
export async function pickMilestone(those: readonly Milestone[]): Promise<Milestone | undefined> {
  const picks = those.map((milestone) => ({ label: milestone.name ?? vscode.l10n.t('My last review'), description: milestone.date, iconPath: new vscode.ThemeIcon(milestone.name === undefined ? 'eye' : 'milestone'), milestone }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('With which milestone shall the document be compared?') }))?.milestone;
}

/** Asks for the name of a milestone; undefined where the author gives none. */
export const askName = async (): Promise<string | undefined> =>
  (await vscode.window.showInputBox({ title: vscode.l10n.t('What is the milestone called?'), placeHolder: vscode.l10n.t('Kick-off, design review, …'), validateInput: reasonProblem }))?.trim();
