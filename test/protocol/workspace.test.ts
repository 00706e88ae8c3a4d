import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { PULLS, startInProcess, type ClientOptions, type TestClient } from './client';

const SPEC = 'file:///project/docs/refunds%20plan.md';
const OTHER = 'file:///project/docs/orders.md';
const ACCEPTED = '---\nstatus: accepted\nimplements: src/refunds/**\n---\n\n# RFC: Refunds\n\n## Motivation\n\nMoney is owed.\n\n## Proposal\n\nThis depends on [orders](orders.md).\n\n### POST /v1/refunds\n\nRefunds.\n';
const ORDERS = '---\nstatus: draft\n---\n\n# RFC: Orders\n\n## Motivation\n\nMoney is owed.\n\n## Proposal\n\n### POST /v1/refunds\n\nAlso refunds.\n';

describe('the workspace', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const told = async () => codesOf(await client.pull(SPEC));
  const codesOf = (found: readonly Diagnostic[]) => found.map((d) => d.code).filter((code) => /unsettled|duplicate|drift/.test(String(code)));
  /** A first review waits for nothing, and is made again. */
  const toldInTime = async () => codesOf(await client.pullUntil(SPEC, (found) => codesOf(found).length > 0));
  const changed = (uri: string) => client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

  async function start(files: Map<string, string>, changes: () => object | null = () => null, options: ClientOptions = {}): Promise<void> {
    client = await startInProcess({ capabilities: PULLS, options: { readsFiles: true, knowsWorkspace: true }, ...options });
    client.connection.onRequest('specReview/readFile', ({ uri }: { uri: string }) => (files.has(uri) ? { text: files.get(uri) } : null));
    client.connection.onRequest('specReview/listDocuments', () => ({ paths: [...files.keys()].map((uri) => decodeURIComponent(uri.slice('file:///project/'.length))).filter((path) => path.endsWith('.md')) }));
    client.connection.onRequest('specReview/changes', changes);
    await client.open(SPEC, ACCEPTED);
  }

  it('tells an open document of the others, and again when one of them changes', async () => {
    const files = new Map([[OTHER, ORDERS], [SPEC, ACCEPTED]]);
    await start(files);
    assert.deepEqual(await toldInTime(), ['consistency/unsettled-dependency']);
    files.set(OTHER, ORDERS.replace('draft', 'accepted'));
    await changed(OTHER);
    assert.deepEqual(await told(), []);
  });

  it('finds what two documents define, in the one that does not name the other', async () => {
    const alone = ACCEPTED.replace('This depends on [orders](orders.md).', 'Money goes back.');
    await start(new Map([[OTHER, ORDERS]]));
    await client.open('file:///project/docs/again.md', alone);
    const isTold = (found: readonly Diagnostic[]) => found.some((d) => d.code === 'consistency/duplicate-definition' && String(d.message).includes('docs/orders.md:13'));
    assert.ok(isTold(await client.pullUntil('file:///project/docs/again.md', isTold)));
  });

  it('tells a document that its code changed, when the client says so', async () => {
    let changes: object | null = null;
    await start(new Map(), () => changes);
    assert.deepEqual(await told(), []);
    changes = { since: 'main', files: ['src/refunds/pay.ts'] };
    await client.connection.sendNotification('specReview/changesMoved', null);
    assert.deepEqual(await told(), ['consistency/implementation-drift']);
    changes = { since: 'main', files: ['src/refunds/pay.ts', 'docs/refunds plan.md'] };
    await client.connection.sendNotification('specReview/changesMoved', null);
    assert.deepEqual(await told(), []);
  });

  it('says how a spec stands', async () => {
    await start(new Map([[OTHER, ORDERS]]));
    const review = await client.request('specReview/review', { uri: SPEC });
    assert.ok(review?.isSpec);
    assert.deepEqual([review.status.path, review.status.stage, review.status.dependsOn], ['docs/refunds plan.md', 'accepted', [{ path: 'docs/orders.md', stage: null }]]);
    assert.equal(review.status.open >= review.status.blockers.length, true);
  });

  it('watches the files that a config extends, whatever they are called', async () => {
    const CONFIG = 'file:///project/.spec-review.yaml', BASE = 'file:///project/shared/team%20%5Bdefaults%5D.yaml';
    const files = new Map([[CONFIG, 'extends: ["./shared/team [defaults].yaml"]\n'], [BASE, 'rules: { "consistency/*": off }\n'], [OTHER, ORDERS]]);
    const watched: string[] = [];
    client = await startInProcess({ capabilities: { ...PULLS, workspace: { ...PULLS.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } } }, files);
    client.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { registerOptions: { watchers?: { globPattern: string }[] } }[] }) => {
      watched.push(...registrations.flatMap((r) => r.registerOptions.watchers?.map((w) => w.globPattern) ?? []));
    });
    await client.open(SPEC, ACCEPTED);
    assert.deepEqual(await told(), []);
    assert.ok(watched.includes('**/team ?defaults?.yaml'), watched.join());
    files.set(BASE, 'rules: {}\n');
    await changed('file:///project/shared/unrelated.yaml');
    assert.deepEqual(await told(), []);
    await changed(BASE);
    assert.deepEqual(await told(), ['consistency/unsettled-dependency']);
  });

  it('compares a document with the contracts of its config, says where they stand, and does so again when one changes', async () => {
    const API = 'file:///project/api/open%20api.yaml', CONFIG = 'file:///project/.spec-review.yaml';
    const files = new Map([[CONFIG, 'contracts: ["api/*.yaml"]\n'], [API, 'openapi: 3.0.0\npaths:\n  /v1/refunds:\n    put: {}\n']]);
    const asked: unknown[] = [];
    await start(files);
    client.connection.onRequest('specReview/listDocuments', ({ globs }: { globs?: string[] }) => {
      asked.push(globs);
      return { paths: globs ? ['api/open api.yaml', 'api/elsewhere/x.yaml'] : [] };
    });
    await changed(CONFIG);
    const isDrift = ({ code }: { code?: unknown }) => code === 'consistency/contract-drift';
    const found = (await client.pullUntil(SPEC, (all) => all.some(isDrift))).filter(isDrift);
    assert.match(String(found[0]!.message), /is not in api\/open api\.yaml, where this path has PUT/);
    assert.deepEqual(found[0]!.relatedInformation, [{ location: { uri: API, range: { start: { line: 3, character: 4 }, end: { line: 3, character: 7 } } }, message: 'PUT /v1/refunds there' }]);
    assert.deepEqual(new Set(asked.filter(Boolean).map(String)), new Set(['api/*.yaml']));
    files.set(API, 'openapi: 3.0.0\npaths:\n  /v1/refunds:\n    post: {}\n');
    await changed(API);
    assert.deepEqual((await client.pullUntil(SPEC, (all) => !all.some(isDrift))).filter(isDrift), []);
  });

  it('reviews on where the parsers of contracts cannot be loaded', async () => {
    const up = ACCEPTED.replace('Refunds.\n', 'Refunds.\n\n```proto\nmessage A { string = 1; }\n```\n');
    client = await startInProcess({ capabilities: PULLS, options: { readsFiles: true, knowsWorkspace: true } }, new Map(), async () => { throw new Error('gone'); });
    client.connection.onRequest('specReview/readFile', ({ uri }: { uri: string }) => (uri === OTHER ? { text: ORDERS } : null));
    client.connection.onRequest('specReview/listDocuments', () => ({ paths: ['docs/orders.md'] }));
    client.connection.onRequest('specReview/changes', () => null);
    await client.open(SPEC, up);
    const codes = (await client.pullUntil(SPEC, (all) => all.some(({ code }) => code === 'consistency/unsettled-dependency'))).map(({ code }) => code);
    assert.ok(codes.includes('consistency/unsettled-dependency') && !codes.includes('consistency/broken-contract'));
  });
});
