import type { InitializeParams } from 'vscode-languageserver';
import type { Initialization } from './protocol';

/** What the client can do, as far as the server asks. */
export interface Client extends Required<Omit<Initialization, 'patience'>> {
  /** It asks for diagnostics, and asks again when told to; others get them pushed. Never both, or all would be doubled. */
  readonly pulls: boolean;
  /** It asks for code lenses again when told to. */
  readonly refreshesLenses: boolean;
  readonly relatedInformation: boolean;
  /** It shows symbols below each other. */
  readonly nestsSymbols: boolean;
  /** Edits may name the version of the text they are for. */
  readonly versionedEdits: boolean;
  readonly showsDocuments: boolean;
  /** It answers `workspace/configuration`; others send their settings with `workspace/didChangeConfiguration`. */
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** One of ours, which knows the messages of {@link ./protocol}. */
  readonly isOurs: boolean;
  /** URIs without a trailing `/`. */
  readonly folders: readonly string[];
}

export function clientOf({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams & { rootUri?: string | null }): Client {
  const { workspace, textDocument, window } = capabilities;
  const { canAsk = false, readsFiles = false, sharesDisk = false, knowsWorkspace = false, supervised = false } = (initializationOptions ?? {}) as Initialization;
  const folders = workspaceFolders?.map((f) => f.uri) ?? (rootUri ? [rootUri] : []);
  return {
    canAsk, readsFiles, sharesDisk, knowsWorkspace, supervised, isOurs: canAsk || readsFiles,
    pulls: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic !== undefined,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    showsDocuments: window?.showDocument?.support === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: folders.map((uri) => uri.replace(/\/$/, '')),
  };
}
