// Not from the protocol's own package: the server brings its own copy along, and nobody needs both.
import {
  LSPErrorCodes, Message, MessageType, type InitializeParams, type MessageReader, type MessageWriter, type NotificationMessage, type Registration,
  type RequestMessage, type ResponseMessage,
} from 'vscode-languageserver';
import { openTexts } from './open-texts';
import { HALTED, PING, REVIEWING, type Halted, type Initialization, type Reviewing } from './protocol';

/** A language server that can be ended at any moment, whatever it is busy with. */
export interface Runner {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Called when it ends by itself, with the cause in words. */
  onEnd(listener: (cause: string) => void): void;
  end(): void;
}

export interface Supervision {
  start(): Runner;
  /** Ends the program that supervises. */
  exit(code: number): void;
  /** Called once, with the process that started this one; the supervisor outlives nobody. */
  follow?(processId: number): void;
}

/** How long one review may take, in ms. The slowest shape that is known takes a tenth of it. */
const PATIENCE = 10_000;
/** So many ends without a document to blame, within so many ms, and starting again helps nobody. */
const ENDS = 4;
const WITHIN = 180_000;
/** Ids of the supervisor's own requests start with it; all others are numbers or what a client chose. */
const OWN = 'supervisor:';

/**
 * Stands between a client and a language server: hands every message on, and replaces the server when a review takes
 * too long or the server dies. The new one is told all that the old one knew. A document that was under review when the
 * old one ended is not reviewed again until it changes.
 */
export function supervise(client: { readonly reader: MessageReader; readonly writer: MessageWriter }, { start, exit, follow }: Supervision): void {
  const texts = openTexts();
  const halted = new Map<string, Halted['documents'][number]>();
  const unanswered = new Map<string | number, RequestMessage>();
  const registrations = new Map<string, Registration>();
  const ends: number[] = [];
  let patience = PATIENCE;
  let initialize: RequestMessage | undefined;
  /** What a new server has to hear again, by method. */
  const said = new Map<string, NotificationMessage>();
  let isEnding = false, hasTold = false;
  let generation = 0;
  let runner = run();
  let reviewing: { readonly uri: string; readonly timer: Timer } | undefined;
  let ping: Timer | undefined;

  const toClient = (message: Message) => void client.writer.write(message).catch(() => undefined);
  const toServer = (message: Message) => void runner.writer.write(message).catch(() => undefined);
  const log = (message: string, type: MessageType) => toClient(notification('window/logMessage', { type, message }));

  function run(): Runner {
    const started = start(), own = ++generation;
    started.reader.listen((message) => { if (own === generation) fromServer(message); });
    started.onEnd((cause) => { if (own === generation && !isEnding) replace(cause); });
    return started;
  }

  function fromClient(message: Message): void {
    if (Message.isRequest(message)) return requested(message);
    if (Message.isNotification(message)) return notified(message);
    // The answer to a server that is gone is nobody's.
    const [of, id] = String((message as ResponseMessage).id).split(':');
    if (Number(of) === generation) toServer({ ...message, id: Number(id) } as ResponseMessage);
  }

  function requested(message: RequestMessage): void {
    if (message.id === null) return;
    unanswered.set(message.id, message);
    if (message.method === 'initialize') {
      const params = message.params as unknown as InitializeParams;
      const options = (params.initializationOptions ?? {}) as Initialization;
      patience = options.patience ?? PATIENCE;
      if (params.processId) follow?.(params.processId);
      initialize = { ...message, params: { ...params, processId: null, initializationOptions: { ...options, supervised: true } } as never };
      return toServer(initialize);
    }
    if (message.method === 'shutdown') isEnding = true;
    toServer(message);
    // It answers at once, unless it is busy with what came before.
    if (ping) return;
    ping = expect(undefined);
    toServer(request(PING, undefined));
  }

  function notified(message: NotificationMessage): void {
    if (message.method === 'exit') {
      runner.end();
      return exit(isEnding ? 0 : 1);
    }
    if (message.method === 'initialized' || message.method === 'workspace/didChangeConfiguration') said.set(message.method, message);
    const changed = texts.take(message);
    if (changed) halted.delete(changed);
    toServer(message);
  }

  function fromServer(message: Message): void {
    if (ping) ping = expect(ping);
    if (Message.isRequest(message)) {
      for (const one of registered(message)) registrations.set(one.id, one);
      return toClient({ ...message, id: `${generation}:${message.id}` } as RequestMessage);
    }
    if (Message.isNotification(message)) return message.method === REVIEWING ? watch(message.params as unknown as Reviewing) : toClient(message);
    const { id } = message as ResponseMessage;
    if (id === `${OWN}${PING}`) ping = forget(ping);
    if (id === null || String(id).startsWith(OWN)) return;
    unanswered.delete(id);
    toClient(message);
  }

  function watch({ uri }: Reviewing): void {
    clearTimeout(reviewing?.timer);
    reviewing = uri === null ? undefined : { uri, timer: setTimeout(() => replace(`a review took longer than ${patience / 1000} s`), patience) };
  }

  /** A sign of life; whatever it is, a review that is under way has its own time. */
  function expect(earlier: Timer | undefined): Timer {
    clearTimeout(earlier);
    return setTimeout(() => {
      if (reviewing) ping = expect(undefined);
      else replace(`it did not answer for ${patience / 1000} s`);
    }, patience);
  }

  function replace(cause: string): void {
    const blamed = reviewing?.uri;
    ping = forget(ping);
    watch({ uri: null });
    // Whatever the old one still has to say is about to be said again.
    generation++;
    runner.end();
    giveUpRequests(cause);
    if (!blamed && !mayStartAgain()) {
      log(`The server ended too often to be started again: ${cause}.`, MessageType.Error);
      return exit(1);
    }
    if (blamed) halted.set(blamed, { uri: blamed, cause });
    tell(cause, blamed);
    runner = run();
    restore();
  }

  function mayStartAgain(): boolean {
    const now = Date.now();
    ends.push(now);
    return ends.filter((at) => now - at < WITHIN).length <= ENDS;
  }

  /** Clients ask again for what was cancelled by the server; where they do not, the author does. */
  function giveUpRequests(cause: string): void {
    for (const [id, { method }] of unanswered) {
      if (method === 'initialize') continue;
      const error = { code: LSPErrorCodes.ServerCancelled, message: `Given up: ${cause}.`, data: { retriggerRequest: true } };
      toClient({ jsonrpc: '2.0', id, ...(method === 'shutdown' ? { result: null } : { error }) } as ResponseMessage);
    }
    const first = [...unanswered].filter(([, { method }]) => method === 'initialize');
    unanswered.clear();
    for (const [id, message] of first) unanswered.set(id, message);
    if (registrations.size) toClient(request('client/unregisterCapability', { unregisterations: [...registrations.values()].map(({ id, method }) => ({ id, method })) }));
    registrations.clear();
  }

  /** In the log each time; in the author's way once, and only where nothing in a document says it. */
  function tell(cause: string, blamed: string | undefined): void {
    log(`The server was started again${blamed ? `, without ${blamed} until that changes` : ''}: ${cause}.`, MessageType.Warning);
    if (blamed || hasTold) return;
    hasTold = true;
    toClient(notification('window/showMessage', { type: MessageType.Warning, message: `Spec Review started its server again: ${cause}. Nothing of yours is lost.` }));
  }

  /** What the old server knew, in the order in which it was told. */
  function restore(): void {
    if (!initialize) return;
    // Its answer is the client's if the client still waits for one.
    toServer(initialize.id !== null && unanswered.has(initialize.id) ? initialize : { ...initialize, id: `${OWN}initialize` });
    for (const method of ['initialized', 'workspace/didChangeConfiguration']) {
      const message = said.get(method);
      if (message) toServer(message);
    }
    if (halted.size) toServer(notification(HALTED, { documents: [...halted.values()] } satisfies Halted));
    for (const document of texts.all()) {
      const { uri, languageId, version } = document;
      toServer(notification('textDocument/didOpen', { textDocument: { uri, languageId, version, text: document.getText() } }));
    }
  }

  client.reader.onClose(() => {
    runner.end();
    exit(isEnding ? 0 : 1);
  });
  client.reader.listen(fromClient);
}

type Timer = ReturnType<typeof setTimeout>;

const forget = (timer: Timer | undefined): undefined => clearTimeout(timer) as undefined;

const request = (method: string, params: object | undefined): RequestMessage => ({ jsonrpc: '2.0', id: `${OWN}${method}`, method, ...(params && { params: params as never }) });

const notification = (method: string, params: object): NotificationMessage => ({ jsonrpc: '2.0', method, params: params as never });

/** What the server asks to be told of by this message. */
const registered = ({ method, params }: RequestMessage): readonly Registration[] =>
  method === 'client/registerCapability' ? (params as unknown as { registrations: Registration[] }).registrations : [];
