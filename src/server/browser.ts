import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server';
import { supervise, type Runner } from './supervisor';

/** The name of the worker inside the worker, which does the work. */
const SERVER = 'spec-review server';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const own = { reader: new BrowserMessageReader(scope), writer: new BrowserMessageWriter(scope) };

// Where workers cannot start workers, nobody watches; the guard before the parser is all there is.
if (scope.name === SERVER || typeof Worker === 'undefined') startServer(createConnection(own.reader, own.writer), {});
else supervise(own, { start, exit: () => scope.close() });

/** The same script again. */
function start(): Runner {
  const worker = new Worker(scope.location.href, { name: SERVER });
  return {
    reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker),
    onEnd: (listener) => worker.addEventListener('error', (event) => listener(`it failed: ${event.message}`)),
    end: () => worker.terminate(),
  };
}
