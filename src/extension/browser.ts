import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './extension';

/** Starts the extension in a browser; the server is a web worker, a new one after each restart. */
export const activate = (context: vscode.ExtensionContext) => start(context, (options) => {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true);
  let worker: Worker | undefined;
  const server = () => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve(worker);
  };
  return new LanguageClient('specReview', 'Spec Review', server, options);
});
