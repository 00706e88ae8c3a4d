import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, findings, show, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';

/** What an agent gets that calls the tool. */
async function call(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part as vscode.LanguageModelTextPart).value).join('');
}

describe('an agent in the editor', () => {
  afterEach(closeAll);

  it('finds the tools, with what they take', async () => {
    const own = vscode.lm.tools.filter(({ name }) => ['review_spec', 'list_gaps', 'explain_item'].includes(name));
    assert.deepEqual(own.map(({ name, inputSchema }) => [name, (inputSchema as { required: string[] }).required]), [['review_spec', ['path']], ['list_gaps', ['path']], ['explain_item', ['item']]]);
    assert.ok(own.every(({ description }) => description.length > 60));
  });

  it('reviews a spec that is not open, lists its gaps and has a question explained', async () => {
    assert.match(await call('review_spec', { path: 'docs/design-refunds.md' }), /^# Review of docs\/design-refunds\.md\n\nKind: design\. Stage: in-review\. \d+ of 39 questions answered\./);
    assert.match(await call('list_gaps', { path: uriOf(SPEC).fsPath }), /^# Open questions of rfc-waitlist\.md\n[^]*- infrastructure\/rollback, line \d+: How is it turned off/);
    assert.match(await call('explain_item', { item: 'infrastructure/rollback' }), /^# infrastructure\/rollback\n/);
  });

  it('is told of the text as it is typed', async () => {
    const { document, edit } = await show(SPEC);
    await findings(document.uri);
    assert.match(await call('list_gaps', { path: SPEC }), /- infrastructure\/rollback/);
    await edit((builder) => builder.insert(document.positionAt(document.getText().length), '\n<!-- spec-review: not-applicable infrastructure/rollback -- nothing is deployed before the summer -->\n'));
    assert.doesNotMatch(await call('list_gaps', { path: SPEC }), /- infrastructure\/rollback/);
  });

  it('reads nothing outside of the workspace, not even through a link, and is told why', async () => {
    const outside = join(tmpdir(), `secret-${process.pid}.md`);
    writeFileSync(outside, '# RFC: Secret\n');
    symlinkSync(outside, uriOf('docs/link.md').fsPath);
    symlinkSync(tmpdir(), uriOf('linked').fsPath);
    for (const [path, why] of [
      [outside, /is outside of the workspace/], [`../${outside.split('/').at(-1)}`, /is outside of the workspace/], ['docs/link.md', /does not exist/], [`linked/secret-${process.pid}.md`, /does not exist/],
      ['notes.txt', /is no Markdown file/], ['none.md', /does not exist/], ['', /needs "path"/],
    ] as const) await assert.rejects(call('review_spec', { path }), why, path);
    await assert.rejects(call('explain_item', { item: 'rollback' }), /did you mean "infrastructure\/rollback"\?/);
    for (const path of ['docs/link.md', 'linked']) await vscode.workspace.fs.delete(uriOf(path));
  });
});
