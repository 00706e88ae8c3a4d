import type { NotificationMessage } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver-protocol';

/** What a client has open, as it said last; kept to tell a server that takes the place of one that ended. */
export interface OpenTexts {
  /** Takes in one message; the URI of the document that it opened, changed or closed, else undefined. */
  take(message: NotificationMessage): string | undefined;
  all(): readonly TextDocument[];
}

export function openTexts(): OpenTexts {
  const texts = new Map<string, TextDocument>();
  return {
    take({ method, params }) {
      switch (method) {
        case 'textDocument/didOpen': {
          const { uri, languageId, version, text } = (params as unknown as DidOpenTextDocumentParams).textDocument;
          texts.set(uri, TextDocument.create(uri, languageId, version, text));
          return uri;
        }
        case 'textDocument/didChange': {
          const { textDocument: { uri, version }, contentChanges } = params as unknown as DidChangeTextDocumentParams;
          const open = texts.get(uri);
          if (open) texts.set(uri, TextDocument.update(open, contentChanges, version));
          return uri;
        }
        case 'textDocument/didClose': {
          const { uri } = (params as unknown as DidCloseTextDocumentParams).textDocument;
          texts.delete(uri);
          return uri;
        }
        default: return undefined;
      }
    },
    all: () => [...texts.values()],
  };
}
