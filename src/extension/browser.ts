import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './extension';

export { deactivate } from './extension';

/** Starts the extension in a browser; the server is a web worker, a new one after each restart. */
export const activate = (context: vscode.ExtensionContext) => start(context, (options) => {
  let worker: Worker | undefined;
  // Not the worker itself: the editor wraps the class, so that the client would not know it for one.
  const server = async () => {
    worker?.terminate();
    worker = await startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js'));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient('specReview', 'Spec Review', server, options);
});

/** From the script's text, because an editor refuses to start a worker from a file of a remote. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const text = await vscode.workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
  return new Worker(url);
}
