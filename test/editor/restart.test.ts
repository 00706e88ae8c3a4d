import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeAll, findings, ours, ruleOf, show, until } from './editor';

const SPEC = 'rfc-waitlist.md';

describe('a server that ends by itself', () => {
  afterEach(closeAll);

  it('is started again, and the findings are those of the newest text', async function () {
    // In a web worker there is no process to kill; there the worker that supervises replaces the one that reviews.
    if (vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'tpm-spec-review')?.packageJSON.main === undefined) this.skip();
    const { document } = await show(SPEC);
    const before = await findings(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), '\n## Rollback\n\nTBD\n');
    const [server] = servers();
    assert.ok(server, 'a server is running');
    process.kill(server, 'SIGKILL');
    await vscode.workspace.applyEdit(edit);
    await until('another server is running', () => servers().some((pid) => pid !== server));
    const placeholder = () => ours(document.uri).some((d) => ruleOf(d) === 'wording/placeholder' || document.getText(d.range).includes('Rollback'));
    await until('the findings are those of the new text', () => ours(document.uri).length >= before.length && placeholder());
    assert.equal(servers().length, 1);
  });
});

/** Processes that run the server of this extension for this editor. */
const servers = (): readonly number[] => execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n')
  .filter((line) => /dist\/server\/node\.js/.test(line) && Number(line.trim().split(/\s+/)[1]) === process.pid).map((line) => parseInt(line, 10));
