import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../scripts/editor/browser.mjs';
import { THIN } from '../protocol/fixtures';
import { LIMIT, LONG } from '../protocol/long';

/** In the page: the server as a worker, and what it sends. */
const CLIENT = `
  window.sent = [];
  window.worker = new Worker(URL.createObjectURL(new Blob([window.script], { type: 'text/javascript' })));
  window.worker.onmessage = ({ data }) => window.sent.push(data);
`;

describe('the server under supervision in a browser', function () {
  this.timeout(120_000);
  let browser: Browser, page: Page;
  before(async () => {
    browser = await launch();
    page = await browser.newPage();
    await page.addScriptTag({ content: `window.script = ${JSON.stringify(readFileSync('dist/server/browser.js', 'utf8')).replaceAll('</', '<\\/')};` });
    await page.evaluate(CLIENT);
  });
  after(() => browser.close());

  const send = (message: object) => page.evaluate((data) => (globalThis as unknown as { worker: Worker }).worker.postMessage(data), { jsonrpc: '2.0', ...message });
  const open = (uri: string, text: string) => send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } });

  /** The codes that were pushed for a document. */
  async function codes(uri: string): Promise<readonly string[]> {
    for (;;) {
      const found = await page.evaluate((of) => (globalThis as unknown as { sent: { method?: string; params: { uri: string; diagnostics: { code: string }[] } }[] }).sent
        .find(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === of)?.params.diagnostics.map(({ code }) => code), uri);
      if (found) return found;
      await page.waitForTimeout(50);
    }
  }

  it('gives up a review that takes too long, and goes on with the others', async () => {
    await send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {}, initializationOptions: { patience: LIMIT } } });
    await send({ method: 'initialized', params: {} });
    await open('file:///project/long.md', LONG);
    await open('file:///project/thin.md', THIN);
    assert.deepEqual(await codes('file:///project/long.md'), ['analysis/too-complex']);
    assert.ok((await codes('file:///project/thin.md')).includes('infrastructure/rollback'));
    // One supervises, one reviews; the one that was given up is ended.
    while (page.workers().length !== 2) await page.waitForTimeout(50);
  });
});
