import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, show, uriOf } from './editor';

const { executeCommand } = vscode.commands;

/** What is written where the server is up, and has made the template. */
async function writesTemplate(): Promise<void> {
  await executeCommand('specReview.newFromTemplate', 'adr');
  assert.match(vscode.window.activeTextEditor!.document.getText(), /^# ADR: TODO\n/);
}

describe('a command that comes before the server is up', () => {
  afterEach(closeAll);

  it('activates the extension, and is carried out', writesTemplate);

  it('waits for a server that is started again', async () => {
    const restarted = executeCommand('specReview.restartServer');
    await writesTemplate();
    await restarted;
    await show('rfc-waitlist.md');
    assert.ok((await findings(uriOf('rfc-waitlist.md'))).length > 0);
  });

  it('waits for the last of two restarts', async () => {
    const restarted = [executeCommand('specReview.restartServer'), executeCommand('specReview.restartServer')];
    await writesTemplate();
    await Promise.all(restarted);
  });
});
