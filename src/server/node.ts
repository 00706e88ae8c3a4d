import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import {
  createConnection, IPCMessageReader, IPCMessageWriter, PortMessageReader, PortMessageWriter, ProposedFeatures, StreamMessageReader, StreamMessageWriter,
} from 'vscode-languageserver/node';
import { compilePatternsOnce } from './node-engine';
import { nodeHost } from './node-host';
import { SERVES } from './protocol';
import { supervise, type Runner } from './supervisor';

/** A document of the largest size needs a fraction of it. In MB. */
const MEMORY = Number(process.env.SPEC_REVIEW_MEMORY_MB) || 1024;
/** How often to look whether the client's process is still there, in ms. */
const LOOK = 3_000;

if (isMainThread) {
  compilePatternsOnce();
  supervise(transport(), { start, follow, exit: (code) => process.exit(code) });
} else if (parentPort) {
  const port = parentPort;
  // Loaded here only: the thread that supervises needs no checklist.
  void import('./server').then(({ startServer }) =>
    startServer(createConnection(ProposedFeatures.all, new PortMessageReader(port as never), new PortMessageWriter(port as never)), nodeHost));
}

function transport() {
  if (!process.argv.includes('--node-ipc')) return { reader: new StreamMessageReader(process.stdin), writer: new StreamMessageWriter(process.stdout) };
  // A parent that is gone, also before it said a word.
  process.once('disconnect', () => process.exit(1));
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}

/** The server in a thread of its own, which must not write between the messages on standard output. */
function start(): Runner {
  const worker = new Worker(__filename, { workerData: SERVES, argv: [], stdout: true, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  return {
    reader: new PortMessageReader(worker as never), writer: new PortMessageWriter(worker as never),
    onEnd(listener) {
      worker.once('error', (error: NodeJS.ErrnoException) => listener(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `it needed more than ${MEMORY} MB of memory` : `it failed: ${error.message}`));
      worker.once('exit', (code) => listener(`it ended with exit code ${code}`));
    },
    end: () => void worker.terminate(),
  };
}

function follow(processId: number): void {
  setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch {
      process.exit(1);
    }
  }, LOOK).unref();
}
