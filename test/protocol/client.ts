import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import type {
  CodeAction, Diagnostic, Hover, InitializeParams, InitializeResult, PublishDiagnosticsParams, Range, TextEdit, WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as grammars from '../../src/contracts';
import type { Grammars } from '../../src/contracts';
import type { Initialization, Requests, Reviewed } from '../../src/server/protocol';
import { startServer } from '../../src/server/server';
import type { ReadFile } from '../../src/server/settings';

export interface ClientOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly options?: Initialization;
  /** Answers `workspace/configuration`, where the capabilities say so. */
  readonly settings?: () => unknown;
  readonly folder?: string;
}

/** Capabilities of a client that asks for diagnostics, as VS Code does. */
export const PULLS: InitializeParams['capabilities'] = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true }, configuration: true },
};

/** A client that keeps its documents and what it was sent, as an editor does. */
export class TestClient {
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly reviewed: Reviewed[] = [];
  refreshes = 0;
  readonly #documents = new Map<string, TextDocument>();
  /** The newest of each document, closed ones too: what is said of a text from before it was closed must not pass for news. */
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  private constructor(readonly connection: MessageConnection, options: ClientOptions) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.#wake();
    });
    connection.onNotification('specReview/reviewed', (params: Reviewed) => {
      this.reviewed.push(params);
      this.#wake();
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#wake();
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => options.settings?.() ?? null));
  }

  static async start(connection: MessageConnection, options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(connection, options);
    connection.listen();
    const folder = options.folder ?? 'file:///project';
    client.#initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null, rootUri: folder, workspaceFolders: [{ uri: folder, name: 'work' }],
      capabilities: options.capabilities ?? {}, initializationOptions: options.options,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  #initialized: InitializeResult | undefined;
  get capabilities(): InitializeResult['capabilities'] {
    return this.#initialized!.capabilities;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  text(uri: string): string {
    return this.#documents.get(uri)!.getText();
  }

  /** The text at a range of the document as it is now. */
  at(uri: string, range: Range): string {
    return this.#documents.get(uri)!.getText(range);
  }

  /** The range of the first occurrence of some text. */
  find(uri: string, words: string): Range {
    const document = this.#documents.get(uri)!;
    const start = document.getText().indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in the document`);
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    const version = this.#next(uri);
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Incremental, as editors send it. */
  async edit(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.#documents.get(uri)!;
    const version = this.#next(uri);
    const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  #next(uri: string): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return version;
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Applies a workspace edit to the one document it is for, as an editor would; fails for a stale version. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) await this.edit(uri, lastFirst(edits));
    for (const change of edit.documentChanges ?? []) {
      if (!('textDocument' in change)) throw new Error('only text edits are expected');
      const { uri, version } = change.textDocument;
      if (version !== this.#documents.get(uri)!.version) throw new Error(`the edit is for version ${version}`);
      await this.edit(uri, lastFirst(change.edits as TextEdit[]));
    }
  }

  request<M extends keyof Requests>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']> {
    return this.connection.sendRequest(method, params);
  }

  /** The diagnostics as soon as they are as wanted, else the last: a review that does not wait for what is around it is made again. */
  async pullUntil(uri: string, isWanted: (found: Diagnostic[]) => boolean, ms = 10_000): Promise<Diagnostic[]> {
    const end = performance.now() + ms;
    for (;;) {
      const found = await this.pull(uri);
      if (isWanted(found) || performance.now() > end) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    return (await this.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items;
  }

  /** Those pushed for the document's newest version. */
  async pushed(uri: string): Promise<Diagnostic[]> {
    await this.until(() => this.published.get(uri)?.version === this.#documents.get(uri)!.version);
    return this.published.get(uri)!.diagnostics;
  }

  actions(uri: string, range: Range, diagnostics: Diagnostic[] = [], only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics, ...(only ? { only } : {}) } });
  }

  async hover(uri: string, position: Range['start']): Promise<string | undefined> {
    const hover = await this.connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
    return hover ? (hover.contents as { value: string }).value : undefined;
  }

  /** Waits for something the server sends; mocha's time limit is the deadline. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((wake) => this.#waiting.add(wake));
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

/** All edits of one change are of the same text, those of an incremental update each of what the one before left. */
const lastFirst = (edits: readonly TextEdit[]): TextEdit[] =>
  [...edits].sort(({ range: a }, { range: b }) => b.start.line - a.start.line || b.start.character - a.start.character);

/** The real server in this process, over streams; `files` are its disk. */
export function startInProcess(options: ClientOptions = {}, files: ReadonlyMap<string, string> = new Map(), loaded: () => Promise<Grammars> = async () => grammars): Promise<TestClient> {
  const up = new PassThrough(), down = new PassThrough();
  const readFile: ReadFile = async (uri) => files.get(uri);
  startServer(createConnection(up, down), { readFile, grammars: loaded });
  return TestClient.start(createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)), options);
}
