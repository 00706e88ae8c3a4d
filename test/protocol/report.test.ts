import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { folder, run, useProgram } from '../cli/cli';
import { startInProcess } from './client';

describe('the report of an open document', function () {
  this.timeout(20_000);
  useProgram();

  it('is the same as that of the command line, in each format', async () => {
    const text = readFileSync('media/samples/thin-rfc.md', 'utf8');
    const root = folder({ 'docs/rfcs/thin.md': text });
    const base = pathToFileURL(root).toString(), uri = `${base}/docs/rfcs/thin.md`;
    const client = await startInProcess({ folder: base });
    await client.open(uri, text);
    for (const format of ['html', 'markdown', 'json'] as const) {
      const { out } = run(root, ['docs/rfcs/thin.md', '--format', format, '--fail-on', 'never']);
      assert.equal(await client.request('specReview/report', { uri, format }), out, format);
    }
    assert.equal(await client.request('specReview/report', { uri: `${base}/none.md`, format: 'html' }), null);
    await client.stop();
  });
});
