import * as vscode from 'vscode';
import { isMarkdown } from './client';

/**
 * The Markdown document that an agent names by its path: an open one, else a file in a workspace folder. What a model
 * asks for must lie in the folders that the user opened, and not behind a link that leads out of them.
 * @throws with a sentence for the model
 */
export async function specAt(path: string): Promise<vscode.Uri> {
  const open = vscode.workspace.textDocuments.find((document) => isMarkdown(document) && [vscode.workspace.asRelativePath(document.uri), document.uri.fsPath, document.uri.path].includes(path));
  if (open) return open.uri;
  if (!/\.(?:md|markdown|mdx)$/i.test(path)) throw new Error(`${path} is no Markdown file`);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const candidates = folders.flatMap((folder) => placesIn(folder, path));
  if (!candidates.length) throw new Error(folders.length ? `${path} is outside of the workspace, which is all that may be read` : `${path} cannot be read: no folder is open`);
  for (const { folder, uri } of candidates) if (await isFile(folder.uri, uri)) return uri;
  throw new Error(`${path} does not exist`);
}

/** Where a path may be in a folder: as it is, or behind the folder's name, as the editor writes it where there are several. */
function placesIn(folder: vscode.WorkspaceFolder, path: string): { readonly folder: vscode.WorkspaceFolder; readonly uri: vscode.Uri }[] {
  const given = path.replaceAll('\\', '/');
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(given);
  const named = given.startsWith(`${folder.name}/`) ? [given.slice(folder.name.length + 1)] : [];
  const uris = isAbsolute ? [folder.uri.with({ path: vscode.Uri.file(given).path })] : [given, ...named].map((one) => vscode.Uri.joinPath(folder.uri, one));
  // `joinPath` has resolved what leads upwards.
  return uris.filter((uri) => uri.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`) && !uri.path.includes('/../')).map((uri) => ({ folder, uri }));
}

/** Whether it is a file, with no link on the way from the folder to it. */
async function isFile(folder: vscode.Uri, file: vscode.Uri): Promise<boolean> {
  const names = file.path.slice(folder.path.replace(/\/$/, '').length + 1).split('/');
  for (let depth = 1; depth <= names.length; depth++) {
    const type = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, ...names.slice(0, depth))).then((stat) => stat.type, () => undefined);
    if (type !== (depth === names.length ? vscode.FileType.File : vscode.FileType.Directory)) return false;
  }
  return true;
}
