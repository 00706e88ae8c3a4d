import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTED, DRAFT, ENVIRONMENT, folder, PROGRAM, run, useProgram } from './cli';

describe('output', function () {
  this.timeout(30_000);
  useProgram();

  const many = (n: number) => folder(Object.fromEntries(Array.from({ length: n }, (_, i) => [`spec-${i}.md`, DRAFT])));
  const start = (cwd: string, args: readonly string[]) => spawn(process.execPath, [PROGRAM, ...args], { cwd, env: ENVIRONMENT });

  it('ends with 1 from --fail-on upwards, and with 0 below', () => {
    const root = folder({ 'draft.md': DRAFT, 'accepted.md': ACCEPTED });
    assert.equal(run(root, ['draft.md']).code, 0);
    assert.equal(run(root, ['draft.md', '--fail-on', 'warning']).code, 1);
    assert.equal(run(root, ['accepted.md']).code, 1);
    assert.equal(run(root, ['accepted.md', '--fail-on', 'never']).code, 0);
  });

  it('goes to a file where one is named, without colours', () => {
    const root = folder({ 'a.md': DRAFT });
    const { code, out, errors } = run(root, ['a.md', '--output', 'report.txt'], { env: { FORCE_COLOR: '1' } });
    assert.deepEqual({ code, out }, { code: 0, out: '' });
    assert.match(errors.join(), /^1 file reviewed: /);
    const report = readFileSync(join(root, 'report.txt'), 'utf8');
    assert.match(report, /^a\.md {2}design doc, draft\n/);
    assert.doesNotMatch(report, /\u001b/);
  });

  it('is coloured where a flag or the environment asks for it', () => {
    const isColoured = (args: readonly string[], env: Record<string, string> = {}) => run('.', ['checklist', ...args], { env }).out.includes('\u001b[');
    assert.deepEqual([isColoured([]), isColoured(['--color'], { NO_COLOR: '1' }), isColoured([], { FORCE_COLOR: '1' }), isColoured(['--no-color'], { FORCE_COLOR: '1' })], [false, true, true, false]);
  });

  it('ends quietly where its reader leaves', async () => {
    const child = start(many(60), ['--format', 'json']);
    let errors = '';
    child.stderr.on('data', (chunk) => { errors += chunk; });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code, signal] = await once(child, 'exit');
    assert.deepEqual({ code, signal, errors }, { code: 0, signal: null, errors: '' });
  });

  it('is complete JSON where Ctrl-C ends it early', async () => {
    const child = start(many(200), ['--format', 'json']);
    let out = '', errors = '';
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.stderr.on('data', (chunk) => { errors += chunk; });
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    const reviewed = JSON.parse(out).files.length;
    assert.ok(reviewed < 200);
    assert.deepEqual({ code, errors }, { code: 130, errors: `spec-review: stopped: ${reviewed} of 200 files reviewed\n` });
  });

  it('explains an item and lists them all', () => {
    const root = folder({});
    const explained = run(root, ['explain', 'infrastructure/rollback']);
    assert.equal(explained.code, 0);
    assert.match(explained.out, /^# infrastructure\/rollback\n/);
    assert.match(explained.out, /<!-- spec-review: not-applicable infrastructure\/rollback -- /);
    assert.match(run(root, ['explain', 'decision/expired']).out, /^# decision\/expired\n/);
    assert.deepEqual(run(root, ['explain', 'rollback']), { code: 2, out: '', errors: ['unknown item "rollback"; did you mean "infrastructure/rollback"?'] });

    const { items } = JSON.parse(run(root, ['checklist', '--format', 'json']).out);
    const listed = run(root, ['checklist']).out;
    for (const { id, question } of items) assert.ok(listed.includes(id) && question.endsWith('?'), id);
  });

  it('tells its version and its help on standard output', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(run('.', ['--version']), { code: 0, out: `${version}\n`, errors: [] });
    assert.match(run('.', ['--help']).out, /spec-review \[PATHS\][^]*--fail-on LEVEL[^]*Exit codes: 0 /);
  });

  it('serves an editor', async () => {
    const child = start('.', ['lsp', '--stdio']);
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let out = '';
    const answered = new Promise<void>((resolve) => child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('"serverInfo"')) resolve();
    }));
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
});
