import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension/extension';
import { closeAll, ours, ruleOf, show, until, uriOf } from './editor';

const CODE = 'docs/design-kiosk.md';
const TEXT = '---\nstatus: accepted\nimplements: src/**\n---\n\n# Design: Kiosk code\n\n## Goals\n\nA passenger pays.\n\n## Proposed design\n\nThe kiosk takes coins.\n';

const write = (path: string, text: string) => vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));

// An extension in the web worker shares no objects with tests in the Node host, and has no git.
(process.env.SPEC_REVIEW_HOST === 'web' ? describe.skip : describe)('all specs', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('specReview.showOpenSpec');
    await closeAll();
  });

  it('are listed with stage, blockers and what they depend on, and the list follows the files', async () => {
    await show('rfc-waitlist.md');
    const { checklist } = await vscode.extensions.getExtension<Api>('tpm-spec-review.tpm-spec-review')!.activate();
    const children = async (node?: Parameters<typeof checklist.getTreeItem>[0]) => await checklist.getChildren(node) ?? [];
    await vscode.commands.executeCommand('specReview.listSpecs');
    const listed = async () => (await Promise.all((await children()).filter((n) => n.kind === 'stage').map(children))).flat();
    const specs = await until('the specs are listed', async () => { const found = await listed(); return found.length >= 2 && found; });
    const lines = await Promise.all(specs.map((node) => checklist.getTreeItem(node)));
    const refunds = lines.findIndex(({ label }) => label === 'Design: Refunds at the kiosk');
    assert.match(lines[refunds]!.accessibilityInformation!.label, /^Design: Refunds at the kiosk, In review, (?:\d+ blockers?|no blocker)/);
    const blockers = (await children(specs[refunds])).filter((n) => n.kind === 'blocker');
    assert.equal(String(lines[refunds]!.description).startsWith(`${blockers.length || 'no'} blocker`), true);

    await write('docs/design-tickets.md', '---\nstatus: accepted\n---\n\n# Design: Tickets\n\n## Goals\n\nA ticket.\n\n## Proposed design\n\nThis depends on [refunds](design-refunds.md).\n');
    const added = await until('the new spec is listed', async () => (await listed()).find((n) => n.kind === 'spec' && n.review.title === 'Design: Tickets'));
    const facts = await Promise.all((await children(added)).map((node) => checklist.getTreeItem(node)));
    assert.ok(facts.some(({ label }) => label === 'Depends on docs/design-refunds.md (In review)'), facts.map(({ label }) => label).join());
    await vscode.workspace.fs.delete(uriOf('docs/design-tickets.md'));
    await until('the deleted spec is gone', async () => !(await listed()).some((n) => n.kind === 'spec' && n.review.title === 'Design: Tickets'));
  });

  it('are told when the branch changes their code and not them', async function () {
    if (!vscode.extensions.getExtension('vscode.git')) return this.skip();
    const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    await write(CODE, TEXT);
    await write('src/coins.ts', '1');
    const git = (...args: string[]) => assert.equal(spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: root }).status, 0, args.join(' '));
    for (const args of [['init', '-q', '-b', 'main'], ['add', '.'], ['commit', '-q', '-m', 'first']]) git(...args);
    const api = (await vscode.extensions.getExtension('vscode.git')!.activate()).getAPI(1);
    await until('the editor knows the repository', async () => await api.openRepository(vscode.Uri.file(root)) && api.getRepository(vscode.Uri.file(root)) !== null);
    await show(CODE);
    const drift = () => ours(uriOf(CODE)).some((d) => ruleOf(d) === 'consistency/implementation-drift');
    await until('the document is reviewed', () => ours(uriOf(CODE)).length > 0);
    assert.equal(drift(), false);
    await write('src/coins.ts', '2');
    await api.getRepository(vscode.Uri.file(root)).status();
    await until('the document is told', drift);
  });
});
