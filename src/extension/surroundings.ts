import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientRequests } from '../server/protocol';
import { branchChanges, git } from './git';
import { FOREIGN, MARKDOWN } from './workspace-review';

/** A workspace with more is not compared as a whole. */
const MOST = 3_001;
/** In ms: git tells of one change many times. */
const PAUSE = 500;

/** Tells the server which documents there are, and what the branch changed. The client need not be started yet. */
export function answerSurroundings(client: BaseLanguageClient, extensionUri: vscode.Uri): vscode.Disposable {
  const on = <M extends keyof ClientRequests>(method: M, answer: (params: ClientRequests[M]['params']) => Promise<ClientRequests[M]['result']>) => client.onRequest(method, answer);
  const subscriptions: vscode.Disposable[] = [
    on('specReview/listDocuments', async ({ folder, globs = [MARKDOWN] }) => {
      const root = vscode.Uri.parse(folder);
      const files = await Promise.all(globs.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), FOREIGN, MOST)));
      return { paths: [...new Set(files.flat().flatMap((uri) => pathIn(root, uri) ?? []))].sort() };
    }),
    on('specReview/parsers', async () => ({ script: new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'contracts.js'))) })),
    on('specReview/changes', async ({ folder }) => {
      const root = vscode.Uri.parse(folder);
      watchGit();
      const changes = await branchChanges(root).catch(() => undefined);
      return changes ? { since: changes.since, files: [...new Set(changes.uris.flatMap((uri) => pathIn(root, uri) ?? []))].sort() } : null;
    }),
  ];

  /** From the first document on that names its code: nobody else asks what git does. */
  let watching: Promise<void> | undefined;
  const watchGit = () => void (watching ??= watch());
  async function watch(): Promise<void> {
    const api = await git();
    if (!api) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (client.isRunning()) void client.sendNotification('specReview/changesMoved', null); }, PAUSE);
    };
    const follow = (repository: (typeof api.repositories)[number]) => { subscriptions.push(repository.state.onDidChange(moved)); };
    api.repositories.forEach(follow);
    subscriptions.push({ dispose: () => clearTimeout(timer) }, api.onDidOpenRepository((repository) => {
      follow(repository);
      moved();
    }));
  }
  return { dispose: () => vscode.Disposable.from(...subscriptions).dispose() };
}

/** The path from a folder, with `/`; undefined outside of it. */
const pathIn = (folder: vscode.Uri, { path }: vscode.Uri): string | undefined => {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return path.startsWith(root) ? path.slice(root.length) : undefined;
};
