import * as vscode from 'vscode';
import { activeMarkdown, sayOpenASpec } from './active-spec';
import type { Server } from './client';

const SCHEME = 'spec-review-config';

/** "Show Effective Configuration": what applies to the active document, and where each value is written; read-only. */
export function registerConfigCommand(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => server.request('specReview/effectiveConfig', { uri: uri.query }),
    }),
    vscode.commands.registerCommand('specReview.showConfig', async () => {
      const document = activeMarkdown();
      if (!document) return sayOpenASpec();
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name} (configuration).yaml`, query: document.uri.toString() });
      // What was shown before may be out of date.
      changed.fire(uri);
      await vscode.window.showTextDocument(uri, { preview: true });
    }),
  );
}
