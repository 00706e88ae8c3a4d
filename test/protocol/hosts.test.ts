import assert from 'node:assert/strict';
import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AbstractMessageReader, AbstractMessageWriter, createMessageConnection, StreamMessageReader, StreamMessageWriter, type DataCallback, type Message } from 'vscode-jsonrpc/node';
import { TestClient } from './client';
import { THIN } from './fixtures';

/** Makes a thread of Node look like a web worker, as far as the server's connection sees it. */
const WORKER = `const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = () => {};
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

describe('the server as it ships', function () {
  this.timeout(20_000);
  let folder: string;

  before('build', function () {
    this.timeout(120_000);
    assert.equal(spawnSync(process.execPath, ['scripts/setup.mjs'], { stdio: 'inherit' }).status, 0);
    folder = mkdtempSync(join(tmpdir(), 'spec-review-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('reviews as a process over stdio, reads config files from the disk, and ends when told to', async () => {
    writeFileSync(join(folder, '.spec-review.yaml'), 'rules: { infrastructure/rollback: off }\n');
    const server = spawn(process.execPath, ['dist/server/node.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const client = await TestClient.start(connection, { folder: pathToFileURL(folder).href });
    const uri = pathToFileURL(join(folder, 'export.md')).href;
    await client.open(uri, THIN);
    const codes = (await client.pushed(uri)).map((d) => d.code);
    assert.ok(codes.length > 0 && !codes.includes('infrastructure/rollback'));
    await connection.sendRequest('shutdown');
    const ended = once(server, 'exit');
    await connection.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
    connection.dispose();
  });

  it('does not outlive a parent that went before it said a word', async () => {
    const server = fork('dist/server/node.js', ['--node-ipc'], { silent: true });
    await once(server, 'spawn');
    const ended = once(server, 'exit');
    server.disconnect();
    assert.deepEqual(await ended, [1, null]);
  });

  it('reviews in a worker, which has neither a document nor a disk', async () => {
    const worker = new Worker(WORKER + readFileSync('dist/server/browser.js', 'utf8'), { eval: true });
    const connection = createMessageConnection(new WorkerReader(worker), new WorkerWriter(worker));
    connection.onRequest('specReview/readFile', ({ uri }: { uri: string }) => (uri === 'file:///project/.spec-review.json' ? { text: '{ "rules": { "infrastructure/rollback": "off" } }' } : null));
    const client = await TestClient.start(connection, { options: { readsFiles: true } });
    await client.open('file:///project/export.md', THIN);
    const codes = (await client.pushed('file:///project/export.md')).map((d) => d.code);
    assert.ok(codes.length > 0 && !codes.includes('infrastructure/rollback'));
    connection.dispose();
    await worker.terminate();
  });
});

class WorkerReader extends AbstractMessageReader {
  constructor(readonly worker: Worker) {
    super();
    worker.on('error', (error) => this.fireError(error));
  }

  listen(callback: DataCallback) {
    this.worker.on('message', callback);
    return { dispose: () => void this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(readonly worker: Worker) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }

  end(): void {}
}
