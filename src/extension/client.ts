import * as vscode from 'vscode';
import type { LanguageClientOptions, Middleware } from 'vscode-languageclient';
import type { Launch } from './launch';
import type { Snapshot } from '../report/changes';
import { basedOn, fade, type Comparisons } from './comparisons';
import type { ClientRequests, DocumentReview, Initialization, Notifications, Requests, Reviewed } from '../server/protocol';

/** Old versions, output and what this extension shows itself are Markdown too, but nobody's spec. */
const NOT_DOCUMENTS = new Set(['git', 'gitlens', 'output', 'spec-review', 'spec-review-draft', 'vscode-scm', 'comment', 'chat-editing-snapshot-text-model']);

export const isMarkdown = (document: vscode.TextDocument): boolean => document.languageId === 'markdown' && !NOT_DOCUMENTS.has(document.uri.scheme);

/** The server as the commands and views see it. */
export interface Server extends vscode.Disposable {
  /** Once it answers; until then the editor shows that it starts. Requests wait by themselves. */
  up(): Promise<void>;
  request<M extends keyof Requests>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']>;
  /** The review of the text as it is now, beside what it is compared with; null where the document is not open. */
  review(document: vscode.TextDocument): Promise<DocumentReview | null>;
  /** What tells a later version from the text as it is now, or from an earlier one; null where the document is not open or no spec. */
  snapshot(document: vscode.TextDocument, earlier?: string): Promise<Snapshot | null>;
  /** Fires after each review of an open document. */
  readonly onDidReview: vscode.Event<Reviewed>;
  /** The summary of the document's last review; undefined where there was none. */
  latest(document: vscode.TextDocument): Reviewed | undefined;
  /** Applies an edit of the server's and puts the cursor on what was inserted. */
  apply(edit: WorkspaceEdit | null): Promise<boolean>;
}
type WorkspaceEdit = NonNullable<Requests['specReview/insertSection']['result']>;

export function clientOptions(comparing: Comparisons): LanguageClientOptions {
  const initializationOptions: Initialization = { canAsk: true, readsFiles: true, knowsWorkspace: true };
  return { documentSelector: [{ language: 'markdown' }], initializationOptions, middleware: { ...middleware, ...fading(comparing) }, progressOnInitialization: false };
}

/** A document filter cannot exclude a scheme, so documents that are not ours are held back here. */
const middleware: Middleware = {
  didOpen: async (document, next) => { if (isMarkdown(document)) await next(document); },
  didChange: async (event, next) => { if (isMarkdown(event.document)) await next(event); },
  didClose: async (document, next) => { if (isMarkdown(document)) await next(document); },
  provideHover: (document, position, token, next) => (isMarkdown(document) ? next(document, position, token) : undefined),
  provideCompletionItem: (document, position, context, token, next) => (isMarkdown(document) ? next(document, position, context, token) : undefined),
  provideCodeLenses: (document, token, next) => (isMarkdown(document) ? next(document, token) : undefined),
  provideDocumentSymbols: (document, token, next) => (isMarkdown(document) ? next(document, token) : undefined),
  provideFoldingRanges: (document, context, token, next) => (isMarkdown(document) ? next(document, context, token) : undefined),
  provideCodeActions: (document, range, context, token, next) => (isMarkdown(document) ? next(document, range, context, token) : undefined),
};

/** With "focus on new", what was there then loses its presence. */
const fading = (comparing: Comparisons): Middleware => ({
  async provideDiagnostics(document, previous, token, next) {
    const report = await next(document, previous, token);
    const base = comparing.isFocused ? comparing.baseOf(document instanceof vscode.Uri ? document : document.uri) : undefined;
    if (base && report && 'items' in report) fade(report.items, base);
    return report;
  },
});

/** The server behind a client that may still be on its way up. */
export function connect(launched: Launch, comparing: Comparisons): Server {
  const reviewed = new vscode.EventEmitter<Reviewed>();
  const latest = new Map<string, Reviewed>();
  const key = (uri: vscode.Uri | string) => vscode.Uri.parse(uri.toString()).toString();
  const request: Server['request'] = async (method, params) => (await launched.client()).sendRequest(method, params);
  /** The editor asks again for the diagnostics of what is open. */
  const refresh = async (): Promise<void> => {
    const client = await launched.client();
    if (!client.isRunning()) return;
    const feature = client.getFeature('textDocument/diagnostic');
    for (const document of vscode.workspace.textDocuments.filter(isMarkdown)) feature.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
  };
  const subscriptions = vscode.Disposable.from(
    reviewed,
    vscode.workspace.onDidCloseTextDocument((document) => latest.delete(key(document.uri))),
    comparing.onDidChange(refresh),
  );
  launched.prepare((client) => vscode.Disposable.from(
    client.onNotification('specReview/reviewed' satisfies keyof Notifications, (summary: Reviewed) => {
      latest.set(key(summary.uri), summary);
      reviewed.fire(summary);
    }),
    client.onRequest('specReview/readFile' satisfies keyof ClientRequests, ({ uri }: ClientRequests['specReview/readFile']['params']) => readFile(uri)),
  ));
  return {
    request,
    up: () => launched.up(),
    review: (document) => request('specReview/review', { uri: document.uri.toString(), ...basedOn(comparing, document.uri) }),
    snapshot: (document, earlier) => request('specReview/snapshot', { uri: document.uri.toString(), ...(earlier !== undefined && { text: earlier }) }),
    onDidReview: reviewed.event,
    latest: (document) => latest.get(key(document.uri)),
    apply: async (edit) => edit !== null && applyAndReveal(await (await launched.client()).protocol2CodeConverter.asWorkspaceEdit(edit)),
    dispose: () => subscriptions.dispose(),
  };
}

async function readFile(uri: string): Promise<ClientRequests['specReview/readFile']['result']> {
  try {
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri))) };
  } catch {
    return null; // Most folders hold no config file; that is how the server finds out.
  }
}

async function applyAndReveal(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const [first] = edit.entries();
  if (!first || !await vscode.workspace.applyEdit(edit)) return false;
  const [uri, edits] = first;
  const [inserted] = edits;
  if (!inserted) return true;
  const blank = /^\s*/.exec(inserted.newText)![0];
  const line = inserted.range.start.line + blank.split('\n').length - 1;
  await showAt(uri, new vscode.Range(line, 0, line, 0));
  return true;
}

/** Shows a place of a document in the editor and puts the cursor there. */
export async function showAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** A range as the server sends it. */
export const toRange = ({ start, end }: { start: vscode.Position | Point; end: vscode.Position | Point }): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
interface Point { readonly line: number; readonly character: number }
