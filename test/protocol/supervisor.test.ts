import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import type { Initialization } from '../../src/server/protocol';
import { TestClient } from './client';
import { THIN } from './fixtures';
import { LIMIT, LONG } from './long';

const SERVER_CANCELLED = -32802;

describe('the server under supervision', function () {
  this.timeout(60_000);
  let server: ChildProcessWithoutNullStreams;
  let connection: MessageConnection;
  let shown: string[], logged: string[];

  before('build', function () {
    this.timeout(120_000);
    assert.equal(spawnSync(process.execPath, ['scripts/setup.mjs'], { stdio: 'inherit' }).status, 0);
  });
  afterEach(() => {
    connection.dispose();
    server.kill();
  });

  async function start(env: Record<string, string> = {}, options: Initialization = { patience: LIMIT, canAsk: true }): Promise<TestClient> {
    server = spawn(process.execPath, ['dist/server/node.js', '--stdio'], { env: { ...process.env, ...env } });
    connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    shown = [];
    logged = [];
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => void shown.push(message));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
    return TestClient.start(connection, { options });
  }

  it('gives up a review that takes too long, says so in the document, and goes on with the others', async () => {
    const client = await start();
    await client.open('file:///project/thin.md', THIN);
    const before = await client.pushed('file:///project/thin.md');
    await client.open('file:///project/long.md', LONG);
    const asked = connection.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///project/long.md' }, position: { line: 0, character: 3 } });
    await assert.rejects(asked, (error: { code: number }) => error.code === SERVER_CANCELLED);

    const [given, ...others] = await client.pushed('file:///project/long.md');
    assert.deepEqual(others, []);
    assert.equal(given!.code, 'analysis/too-complex');
    assert.deepEqual(given!.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } });
    assert.match(String(given!.message), /took longer than 1\.5 s.*split it/);
    const summary = () => client.reviewed.find(({ uri }) => uri.endsWith('long.md'));
    await client.until(() => summary() !== undefined);
    assert.match(summary()!.halted!, /took longer/);
    assert.equal(logged.length, 1);
    assert.deepEqual(shown, [], 'the document says it');

    client.published.delete('file:///project/thin.md');
    await client.edit('file:///project/thin.md', [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '' }]);
    assert.deepEqual(await client.pushed('file:///project/thin.md'), before);
  });

  it('reviews what it gave up as soon as that changes, without what was typed being lost', async () => {
    const client = await start();
    await client.open('file:///project/long.md', LONG);
    assert.equal((await client.pushed('file:///project/long.md'))[0]!.code, 'analysis/too-complex');
    const all = { start: { line: 0, character: 0 }, end: { line: LONG.split('\n').length, character: 0 } };
    await client.edit('file:///project/long.md', [{ range: all, newText: THIN }]);
    const codes = (await client.pushed('file:///project/long.md')).map(({ code }) => code);
    assert.ok(codes.includes('infrastructure/rollback'), String(codes));
    assert.equal(logged.length, 1);
  });

  it('starts the server again when it needs too much memory', async () => {
    // On a busy machine the time must not run out before the memory does.
    const client = await start({ SPEC_REVIEW_MEMORY_MB: '36' }, { canAsk: true, patience: 50_000 });
    await client.open('file:///project/thin.md', THIN);
    await client.pushed('file:///project/thin.md');
    await client.open('file:///project/long.md', LONG);
    const [given] = await client.pushed('file:///project/long.md');
    assert.equal(given!.code, 'analysis/too-complex');
    assert.match(String(given!.message), /more than 36 MB/);
    assert.ok((await client.request('specReview/review', { uri: 'file:///project/thin.md' }))?.isSpec);
  });

  it('ends with its client', async () => {
    await start();
    const ended = once(server, 'exit');
    server.stdin.end();
    assert.deepEqual(await ended, [1, null]);
  });
});
