import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Grammars } from '../contracts';
import { startServer } from './server';
import { supervise, type Runner } from './supervisor';

const GRAMMARS = 'specReviewGrammars';
/** The name of the worker inside the worker, which does the work. */
const SERVER = 'spec-review server';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const own = { reader: new BrowserMessageReader(scope), writer: new BrowserMessageWriter(scope) };

// Where workers cannot start workers, nobody watches; the guard before the parser is all there is.
if (scope.name === SERVER || typeof Worker === 'undefined') startServer(createConnection(own.reader, own.writer), { grammars });
else supervise(own, { start, exit: () => scope.close() });

/** As a script of its own: a worker that was started from a text has no folder to load it from. */
async function grammars(script: () => Promise<string | undefined>): Promise<Grammars> {
  const text = await script();
  if (text === undefined) throw new Error('The client does not have the parsers of contracts.');
  const url = URL.createObjectURL(new Blob([`var module={exports:{}},exports=module.exports;${text}\nself.${GRAMMARS}=module.exports;`], { type: 'text/javascript' }));
  importScripts(url);
  URL.revokeObjectURL(url);
  return (scope as unknown as Record<string, Grammars>)[GRAMMARS]!;
}

/** The same script again. */
function start(): Runner {
  const worker = new Worker(scope.location.href, { name: SERVER });
  return {
    reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker),
    onEnd: (listener) => worker.addEventListener('error', (event) => listener(`it failed: ${event.message}`)),
    end: () => worker.terminate(),
  };
}
