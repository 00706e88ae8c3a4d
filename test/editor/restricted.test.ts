import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, ours, ruleOf, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';
const ROLLBACK = 'infrastructure/rollback';

(process.env.SPEC_REVIEW_RESTRICTED ? describe : describe.skip)('a window that is not trusted', () => {
  afterEach(closeAll);

  it('is one', () => assert.equal(vscode.workspace.isTrusted, false));

  it('takes the config of the workspace, which holds data and nothing to run', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const config = uriOf('.spec-review.yaml');
    const isOn = () => ours(document.uri).some((d) => ruleOf(d) === ROLLBACK);
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('rules: { infrastructure/rollback: off }\n'));
    try {
      await until('the rule is off', () => ours(document.uri).length > 0 && !isOn());
    } finally {
      await vscode.workspace.fs.delete(config);
    }
    await until('it is on again', isOn);
  });

  it('goes on where there is no git to compare with', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    assert.equal(vscode.extensions.getExtension('vscode.git')?.isActive ?? false, false);
    await vscode.commands.executeCommand('specReview.compareWithRevision', 'HEAD');
    assert.ok(ours(document.uri).length > 0);
  });
});
