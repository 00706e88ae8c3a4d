import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Answer } from '../../src/server/protocol';
import { closeAll, findings, ours, ruleOf, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';
const { executeCommand } = vscode.commands;

describe('gaps that become', () => {
  afterEach(closeAll);

  it('answers: an interview writes all of them at once, and one undo takes them back', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const before = document.getText();
    const answers: Answer[] = [
      { item: 'infrastructure/rollback', kind: 'answer', text: 'The release manager switches the flag `waitlist` off when more than 1 % of bookings fail; entries in `waitlist_entries` are kept.' },
      { item: 'api/access-control', kind: 'ask', owner: 'Kim' },
      { item: 'infrastructure/security', kind: 'not-applicable', reason: 'only staff on the ferry network can reach it' },
    ];
    await executeCommand('specReview.interview', { answers });
    const text = document.getText();
    assert.match(text, /## Rollback\n\nTBD\n\nThe release manager switches/);
    assert.match(text, /## Open questions\n\n- .*\? \(owner: Kim, by: TBD\)/);
    assert.match(text, /<!-- spec-review: not-applicable infrastructure\/security -- only staff/);
    await until('the rollback is no gap any more', () => ours(document.uri).length > 0 && !ours(document.uri).some((d) => ruleOf(d) === 'infrastructure/rollback'));
    await executeCommand('undo');
    await until('one undo restored the document', () => document.getText() === before);
  });

  it('answers: an interview that is ended at its first question writes nothing', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    const before = document.getText();
    let over = false;
    void Promise.resolve(executeCommand('specReview.interview')).then(() => { over = true; });
    await until('the question is closed', async () => {
      await executeCommand('workbench.action.closeQuickOpen');
      return over;
    });
    assert.equal(document.getText(), before);
  });

  it('open questions, with an owner and a date to fill in', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    await executeCommand('specReview.moveGaps', ['infrastructure/rollback', 'infrastructure/security']);
    assert.equal(document.getText().match(/^- .*\? \(owner: TBD, by: TBD\)$/gm)?.length, 2);
    await until('they are gaps still', () => ours(document.uri).some((d) => ruleOf(d) === 'infrastructure/rollback'));
  });

  it('a review for the pull request', async () => {
    await show(SPEC);
    await findings(uriOf(SPEC));
    await executeCommand('specReview.copyReview');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^## Review of RFC 3: Waitlists\n\nrfc-waitlist\.md, RFC, draft/);
    assert.match(text, /\*\*Verdict:\*\* yes, if /);
  });
});
