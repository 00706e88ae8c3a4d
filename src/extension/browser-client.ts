import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageserver-protocol/browser';
import { languageClient } from './language-client';

/**
 * A client of servers in web workers, which is initialised after the activation.
 * @param first the worker to talk to at first
 * @param again starts another one
 */
export function browserClient(first: Promise<Worker>, again: () => Promise<Worker>, options: LanguageClientOptions): BaseLanguageClient {
  let waiting: Promise<Worker> | undefined = first;
  let worker: Worker | undefined;
  return languageClient(async () => {
    worker?.terminate();
    const next = waiting ?? again();
    waiting = undefined;
    worker = await next;
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  }, options, null);
}
