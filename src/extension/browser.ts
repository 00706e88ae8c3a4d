import * as vscode from 'vscode';
import { start } from './extension';

export { deactivate } from './extension';

/** Starts the extension in a browser; the server is a web worker, a new one after each restart. */
export const activate = (context: vscode.ExtensionContext) => start(context, async (options) => {
  const run = () => startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js'));
  // It comes up while the client is loaded, which is in the same file: an editor in a browser loads no other.
  const first = run();
  return (await import('./browser-client')).browserClient(first, run, options);
});

/** From the script's text, because an editor refuses to start a worker from a file of a remote. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const text = await vscode.workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
  return new Worker(url);
}
