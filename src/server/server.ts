import {
  CodeLensRefreshRequest, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, FileChangeType, TextDocuments, TextDocumentSyncKind,
  type Connection, type InitializeResult, type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAMES } from '../config/config';
import type { Grammars } from '../contracts';
import { ruleUrl } from '../report/links';
import { TOOL } from '../report/tool';
import { answerAgents } from './agent-requests';
import { answerAuthorRequests } from './author-requests';
import { clientOf, type Client } from './client';
import { codeLenses } from './code-lens';
import { ACTION_KINDS, codeActions, OPEN_DOCUMENTATION } from './code-actions';
import { completions } from './completion';
import { summary, SOURCE } from './convert';
import { answerPulls, configDiagnostics, pushDiagnostics } from './diagnostics';
import { isReviewed, openDocuments } from './documents';
import { foldingRanges } from './folding';
import { hover } from './hover';
import { CHANGES_MOVED, HALTED, PING, REVIEWING, type ClientRequests, type Halted, type Notifications, type Reviewing } from './protocol';
import { answerRequests } from './requests';
import { definitionOf, prepareRename, referencesOf, rename } from './requirement-ids';
import { settingsStore, type ReadFile } from './settings';
import { CONTRACT, DOCUMENT, surroundings } from './surroundings';
import { documentSymbols } from './symbols';
import { watchedBases } from './watched-bases';

/** What the place where the server runs gives it. */
export interface Host {
  /** For clients that do not answer `specReview/readFile`, and those that share the disk. Without it the former have no config files. */
  readonly readFile?: ReadFile;
  /**
   * The parsers of contracts.
   * @param script their script, for a host that cannot load it itself; undefined where the client does not have it
   */
  readonly grammars?: (script: () => Promise<string | undefined>) => Promise<Grammars>;
  /** Whether a file lies in a folder, also where links lead elsewhere; without it there are no links. */
  readonly isInside?: (uri: string, folder: string) => Promise<boolean>;
}

/** Starts the language server on a connection that is not listening yet. It knows neither Node nor a browser. */
export function startServer(connection: Connection, host: Host): void {
  const texts = new TextDocuments(TextDocument);
  let client: Client | undefined;
  connection.onInitialize((params): InitializeResult => {
    client = clientOf(params);
    serve(connection, texts, client, host);
    return { capabilities: capabilities(client), serverInfo: TOOL };
  });
  connection.onInitialized(() => {
    if (client) register(connection, client);
  });
  texts.listen(connection);
  connection.listen();
}

const capabilities = (client: Client): ServerCapabilities => ({
  textDocumentSync: TextDocumentSyncKind.Incremental,
  codeActionProvider: { codeActionKinds: ACTION_KINDS },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  completionProvider: { triggerCharacters: [' ', '/', '-'] },
  foldingRangeProvider: true,
  ...(client.nestsSymbols ? { documentSymbolProvider: { label: 'Spec Review' } } : {}),
  // Its click is a command of ours.
  ...(client.canAsk ? { codeLensProvider: {} } : {}),
  ...(client.pulls ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } } : {}),
  ...(client.showsDocuments ? { executeCommandProvider: { commands: [OPEN_DOCUMENTATION] } } : {}),
});

/** Asks to be told what no capability of the server announces: changes of settings, of config files and of documents. */
function register(connection: Connection, client: Client): void {
  if (client.registersConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'specReview' });
  if (client.registersWatchers) {
    // Those that others extend have a word in front: "base.spec-review.yaml".
    const watchers = [...CONFIG_NAMES.flatMap((name) => [{ globPattern: `**/${name}` }, { globPattern: `**/*${name}` }]), { globPattern: '**/*.{md,markdown,mdx}' }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

function serve(connection: Connection, texts: TextDocuments<TextDocument>, client: Client, host: Host): void {
  const readFile = fileReader(connection, client, host);
  const configs = configDiagnostics(connection);
  const bases = watchedBases(connection, client);
  const settings = settingsStore(connection, client, readFile, (config) => {
    configs.show(config);
    bases.watch(config);
  });
  const others = surroundings(connection, texts, client, settings, { ...host, readFile }, (uri) => reviewAgain(uri));
  const documents = openDocuments(connection, texts, settings, others.around, {
    reviewing: markReviews(connection, client),
    read(read) {
      pushDiagnostics(connection, read.document.uri, read, client);
      if (client.isOurs) void connection.sendNotification('specReview/reviewed' satisfies keyof Notifications, summary(read));
    },
    closed: (uri) => pushDiagnostics(connection, uri, undefined, client),
  });
  // A client that asks for diagnostics asks again on edits only, unless it is told to.
  const refreshPulls = () => {
    if (client.pulls) connection.languages.diagnostics.refresh();
    if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
  };
  const reviewAgain = (uri?: string) => {
    documents.refresh(uri);
    refreshPulls();
  };
  const settingsChanged = () => {
    settings.forget();
    configs.clear();
    others.forget();
    reviewAgain();
  };

  connection.onRequest(PING, () => null);
  connection.onNotification(HALTED, (params: Halted) => documents.halt(params.documents));
  answerPulls(connection, documents, client);
  answerRequests(connection, documents, settings, client, refreshPulls);
  answerAuthorRequests(connection, documents, settings, client);
  answerAgents(connection, documents, settings, others.around, client);
  connection.onCodeAction(async (params) => {
    const read = await documents.current(params.textDocument.uri);
    return isReviewed(read) ? codeActions(read, params, client) : [];
  });
  connection.onHover(async ({ textDocument, position }) => {
    const read = await documents.current(textDocument.uri);
    return isReviewed(read) ? hover(read, position) : null;
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    const read = await documents.current(textDocument.uri);
    return isReviewed(read) ? [...await definitionOf(read, position, others)] : [];
  });
  connection.onReferences(async ({ textDocument, position, context }) => {
    const read = await documents.current(textDocument.uri);
    return isReviewed(read) ? [...await referencesOf(read, position, others, context.includeDeclaration)] : [];
  });
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const read = await documents.current(textDocument.uri);
    return isReviewed(read) ? prepareRename(read, position) : null;
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const read = await documents.current(textDocument.uri);
    return isReviewed(read) ? rename(read, position, newName, others) : null;
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    const read = await documents.current(textDocument.uri);
    return isReviewed(read) ? completions(read, position) : [];
  });
  connection.onCodeLens(async ({ textDocument }) => {
    const [read, { showsLens }] = await Promise.all([documents.settled(textDocument.uri), settings.of(textDocument.uri)]);
    return isReviewed(read) && showsLens ? codeLenses(read) : [];
  });
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const [read, { showsOutline }] = await Promise.all([documents.settled(textDocument.uri), settings.of(textDocument.uri)]);
    return isReviewed(read) && showsOutline && client.nestsSymbols ? documentSymbols(read) : [];
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const read = await documents.settled(textDocument.uri);
    return isReviewed(read) ? foldingRanges(read) : [];
  });
  connection.onExecuteCommand(async ({ command, arguments: [item] = [] }) => {
    if (command === OPEN_DOCUMENTATION) await connection.window.showDocument({ uri: ruleUrl(String(item)), external: true });
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.push(pushed);
    settingsChanged();
  });
  connection.onNotification(CHANGES_MOVED, () => {
    others.changesMoved();
    reviewAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => bases.isConfig(uri))) return settingsChanged();
    const written = changes.filter(({ uri }) => DOCUMENT.test(uri) || CONTRACT.test(uri));
    for (const { uri, type } of written) others.written(uri, type !== FileChangeType.Changed);
    if (written.length) reviewAgain();
  });
}

/** Tells a supervisor what is under review, and when that ends. */
function markReviews(connection: Connection, { supervised }: Client): (uri: string) => () => void {
  const mark = (uri: string | null) => { if (supervised) void connection.sendNotification(REVIEWING, { uri } satisfies Reviewing); };
  return (uri) => {
    mark(uri);
    return () => mark(null);
  };
}

function fileReader(connection: Connection, { readsFiles, sharesDisk }: Client, host: Host): ReadFile {
  const own = host.readFile ?? (async () => undefined);
  if (!readsFiles) return own;
  return (uri) => (sharesDisk && host.readFile && uri.startsWith('file:') ? own(uri) : askForFile(connection, uri));
}

async function askForFile(connection: Connection, uri: string): Promise<string | undefined> {
  const params: ClientRequests['specReview/readFile']['params'] = { uri };
  const found = await connection.sendRequest<ClientRequests['specReview/readFile']['result']>('specReview/readFile' satisfies keyof ClientRequests, params);
  return found?.text;
}
