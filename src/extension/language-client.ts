import { BaseLanguageClient, type InitializeParams, type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient';
import { restarts } from './restarts';

/**
 * Microsoft's client, whatever the server runs in. It is not started yet.
 * @param reach leads to a server that nobody has talked to; asked at each start
 * @param processId of the extension host, where that is a process; the server does not outlive it
 */
export function languageClient(reach: () => Promise<MessageTransports>, options: LanguageClientOptions, processId: number | null): BaseLanguageClient {
  return new (class extends BaseLanguageClient {
    protected override createMessageTransports(): Promise<MessageTransports> {
      return reach();
    }
    protected override fillInitializeParams(params: InitializeParams): void {
      super.fillInitializeParams(params);
      params.processId = processId;
    }
  })('specReview', 'Spec Review', { ...options, errorHandler: restarts() });
}
