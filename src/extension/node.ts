import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './extension';

export { deactivate } from './extension';

/** Starts the extension in a desktop or remote host; the server is a process of its own. */
export const activate = (context: vscode.ExtensionContext) => start(context, (options) => {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath;
  return new LanguageClient('specReview', 'Spec Review', { module, transport: TransportKind.ipc }, options);
});
