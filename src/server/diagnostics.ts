import { DiagnosticSeverity, DocumentDiagnosticReportKind, type Connection, type Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TOO_COMPLEX } from '../analyzer/too-complex';
import type { LoadedConfig } from '../config/load';
import { ruleUrl } from '../report/links';
import type { Client } from './client';
import { diagnosticsOf, rangeOf, SOURCE } from './convert';
import { isReviewed, type Documents, type ReadDocument } from './documents';

const allOf = (read: ReadDocument | undefined, client: Client): Diagnostic[] =>
  read?.halted !== undefined ? [haltedDiagnostic(read.document, read.halted)] : isReviewed(read) ? diagnosticsOf(read, client) : [];

/** One diagnostic on the first line of a document that was given up. */
function haltedDiagnostic(document: TextDocument, cause: string): Diagnostic {
  const [first = ''] = document.getText({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }).split(/\r?\n/);
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: first.length } }, severity: DiagnosticSeverity.Warning, source: SOURCE,
    code: TOO_COMPLEX, codeDescription: { href: ruleUrl(TOO_COMPLEX) },
    message: `Too complex to review: ${cause}, so this document has no findings; split it, or change what is unusual in it, to have it reviewed again.`,
  };
}

/** Answers clients that ask for diagnostics, when the author pauses. */
export function answerPulls(connection: Connection, documents: Documents, client: Client): void {
  if (!client.pulls) return;
  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: allOf(await documents.settled(textDocument.uri), client),
  }));
}

/** Sends the diagnostics of a document to clients that do not ask; undefined when it was closed. */
export function pushDiagnostics(connection: Connection, uri: string, read: ReadDocument | undefined, client: Client): void {
  if (client.pulls) return;
  void connection.sendDiagnostics({ uri, diagnostics: allOf(read, client), ...(read ? { version: read.document.version } : {}) });
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
