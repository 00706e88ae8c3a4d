import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-protocol';
import { PULLS, startInProcess, type TestClient } from './client';
import { README, THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';

describe('hover', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('says on a finding what is asked, why, and what would satisfy it', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    const text = await client.hover(SPEC, client.find(SPEC, 'Rollback').start);
    assert.match(text ?? '', /^\*\*How is it turned off or reverted/);
    assert.match(text ?? '', /What would satisfy it: say how/);
    assert.match(text ?? '', /\[infrastructure\/rollback\]\(https:/);
  });

  it('says on a heading which questions its section answers, and on plain text nothing', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    assert.match(await client.hover(SPEC, client.find(SPEC, 'Rollout').start) ?? '', /This section speaks to[^]*- Rollout.*: answered.*\[line 20\]\(<file:\/\/\/project\/docs\/export\.md#L20>\)/);
    assert.equal(await client.hover(SPEC, client.find(SPEC, 'Merchants download').start), undefined);
  });

  it('shows words of the document as they are, and not as markup', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN.replace('TBD', 'It can be disabled, see [click](command:evil) <img src=x>.'));
    const text = await client.hover(SPEC, client.find(SPEC, 'Rollback').start) ?? '';
    assert.match(text, /closest passage, \[line \d+\]\(<[^>]*>\): Rollback: It can be disabled, see click/);
    assert.doesNotMatch(text, /\]\(command|(?<!\\)<img/);
  });
});

describe('hover on the title', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('opens with what matters most and with what is answered well', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    const review = await client.request('specReview/review', { uri: SPEC });
    assert.ok(review?.isSpec);
    const text = await client.hover(SPEC, client.find(SPEC, 'Order export').start) ?? '';
    const [brief, ...others] = text.split('\n\n---\n\n');
    assert.match(brief!, /^\*\*\d+ of 39 questions answered or decided\*\* \(design doc, in review\)\n\n\*\*The three that matter\*\*\n\n1\. [^]*\*\*Answered well\*\*\n\n- /);
    for (const rule of review.brief) {
      const message: string = review.findings.find((f) => f.rule === rule)!.message;
      assert.equal(brief!.replaceAll('\\', '').split(message).length, 2, message);
      assert.ok(!others.join().replaceAll('\\', '').includes(message), 'what matters most is said once');
    }
    assert.equal(await client.hover(SPEC, { line: 0, character: 0 }), brief, 'before the words there is nothing else');
    assert.match(brief!, /Rollout: .*\(\[line \d+\]\(<file:/);
  });
});

describe('the line above the first heading', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const lenses = () => client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: SPEC } });

  it('says how the document stands, and shows the checklist', async () => {
    client = await startInProcess({ options: { canAsk: true } });
    await client.open(SPEC, `---\nauthors: Ana\n---\n\n${THIN}`);
    const [lens, ...others] = await lenses();
    assert.deepEqual(others, []);
    assert.equal(lens!.range.start.line, 4);
    assert.match(lens!.command!.title, /^\d+ of 39 answered · 3 that matter$/);
    assert.equal(lens!.command!.command, 'specReview.showChecklist');
    await client.open('file:///project/README.md', README);
    assert.deepEqual(await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: 'file:///project/README.md' } }), []);
  });

  it('can be turned off, and is not offered where its click would do nothing', async () => {
    client = await startInProcess({ options: { canAsk: true }, capabilities: PULLS, settings: () => ({ codeLens: false }) });
    await client.open(SPEC, THIN);
    assert.deepEqual(await lenses(), []);
    await client.stop();
    client = await startInProcess();
    assert.equal(client.capabilities.codeLensProvider, undefined);
  });
});

describe('explain', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('documents items and other rules, and knows no others', async () => {
    client = await startInProcess();
    assert.match(await client.request('specReview/explain', { item: 'infrastructure/rollback' }) ?? '', /^# infrastructure\/rollback\n/);
    assert.match(await client.request('specReview/explain', { item: 'decision/expired' }) ?? '', /^# decision\/expired\n/);
    assert.equal(await client.request('specReview/explain', { item: 'api/nothing' }), null);
  });
});
