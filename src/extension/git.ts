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
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly Commit[]>;
  /** The text of a file by its whole path; rejects where it was not there. */
  show(revision: string, path: string): Promise<string>;
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
  readonly commitDate?: Date;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri?: vscode.Uri;
}

/** So many are offered; others can be typed. */
const MOST_COMMITS = 12;

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
  const left = await leftMain(repository);
  if (!left) return undefined;
  const changes = [...await repository.diffBetween(left.commit, 'HEAD'), ...uncommitted(repository)];
  return { since: left.since, uris: changes.flatMap(({ uri, originalUri, renameUri }) => [uri, originalUri, ...(renameUri ? [renameUri] : [])]) };
}

/** Where the current branch left the main one. */
async function leftMain(repository: Repository): Promise<{ readonly since: string; readonly commit: string } | undefined> {
  for (const since of MAIN) {
    const commit = await repository.getMergeBase(since, 'HEAD').catch(() => undefined);
    if (commit) return { since, commit };
  }
  return undefined;
}

const uncommitted = ({ state: { workingTreeChanges, indexChanges, untrackedChanges = [] } }: Repository): readonly Change[] => [...workingTreeChanges, ...indexChanges, ...untrackedChanges];

/** What the branch of a document is compared with, as {@link branchChanges}; undefined where there is no such branch. */
export async function mainBranch(file: vscode.Uri): Promise<string | undefined> {
  const repository = (await git())?.getRepository(file);
  return repository ? (await leftMain(repository))?.since : undefined;
}

/** The last commits of a file, the newest first; undefined where no repository holds it. */
export async function commitsOf(file: vscode.Uri): Promise<readonly Commit[] | undefined> {
  const repository = (await git())?.getRepository(file);
  return repository?.log({ path: file.fsPath, maxEntries: MOST_COMMITS }).catch(() => []);
}

/**
 * A file as it was where the current branch left a revision, so that what others did behind it since is no change of the
 * branch; under the name that it had then. Undefined where there is no such revision.
 */
export async function fileAt(file: vscode.Uri, revision: string): Promise<{ readonly text: string } | 'new' | undefined> {
  const repository = (await git())?.getRepository(file);
  const commit = await repository?.getMergeBase(revision, 'HEAD').catch(() => undefined);
  if (!repository || !commit) return undefined;
  const changes = [...uncommitted(repository), ...await repository.diffBetween(commit, 'HEAD')];
  const before = changes.reduce((uri, change) => (change.renameUri?.toString() === uri.toString() ? change.originalUri : uri), file);
  return repository.show(commit, before.fsPath).then((text) => ({ text }), () => 'new' as const);
}

/** When a file was last committed, YYYY-MM-DD; undefined where nothing tells. */
export async function committedOn(file: vscode.Uri): Promise<string | undefined> {
  const repository = (await git())?.getRepository(file);
  const [entry] = await repository?.log({ path: file.fsPath, maxEntries: 1 }).catch(() => []) ?? [];
  return (entry?.commitDate ?? entry?.authorDate)?.toISOString().slice(0, 10);
}
