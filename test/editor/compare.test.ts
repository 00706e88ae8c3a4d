import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension/extension';
import type { FileReport } from '../../src/report/file-report';
import { closeAll, findings, lineOf, ours, ruleOf, show, until, uriOf } from './editor';

const SPEC = 'rfc-waitlist.md';
const ROLLBACK = 'infrastructure/rollback';
const ANSWER = 'Rolling back means switching `waitlist` off; the table `waitlist_entries` is kept and ignored by the previous version, so a downgrade loses no data.';
const { executeCommand } = vscode.commands;
const isWeb = process.env.SPEC_REVIEW_HOST === 'web';

const write = (path: string, text: string) => vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));

/** What the report tells of the active document, as it is exported; works with the extension in any host. */
async function exported(): Promise<FileReport> {
  const target = uriOf('exported.json');
  await executeCommand('specReview.exportReport', 'json', target);
  const { files } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(target))) as { files: [FileReport] };
  await vscode.workspace.fs.delete(target);
  return files[0];
}

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const start = document.getText().indexOf(words);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + words.length)), by);
  await vscode.workspace.applyEdit(edit);
}

/** How the rollback stood then and stands now; undefined where that did not change. */
const rollback = async () => (await exported()).changes?.questions.find(({ item }) => item === ROLLBACK);

describe('compared with an earlier version, a document', () => {
  afterEach(async () => {
    if (vscode.window.activeTextEditor) await executeCommand('specReview.stopComparing');
    await closeAll();
  });

  it('tells what was won since my last review, and since a milestone', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    await executeCommand('specReview.sinceLastReview');
    assert.equal((await exported()).changes, undefined, 'there is no review to compare with yet');
    await executeCommand('specReview.nameMilestone', 'Kick-off');
    await replace(document, 'TBD', ANSWER);
    await executeCommand('specReview.compareWithMilestone', 'Kick-off');
    const { item, ...standings } = await until('the answer is won', rollback);
    assert.deepEqual([item, standings], [ROLLBACK, { before: 'partly', now: 'answered' }]);
    assert.match((await exported()).changes!.since, /^“Kick-off” \(\d{4}-\d\d-\d\d\)$/);

    await executeCommand('notifications.showList');
    await until('the message leads to the report', async () => {
      await executeCommand('notification.acceptPrimaryAction');
      return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === `Report: ${SPEC}`));
    });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);

    await executeCommand('specReview.markReviewed');
    await executeCommand('specReview.sinceLastReview');
    assert.equal(await rollback(), undefined, 'nothing changed since the review');
    await replace(document, ANSWER, 'TBD');
    assert.deepEqual(await until('the answer is lost', rollback), { item: ROLLBACK, before: 'answered', now: 'partly' });
  });

  it('is found again under a new name', async () => {
    await write('rfc-before.md', new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(SPEC))));
    await findings((await show('rfc-before.md')).document.uri);
    await executeCommand('specReview.markReviewed');
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(uriOf('rfc-before.md'), uriOf('rfc-after.md'));
    await vscode.workspace.applyEdit(rename);
    const { document } = await show('rfc-after.md');
    await findings(document.uri);
    await replace(document, 'TBD', ANSWER);
    await until('the review is known', async () => {
      await executeCommand('specReview.sinceLastReview');
      return rollback();
    });
    await closeAll();
    await vscode.workspace.fs.delete(uriOf('rfc-after.md'));
  });

  it('is quiet with “focus on new” about what was there, and about nothing else', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    await executeCommand('specReview.markReviewed');
    await executeCommand('specReview.toggleFocusOnNew');
    const isHint = (d: vscode.Diagnostic) => d.severity === vscode.DiagnosticSeverity.Hint && d.tags?.includes(vscode.DiagnosticTag.Unnecessary);
    await until('all of it is faded', () => ours(document.uri).length > 3 && ours(document.uri).every(isHint));
    await replace(document, '## Rollback', '## Costs\n\nThe queue costs TBD a month.\n\n## Rollback');
    const loud = await until('what is new is not', () => { const found = ours(document.uri).filter((d) => !isHint(d)); return found.length > 0 && found; });
    assert.ok(loud.some((d) => d.range.start.line === lineOf(document, 'The queue costs TBD a month.')), loud.map(ruleOf).join());
    assert.ok(!loud.some((d) => ruleOf(d) === ROLLBACK));
    assert.ok((await exported()).changes!.hidden > 3, 'the report leaves out what was there');
    await show('README.md');
    await executeCommand('specReview.toggleFocusOnNew');
    await show(SPEC);
    await until('all of it is back, wherever that was said', () => ours(document.uri).length > 3 && !ours(document.uri).some(isHint));
    await executeCommand('specReview.toggleFocusOnNew');
    await until('it is faded again', () => ours(document.uri).some(isHint));
    await executeCommand('specReview.stopComparing');
    await until('without a comparison nothing is', () => ours(document.uri).length > 3 && !ours(document.uri).some(isHint));
  });

  // An extension in the web worker shares no objects with tests in the Node host.
  (isWeb ? it.skip : it)('marks in the checklist what changed, in words too, greys the rest, and says so in the status', async () => {
    const { document } = await show(SPEC);
    await findings(document.uri);
    await executeCommand('specReview.markReviewed');
    await executeCommand('specReview.sinceLastReview');
    await replace(document, 'TBD', ANSWER);
    const { checklist, status } = await vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!.activate();
    const children = async (node?: Parameters<typeof checklist.getTreeItem>[0]) => await checklist.getChildren(node) ?? [];
    const lines = async () => {
      const nodes = (await Promise.all((await children()).filter((n) => n.kind === 'area').map(children))).flat();
      return Promise.all(nodes.map((node) => checklist.getTreeItem(node)));
    };
    const line = async (id: string) => (await lines()).find((tree) => tree.id === id)!;
    await until('the answer is won', async () => (await line(ROLLBACK))?.description === 'answered, was partly answered');
    assert.match((await line(ROLLBACK)).accessibilityInformation!.label, /^Rollback, answered, was partly answered, won\. /);
    assert.equal((await line(ROLLBACK)).resourceUri?.query, 'won');
    assert.equal((await line('delivery/problem')).resourceUri, undefined);
    assert.match(status.detail!, /\d+ gaps? · \d+ ms · compared with my last review \(\d{4}-\d\d-\d\d\)/);

    await executeCommand('specReview.filterChecklist', 'changed');
    await until('only what changed is shown', async () => (await lines()).some(({ id }) => id === ROLLBACK) && (await lines()).length < 10);
    await executeCommand('specReview.filterChecklist', 'all');
    await executeCommand('specReview.toggleFocusOnNew');
    await until('what is as it was is grey', async () => (await line('delivery/problem')).resourceUri?.query === 'same');
    assert.equal((await line(ROLLBACK)).resourceUri?.query, 'won');
    await until('the status says so', () => status.detail?.includes('focus on new since'));
    await executeCommand('specReview.toggleFocusOnNew');
  });

  it('tells what changed since a revision, under the name that it had then', async function () {
    if (!isWeb) {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(SPEC)));
      await write('history/docs/rfc-old.md', text);
      const root = uriOf('history').fsPath;
      const git = (...args: string[]) => assert.equal(spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: root }).status, 0, args.join(' '));
      for (const args of [['init', '-q', '-b', 'main'], ['add', '.'], ['commit', '-q', '-m', 'first'], ['switch', '-q', '-c', 'work'], ['mv', 'docs/rfc-old.md', 'docs/rfc-new.md'], ['commit', '-q', '-m', 'move']]) git(...args);
      const api = (await vscode.extensions.getExtension('vscode.git')!.activate()).getAPI(1);
      await until('the editor knows the repository', async () => Boolean(await api.openRepository(vscode.Uri.file(root))));
      const { document } = await show('history/docs/rfc-new.md');
      await findings(document.uri);
      await replace(document, 'TBD', ANSWER);
      await executeCommand('specReview.compareWithRevision', 'main');
      assert.deepEqual(await until('the answer is won', rollback), { item: ROLLBACK, before: 'partly', now: 'answered' });
      assert.equal((await exported()).changes!.since, 'main');
      await executeCommand('specReview.compareWithRevision', 'nowhere');
      assert.equal((await exported()).changes!.since, 'main', 'a revision that is none changes nothing');
    } else {
      const { document } = await show(SPEC);
      await findings(document.uri);
      await executeCommand('specReview.compareWithRevision', 'main');
      assert.equal((await exported()).changes, undefined, 'without git there is nothing to compare with');
    }
  });
});

(isWeb ? describe.skip : describe)('the status', () => {
  afterEach(closeAll);

  it('says how many questions are answered, how long it took, and when it is busy', async () => {
    const { document } = await show(SPEC);
    const { status } = await vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!.activate();
    await until('it counts', () => !status.busy && /^\d+ of 39 answered$/.test(status.text));
    assert.match(status.detail!, /^\d+ gaps? · \d+ ms$/);
    const before = status.text;
    await replace(document, 'TBD', ANSWER);
    assert.equal(status.busy, true, 'it is busy as soon as something is typed');
    await until('it counts again', () => !status.busy && status.text !== before);
    await show('README.md');
    await until('it says that a README is left alone', () => status.text === 'Not reviewed' && status.detail === 'does not look like a spec');
  });
});
