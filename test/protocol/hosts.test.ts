import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { TestClient } from './client';
import { THIN } from './fixtures';

describe('the server as a process', () => {
  let folder: string;
  before(async function () {
    this.timeout(30_000);
    folder = mkdtempSync(join(tmpdir(), 'spec-review-'));
    // As the bundle that ships, but always of the sources as they are.
    await build({ entryPoints: ['src/server/node.ts'], bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], outfile: join(folder, 'server.cjs'), logLevel: 'warning' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('reviews over stdio, reads config files from the disk, and ends when told to', async () => {
    writeFileSync(join(folder, '.spec-review.yaml'), 'rules: { infrastructure/rollback: off }\n');
    const server = spawn(process.execPath, [join(folder, 'server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
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
  }).timeout(20_000);
});
