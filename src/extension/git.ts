import * as vscode from 'vscode';

/** As much of the editor's own git extension as is asked: its first version of an API, which it keeps. */
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  getRepository(uri: vscode.Uri): Repository | null;
}

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD?: { readonly name?: string };
    readonly workingTreeChanges: readonly Change[];
    readonly indexChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
    readonly onDidChange: vscode.Event<void>;
  };
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  diffBetween(from: string, to: string): Promise<readonly Change[]>;
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly { readonly authorDate?: Date; readonly commitDate?: Date }[]>;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri?: vscode.Uri;
}

/** What the current branch is compared with, the first that there is. */
const MAIN = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** Undefined in a browser, in a workspace that is not trusted, and where git is switched off. */
export async function git(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  try {
    const exports = extension && await extension.activate();
    return exports?.enabled ? exports.getAPI(1) : undefined;
  } catch {
    return undefined; // There is no git program; nobody asked for it here.
  }
}

/** The files that the current branch changed since it left the main one, committed or not. Undefined where there is no such branch. */
export async function branchChanges(folder: vscode.Uri): Promise<{ readonly since: string; readonly uris: readonly vscode.Uri[] } | undefined> {
  const repository = (await git())?.getRepository(folder);
  if (!repository) return undefined;
  for (const since of MAIN) {
    const base = await repository.getMergeBase(since, 'HEAD').catch(() => undefined);
    if (!base) continue;
    const { workingTreeChanges, indexChanges, untrackedChanges = [] } = repository.state;
    const changes = [...await repository.diffBetween(base, 'HEAD'), ...workingTreeChanges, ...indexChanges, ...untrackedChanges];
    return { since, uris: changes.flatMap(({ uri, originalUri, renameUri }) => [uri, originalUri, ...(renameUri ? [renameUri] : [])]) };
  }
  return undefined;
}

/** When a file was last committed, YYYY-MM-DD; undefined where nothing tells. */
export async function committedOn(file: vscode.Uri): Promise<string | undefined> {
  const repository = (await git())?.getRepository(file);
  const [entry] = await repository?.log({ path: file.fsPath, maxEntries: 1 }).catch(() => []) ?? [];
  return (entry?.commitDate ?? entry?.authorDate)?.toISOString().slice(0, 10);
}
