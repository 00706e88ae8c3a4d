import * as vscode from 'vscode';
import { FOREIGN } from './workspace-review';

/** A menu with more is searched, not read. */
const MOST = 100;

/** The team's own templates: files of the workspace that `specReview.templates` names, by path. */
export async function workspaceTemplates(): Promise<vscode.Uri[]> {
  const found = await Promise.all((vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
    const globs = vscode.workspace.getConfiguration('specReview', folder.uri).get<readonly unknown[]>('templates') ?? [];
    return globs.filter((glob) => typeof glob === 'string').map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), FOREIGN, MOST));
  }));
  const byUri = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...byUri.values()].sort((a, b) => a.path.localeCompare(b.path));
}

/** What a template is called: its first heading, else its name. */
export function templateName(uri: vscode.Uri, text: string): string {
  const heading = /^#[ \t]+(\S.*)$/m.exec(text)?.[1]?.replace(/[ \t]*#*[ \t]*$/, '');
  return heading ?? uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
