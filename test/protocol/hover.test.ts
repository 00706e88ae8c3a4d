import assert from 'node:assert/strict';
import { startInProcess, type TestClient } from './client';
import { THIN } from './fixtures';

const SPEC = 'file:///work/docs/export.md';

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
    assert.match(await client.hover(SPEC, client.find(SPEC, 'Rollout').start) ?? '', /This section speaks to[^]*- Rollout.*: answered.*\[line 20\]\(<file:\/\/\/work\/docs\/export\.md#L20>\)/);
    assert.equal(await client.hover(SPEC, client.find(SPEC, 'Merchants download').start), undefined);
  });

  it('shows words of the document as they are, and not as markup', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN.replace('TBD', 'It can be disabled, see [click](command:evil) <img src=x>.'));
    const text = await client.hover(SPEC, client.find(SPEC, 'Rollback').start) ?? '';
    assert.match(text, /closest passage/);
    assert.doesNotMatch(text, /\]\(command|(?<!\\)<img/);
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
