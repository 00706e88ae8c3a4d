import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../scripts/editor/browser.mjs';

const SPEC = '# RFC: Berths\n\n## Motivation\n\nCalls.\n\n## Proposal\n\n### PUT /v1/berths\n\nMoves.\n\n```proto\nmessage A {\n  string = 1;\n}\n```\n';
const FILES = { 'file:///project/.spec-review.yaml': 'contracts: ["api/openapi.yaml"]\n', 'file:///project/api/openapi.yaml': 'openapi: 3.0.0\npaths:\n  /v1/berths: { post: {} }\n' };

/** In the page: the server as a worker, a client that answers what an extension does, and what was pushed. */
const CLIENT = `
  window.asked = []; window.pushed = [];
  window.worker = new Worker(URL.createObjectURL(new Blob([window.scripts.server], { type: 'text/javascript' })));
  const answers = {
    'specReview/readFile': ({ uri }) => (window.files[uri] === undefined ? null : { text: window.files[uri] }),
    'specReview/listDocuments': () => ({ paths: [] }),
    'specReview/changes': () => null,
    'specReview/parsers': () => ({ script: window.scripts.parsers }),
  };
  window.worker.onmessage = ({ data }) => {
    if (data.method === 'textDocument/publishDiagnostics') window.pushed.push(data.params.diagnostics.map(({ code }) => code));
    if (data.id === undefined || !data.method) return;
    window.asked.push(data.method);
    window.worker.postMessage({ jsonrpc: '2.0', id: data.id, result: answers[data.method]?.(data.params) ?? null });
  };
`;

describe('contracts in a browser', function () {
  this.timeout(120_000);
  let browser: Browser, page: Page;
  before(async () => {
    browser = await launch();
    page = await browser.newPage();
    const given = { scripts: { server: readFileSync('dist/server/browser.js', 'utf8'), parsers: readFileSync('dist/contracts.js', 'utf8') }, files: FILES };
    await page.addScriptTag({ content: `Object.assign(window, ${JSON.stringify(given).replaceAll('</', '<\\/')});` });
    await page.evaluate(CLIENT);
  });
  after(() => browser.close());

  const send = (message: object) => page.evaluate((data) => (globalThis as unknown as { worker: Worker }).worker.postMessage(data), { jsonrpc: '2.0', ...message });
  const seen = <T>(name: 'asked' | 'pushed') => page.evaluate((of) => (globalThis as unknown as Record<string, unknown>)[of], name) as Promise<T>;

  it('are read by parsers that a worker gets from its client, when a document needs them', async () => {
    await send({ id: 1, method: 'initialize', params: { processId: null, rootUri: 'file:///project', capabilities: {}, initializationOptions: { readsFiles: true, knowsWorkspace: true } } });
    await send({ method: 'initialized', params: {} });
    const open = (uri: string, text: string) => send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } });
    await open('file:///project/docs/none.md', SPEC.replace(/### PUT[^]*/, 'Nothing.\n'));
    while (!(await seen<string[][]>('pushed')).length) await page.waitForTimeout(50);
    assert.ok(!(await seen<string[]>('asked')).includes('specReview/parsers'));
    await open('file:///project/docs/berths.md', SPEC);
    const wanted = ['consistency/broken-contract', 'consistency/contract-drift'];
    while (!(await seen<string[][]>('pushed')).some((codes) => wanted.every((code) => codes.includes(code)))) await page.waitForTimeout(50);
    assert.equal((await seen<string[]>('asked')).filter((method) => method === 'specReview/parsers').length, 1);
  });
});
