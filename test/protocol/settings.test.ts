import assert from 'node:assert/strict';
import { PULLS, startInProcess, type TestClient } from './client';
import { README, THIN as DRAFT } from './fixtures';

/** At this stage nothing is toned down. */
const THIN = DRAFT.replace('In review', 'Accepted');
const SPEC = 'file:///project/docs/export%20plan.md';
const NOTE = 'file:///project/README.md';
const CONFIG = 'file:///project/.spec-review.yaml';
const OFF = { rules: { 'infrastructure/rollback': 'off' } };
const configuration = { workspace: { configuration: true } };

describe('settings', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const codes = async (uri = SPEC) => (await client.pushed(uri)).map((d) => d.code);

  it('of the editor set levels, which files are specs, and whether anything is reviewed', async () => {
    let settings: object = { rules: { 'infrastructure/rollback': 'error' }, specs: ['docs/* plan.md', 'README.md'] };
    client = await startInProcess({ capabilities: configuration, settings: () => settings });
    await client.open(SPEC, THIN);
    await client.open(NOTE, README);
    assert.equal((await client.pushed(SPEC)).find((d) => d.code === 'infrastructure/rollback')?.severity, 1);
    assert.ok((await codes(NOTE)).length > 0);

    settings = { enable: false };
    client.published.clear();
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual([await codes(), await codes(NOTE)], [[], []]);
  });

  it('of the editor set the depth', async () => {
    let depth = 'essential';
    client = await startInProcess({ capabilities: configuration, settings: () => ({ depth }) });
    await client.open(SPEC, THIN);
    const essential = await codes();
    assert.ok(essential.some((code) => String(code).endsWith('/*')));
    depth = 'thorough';
    client.published.clear();
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const thorough = await codes();
    assert.ok(thorough.length > essential.length && !thorough.some((code) => String(code).endsWith('/*')));
  });

  it('are taken from clients that send them unasked', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    assert.ok((await codes()).includes('infrastructure/rollback'));
    client.published.clear();
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { specReview: OFF } });
    assert.ok(!(await codes()).includes('infrastructure/rollback'));
  });

  it('that make no sense are logged and left out', async () => {
    client = await startInProcess({ capabilities: configuration, settings: () => ({ rules: { 'api/limitz': 'off' }, profile: 'essay' }) });
    const logged: string[] = [];
    client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
    await client.open(SPEC, THIN);
    assert.ok((await codes()).length > 0);
    assert.match(logged.join('\n'), /unknown rule "api\/limitz"; did you mean "api\/limits"\?/);
    assert.match(logged.join('\n'), /"profile" must be/);
  });

  it('of a config file win over those of the editor, and change with the file', async () => {
    const files = new Map([[CONFIG, 'rules: { infrastructure/rollback: error }\n']]);
    client = await startInProcess({ capabilities: configuration, settings: () => OFF }, files);
    await client.open(SPEC, THIN);
    assert.equal((await client.pushed(SPEC)).find((d) => d.code === 'infrastructure/rollback')?.severity, 1);
    files.set(CONFIG, 'specs: ["other/**"]\n');
    client.published.clear();
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
    assert.deepEqual(await codes(), []);
  });

  it('in a config file that are wrong are reported there, until they are right', async () => {
    const files = new Map([[CONFIG, '# ours\nrules:\n  api/limitz: off\n']]);
    client = await startInProcess({ capabilities: PULLS }, files);
    await client.open(SPEC, THIN);
    assert.ok((await client.pull(SPEC)).length > 0);
    await client.until(() => client.published.has(CONFIG));
    const [problem] = client.published.get(CONFIG)!.diagnostics;
    assert.deepEqual(problem, {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 12 } }, severity: 1, source: 'spec-review',
      message: 'unknown rule "api/limitz"; did you mean "api/limits"?',
    });
    files.set(CONFIG, '# ours\nrules:\n  api/limits: off\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
    await client.until(() => client.published.get(CONFIG)!.diagnostics.length === 0 && client.refreshes > 0);
  });

  it('are read through a client that offers to', async () => {
    client = await startInProcess({ options: { readsFiles: true } });
    const asked: string[] = [];
    client.connection.onRequest('specReview/readFile', ({ uri }: { uri: string }) => {
      asked.push(uri);
      return uri === CONFIG ? { text: 'rules: { "*/*": off }' } : null;
    });
    await client.open(SPEC, THIN);
    await client.until(() => client.published.get(CONFIG) !== undefined);
    assert.ok(asked.every((uri) => uri.startsWith('file:///project/')), 'nothing above the workspace is read');
  });

  it('hold for text that is not open', async () => {
    client = await startInProcess({}, new Map([[CONFIG, 'rules: { infrastructure/rollback: off }\n']]));
    const review = await client.request('specReview/reviewText', { uri: SPEC, text: THIN });
    assert.ok(review.isSpec && review.findings.length > 0);
    assert.ok(!review.findings.some((f) => f.rule === 'infrastructure/rollback'));
    assert.deepEqual(review.findings.map((f) => f.href.slice(0, 8)), review.findings.map(() => 'https://'));
    assert.deepEqual(await client.request('specReview/reviewText', { uri: NOTE, text: README }), { uri: NOTE, isSpec: false });
  });
});
