import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';
import type { Initialization } from '../server/protocol';
import { languageClient } from './language-client';

/** How long a server that was told to end may take, in ms. */
const PATIENCE = 2_000;

/**
 * A client of servers in processes; a bundle of its own, which is loaded after the activation.
 * @param first the process to talk to at first
 * @param again starts another one
 */
export function nodeClient(first: ChildProcess, again: () => ChildProcess, options: LanguageClientOptions): BaseLanguageClient {
  let waiting: ChildProcess | undefined = first;
  const client = languageClient(async () => {
    const server = waiting?.connected ? waiting : again();
    waiting = undefined;
    if (server.pid === undefined) throw new Error(`The server could not be started as ${server.spawnfile}.`);
    log(server, client);
    const stopped = client.onDidChangeState(({ newState }) => { if (newState === State.Stopped) setTimeout(() => server.kill(), PATIENCE); });
    server.once('exit', () => stopped.dispose());
    return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
  }, { ...options, initializationOptions: { ...options.initializationOptions, sharesDisk: true } satisfies Initialization }, process.pid);
  return client;
}

/** What the server says beside its messages, and how it ends, goes to the output. */
function log(server: ChildProcess, client: BaseLanguageClient): void {
  const lines = (stream: ChildProcess['stdout'], say: (line: string) => void) => { if (stream) createInterface({ input: stream, crlfDelay: Infinity }).on('line', say); };
  lines(server.stdout, (line) => client.outputChannel.info(line));
  lines(server.stderr, (line) => client.outputChannel.error(line));
  server.once('exit', (code, signal) => {
    if (code) client.error(`The server ended with exit code ${code}.`, undefined, false);
    else if (signal) client.error(`The server was ended by ${signal}.`, undefined, false);
  });
}
