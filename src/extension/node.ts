import * as vscode from 'vscode';
import { start } from './extension';
import { startServer } from './server-process';

export { deactivate } from './extension';

/** Starts the extension in a desktop or remote host; the server is a process of its own. */
export const activate = (context: vscode.ExtensionContext) => start(context, async (options) => {
  const run = () => startServer(vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath);
  // It comes up while the client is loaded.
  const first = run();
  return (await import('./node-client')).nodeClient(first, run, options);
});
