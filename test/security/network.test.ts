import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, ENVIRONMENT, folder, PROGRAM, useProgram } from '../cli/cli';

/** Loaded before the program: whatever would leave the machine, or start something on it, ends it with the name of the call. */
const DENY = `
const deny = (what) => () => { process.stderr.write('DENIED ' + what + '\\n'); process.exit(99); };
const net = require('node:net'), dns = require('node:dns'), dgram = require('node:dgram'), child = require('node:child_process');
net.Socket.prototype.connect = deny('connect');
net.Server.prototype.listen = deny('listen');
dgram.createSocket = deny('datagram');
for (const name of Object.keys(dns)) if (typeof dns[name] === 'function' && /^(lookup|resolve|reverse)/.test(name)) dns[name] = deny('dns.' + name);
globalThis.fetch = deny('fetch');
globalThis.WebSocket = deny('WebSocket');
for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']) child[name] = deny(name);
`;

const HOSTILE = `${DRAFT}\n![x](http://203.0.113.7/pixel.png) [y](http://203.0.113.7/) <img src="http://203.0.113.7/z.png">\n\n\`\`\`yaml\n$ref: http://203.0.113.7/openapi.yaml\n\`\`\`\n`;
const message = (body: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

describe('the network and other programs', function () {
  this.timeout(30_000);
  useProgram();

  const root = folder({ 'deny.cjs': DENY, 'docs/refunds.md': HOSTILE, '.spec-review.yaml': 'rules: { wording/placeholder: info }\n' });
  const run = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, ['--require', join(root, 'deny.cjs'), PROGRAM, ...args], { cwd: root, input, encoding: 'utf8', env: { ...ENVIRONMENT, SPEC_REVIEW_CACHE: folder({}) } });

  it('would be noticed, were they asked for', () => {
    const script = folder({ 'a.cjs': 'require("node:http").get("http://203.0.113.7/")' });
    assert.match(spawnSync(process.execPath, ['--require', join(root, 'deny.cjs'), join(script, 'a.cjs')], { encoding: 'utf8' }).stderr, /^DENIED /);
  });

  for (const format of ['pretty', 'json', 'sarif', 'github', 'markdown', 'html', 'junit']) {
    it(`are never asked for by a review as ${format}`, () => {
      const { status, stderr } = run(['docs', '--format', format, '--fail-on', 'never']);
      assert.deepEqual([status, stderr], [0, '']);
    });
  }

  it('are never asked for by the server for agents', () => {
    const { status, stdout, stderr } = run(['mcp'], `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'review_spec', arguments: { path: 'docs/refunds.md' } } })}\n`);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /Review of docs/);
  });

  it('are never asked for by the language server', async () => {
    const text = readFileSync(join(root, 'docs/refunds.md'), 'utf8'), uri = `file://${root}/docs/refunds.md`;
    const server = spawn(process.execPath, ['--require', join(root, 'deny.cjs'), PROGRAM, 'lsp', '--stdio'], { cwd: root, env: ENVIRONMENT });
    let out = '', errors = '';
    server.stderr.on('data', (chunk) => { errors += chunk; });
    const answered = new Promise<void>((resolve) => {
      server.stdout.on('data', (chunk) => { if (/"id":2,"result":\{"contents"/.test(out += chunk)) resolve(); });
      server.on('close', () => resolve());
    });
    server.stdin.write([
      { id: 1, method: 'initialize', params: { processId: null, rootUri: `file://${root}`, capabilities: {} } },
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } },
      { id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 0, character: 3 } } },
    ].map(message).join(''));
    await answered;
    server.kill();
    assert.equal(errors, '');
    assert.match(out, /"id":2,"result":\{"contents"/);
  });
});
