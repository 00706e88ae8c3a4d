import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { DRAFT, folder, run, useProgram } from '../cli/cli';
import { startInProcess } from './client';
import { README } from './fixtures';

describe('a tool of an agent in the editor', function () {
  this.timeout(20_000);
  useProgram();

  it('answers as over MCP, also on what does not look like a spec', async () => {
    const root = folder({ 'docs/refunds.md': DRAFT, 'README.md': README });
    const calls = [
      ['review_spec', 'docs/refunds.md', DRAFT], ['list_gaps', 'docs/refunds.md', DRAFT], ['review_spec', 'README.md', README],
    ] as const;
    const explained = ['infrastructure/rollback', 'wording/placeholder', 'rollback'];
    const lines = [...calls.map(([name, path]) => ({ name, arguments: { path } })), ...explained.map((item) => ({ name: 'explain_item', arguments: { item } }))];
    const input = lines.map((params, id) => `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params })}\n`).join('');
    const overMcp = run(root, ['mcp'], { input }).out.trim().split('\n').map((line) => (JSON.parse(line) as { result: { content: [{ text: string }]; isError: boolean } }).result);

    const base = pathToFileURL(root).toString();
    const client = await startInProcess({ folder: base });
    const inEditor = [
      ...await Promise.all(calls.map(([tool, path, text]) => client.request('specReview/agentTool', { tool, uri: `${base}/${path}`, text }))),
      ...await Promise.all(explained.map((item) => client.request('specReview/agentTool', { tool: 'explain_item', item }))),
    ];
    assert.deepEqual(inEditor, overMcp.map(({ content: [{ text }], isError }) => ({ text, isError })));
    assert.deepEqual(inEditor.map(({ isError }) => isError), [false, false, false, false, false, true]);
    await client.stop();
  });
});
