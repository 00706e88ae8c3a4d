import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, folder, run, useProgram } from './cli';

interface Answer {
  readonly id: number | null;
  readonly result?: { readonly content?: readonly { readonly text: string }[]; readonly isError?: boolean; readonly [key: string]: unknown };
  readonly error?: { readonly code: number; readonly message: string };
}

describe('mcp', function () {
  this.timeout(20_000);
  useProgram();

  /** What the server answers to these lines, in order. */
  function talk(root: string, lines: readonly (object | string)[]): readonly Answer[] {
    const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify({ jsonrpc: '2.0', ...line })}\n`).join('');
    const { out, code, errors } = run(root, ['mcp'], { input });
    assert.deepEqual([code, errors], [0, []]);
    return out.trim().split('\n').map((line) => JSON.parse(line) as Answer);
  }
  const call = (name: string, args: object, id = 1) => ({ id, method: 'tools/call', params: { name, arguments: args } });
  const said = ({ result }: Answer): string => result!.content![0]!.text;

  it('says what it is and which tools there are, and answers no notification', () => {
    const [first, second] = talk(folder({}), [
      { id: 1, method: 'initialize', params: { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } } },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/list' },
    ]);
    assert.equal(first!.result!['protocolVersion'], '2025-03-26');
    assert.deepEqual((first!.result!['serverInfo'] as { name: string }).name, 'spec-review');
    const tools = second!.result!['tools'] as { name: string; inputSchema: { required: string[] } }[];
    assert.deepEqual(tools.map(({ name, inputSchema }) => [name, ...inputSchema.required]), [['review_spec', 'path'], ['list_gaps', 'path'], ['explain_item', 'item']]);
  });

  it('reviews a spec, lists its gaps and explains a question', () => {
    const [review, gaps, explained] = talk(folder({ 'docs/refunds.md': DRAFT }), [
      call('review_spec', { path: 'docs/refunds.md' }), call('list_gaps', { path: 'docs/refunds.md' }), call('explain_item', { item: 'infrastructure/rollback' }),
    ]);
    assert.match(said(review!), /^# Review of docs\/refunds\.md\n\nKind: design\. Stage: draft\. \d+ of 39 questions answered\.[^]*infrastructure\/rollback, line 17: [^]*- api\/contract \(/);
    assert.match(said(gaps!), /- infrastructure\/rollback, line 17: How is it turned off or reverted[^\n]* To satisfy it, say how/);
    assert.match(said(explained!), /^# infrastructure\/rollback\n/);
  });

  it('knows the questions of the team', () => {
    const config = 'items:\n  - id: acme/region\n    question: In which region is it kept?\n    severity: warning\n    evidence: { headings: [Region] }\n';
    assert.match(said(talk(folder({ '.spec-review.yaml': config, 'docs/refunds.md': DRAFT }), [call('review_spec', { path: 'docs/refunds.md' })])[0]!), /acme\/region \(In which region is it kept\?\): missing/);
  });

  it('reads nothing outside of its folder, not even through a link', () => {
    const outside = folder({ 'secret.md': DRAFT }), root = folder({ 'docs/refunds.md': DRAFT, 'notes.txt': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'docs/link.md'));
    const answers = talk(root, [join(outside, 'secret.md'), 'docs/link.md', '../x.md', 'notes.txt', 'none.md'].map((path, i) => call('review_spec', { path }, i)));
    assert.deepEqual(answers.map(({ result }) => result?.isError), [true, true, true, true, true]);
    assert.match(said(answers[0]!), /is outside of the folder/);
    assert.match(said(answers[1]!), /docs\/link\.md is outside of the folder/);
    assert.match(said(answers[3]!), /is no Markdown file/);
    assert.match(said(answers[4]!), /none\.md does not exist/);
  });

  it('says what is wrong with a message, and goes on', () => {
    const answers = talk(folder({}), ['{', '[]', { id: 3, method: 'none' }, call('none', {}, 4), call('explain_item', {}, 5), call('explain_item', { item: 'rollback' }, 6), { id: 7, method: 'ping' }]);
    assert.deepEqual(answers.map(({ id, error }) => [id, error?.code]), [[null, -32700], [null, -32600], [3, -32601], [4, -32602], [5, -32602], [6, undefined], [7, undefined]]);
    assert.match(answers[3]!.error!.message, /there is no tool "none"; there are review_spec, list_gaps, explain_item/);
    assert.match(said(answers[5]!), /did you mean "infrastructure\/rollback"\?/);
  });
});
