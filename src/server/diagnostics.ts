import { DiagnosticSeverity, DocumentDiagnosticReportKind, type Connection, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LoadedConfig } from '../config/load';
import type { Client } from './client';
import { diagnosticOf, rangeOf, SOURCE } from './convert';
import { isReviewed, type Documents, type ReadDocument } from './documents';

const diagnosticsOf = (read: ReadDocument | undefined, client: Client): Diagnostic[] =>
  isReviewed(read) ? read.reviewed.review.findings.map((finding) => diagnosticOf(finding, read, client)) : [];

/** Answers clients that ask for diagnostics, when the author pauses. */
export function answerPulls(connection: Connection, documents: Documents, client: Client): void {
  if (!client.pulls) return;
  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: diagnosticsOf(await documents.settled(textDocument.uri), client),
  }));
}

/** Sends the diagnostics of a document to clients that do not ask; undefined when it was closed. */
export function pushDiagnostics(connection: Connection, uri: string, read: ReadDocument | undefined, client: Client): void {
  if (client.pulls) return;
  void connection.sendDiagnostics({ uri, diagnostics: diagnosticsOf(read, client), ...(read ? { version: read.document.version } : {}) });
}

/** Shows what is wrong with config files in these files; nobody asks for theirs, so they are always pushed. */
export function configDiagnostics(connection: Connection): { show(config: LoadedConfig): void; clear(): void } {
  const shown = new Set<string>();
  const send = (uri: string, diagnostics: Diagnostic[]) => void connection.sendDiagnostics({ uri, diagnostics });
  return {
    show({ sources }) {
      for (const { path, text, problems } of sources) {
        if (!problems.length && !shown.has(path)) continue;
        const document = TextDocument.create(path, '', 0, text);
        send(path, problems.map(({ message, span }) => ({ range: rangeOf(document, span), severity: DiagnosticSeverity.Error, source: SOURCE, message })));
        shown.add(path);
      }
    },
    clear() {
      for (const uri of shown) send(uri, []);
      shown.clear();
    },
  };
}
