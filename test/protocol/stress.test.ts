import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CancellationTokenSource, createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import type { Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { startServer } from '../../src/server/server';
import { supervise } from '../../src/server/supervisor';
import { numbers } from '../fuzz/invariants';
import { startInProcess, TestClient } from './client';
import { LIMIT, LONG } from './long';

/** How long edits come; a minute and more by hand: STRESS_MS=60000 node scripts/mocha.mjs test/protocol/stress.test.ts */
const LASTING = Number(process.env.STRESS_MS) || 3_000;
const EVERY = 5;
const DOCUMENTS = 200;
/** Of these, how many a round of opening and closing takes. */
const ROUND = process.env.STRESS_MS ? DOCUMENTS : 40;

const SPECS = readdirSync('test/quality/specs').filter((name) => name.endsWith('.md')).map((name) => readFileSync(join('test/quality/specs', name), 'utf8'));
const uriOf = (i: number) => `file:///project/docs/rfcs/${i}.md`;
const textOf = (i: number) => SPECS[i % SPECS.length]!.replace(/^# .*/m, (title) => `${title} ${i}`);

const PIECES = ['x', '\n', '\n## Rollback\n\nTBD\n', ' within 5 minutes', '| a | b |\n|---|---|\n', '```\n', '<!--', '- [ ] ', '', ''];

/** One edit as somebody types it: a piece goes in at a place, or a few characters go. */
function someEdit(client: TestClient, uri: string, random: () => number): TextEdit {
  const lines = client.text(uri).split('\n');
  const line = Math.floor(random() * lines.length), character = Math.floor(random() * (lines[line]!.length + 1));
  const newText = PIECES[Math.floor(random() * PIECES.length)]!;
  return { range: { start: { line, character }, end: { line, character: Math.min(lines[line]!.length, newText ? character : character + 4) } }, newText };
}

/** Asks for something and loses interest at once. */
function askAndCancel(client: TestClient, uri: string, random: () => number): void {
  const source = new CancellationTokenSource();
  const [method, params] = ([
    ['textDocument/hover', { position: { line: 0, character: 2 } }], ['textDocument/codeLens', {}],
    ['textDocument/codeAction', { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, context: { diagnostics: [] } }],
  ] as const)[Math.floor(random() * 3)]!;
  void client.connection.sendRequest(method, { textDocument: { uri }, ...params }, source.token).catch(() => undefined);
  if (random() < 0.7) source.cancel();
}

describe('the server under stress', function () {
  this.timeout(LASTING + 120_000);
  let server: ChildProcessWithoutNullStreams | undefined;
  before('build', () => assert.equal(spawnSync(process.execPath, ['scripts/setup.mjs'], { stdio: 'inherit' }).status, 0));
  after(() => server?.kill());

  it('ends with the findings of the newest texts, whatever was edited, cancelled, closed and replaced meanwhile', async () => {
    server = spawn(process.execPath, ['dist/server/node.js', '--stdio']);
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    let replaced = 0;
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => { if (/started again/.test(message)) replaced++; });
    const client = await TestClient.start(connection, { options: { patience: LIMIT } });
    const random = numbers(7);
    for (let i = 0; i < DOCUMENTS; i++) await client.open(uriOf(i), textOf(i));

    const end = Date.now() + LASTING;
    let edits = 0, hasCrashed = false;
    while (Date.now() < end) {
      const uri = uriOf(Math.floor(random() * DOCUMENTS));
      await client.edit(uri, [someEdit(client, uri, random)]);
      edits++;
      if (random() < 0.2) askAndCancel(client, uriOf(Math.floor(random() * (DOCUMENTS + 20))), random);
      if (random() < 0.01) {
        const text = client.text(uri);
        await client.close(uri);
        await client.open(uri, text);
      }
      if (!hasCrashed && Date.now() > end - LASTING / 2) {
        hasCrashed = true;
        await client.open('file:///project/long.md', LONG);
      }
      await pause(EVERY);
    }
    const found = new Map<string, readonly Diagnostic[]>();
    for (let i = 0; i < DOCUMENTS; i++) found.set(uriOf(i), await client.pushed(uriOf(i)));
    assert.equal((await client.pushed('file:///project/long.md'))[0]!.code, 'analysis/too-complex');
    assert.equal(replaced, 1);
    if (process.env.STRESS_MS) console.log(`      ${edits} edits of ${DOCUMENTS} documents in ${LASTING} ms`);

    const fresh = await startInProcess({ options: {} });
    for (const [uri, diagnostics] of found) {
      await fresh.open(uri, client.text(uri));
      assert.deepEqual(diagnostics, await fresh.pushed(uri), uri);
    }
    await fresh.stop();
    connection.dispose();
  });

  it('keeps nothing of documents that are closed', async () => {
    const up = new PassThrough(), down = new PassThrough();
    supervise({ reader: new StreamMessageReader(up), writer: new StreamMessageWriter(down) }, {
      exit: () => undefined,
      start() {
        const to = new PassThrough(), from = new PassThrough();
        startServer(createConnection(to, from), { readFile: async () => undefined });
        return { reader: new StreamMessageReader(from), writer: new StreamMessageWriter(to), onEnd: () => undefined, end: () => undefined };
      },
    });
    const client = await TestClient.start(createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
    const random = numbers(11);
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;

    /** Bytes in use after a round of opening, editing and closing. */
    async function round(): Promise<number> {
      for (let i = 0; i < ROUND; i++) {
        await client.open(uriOf(i), textOf(i));
        await client.edit(uriOf(i), [someEdit(client, uriOf(i), random)]);
      }
      for (let i = 0; i < ROUND; i++) await client.pushed(uriOf(i));
      const kept = process.memoryUsage().heapUsed;
      for (let i = 0; i < ROUND; i++) await client.close(uriOf(i));
      client.published.clear();
      client.reviewed.length = 0;
      await client.connection.sendRequest('specReview/ping');
      gc();
      assert.ok(process.memoryUsage().heapUsed < kept, 'what is open needs memory');
      return process.memoryUsage().heapUsed;
    }
    await round();
    const before = await round();
    for (let i = 0; i < 3; i++) await round();
    const after = await round();
    if (process.env.STRESS_MS) console.log(`      heap before ${(before / 1e6).toFixed(1)} MB, after ${(after / 1e6).toFixed(1)} MB`);
    assert.ok(after < before * 1.1, `${before} bytes before, ${after} after`);
    await client.stop();
  });
});
