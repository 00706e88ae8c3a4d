import assert from 'node:assert/strict';
import { startInProcess, type TestClient } from './client';
import { ANSWER, THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';

describe('what an author says about gaps', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('is one edit, that puts each answer where it belongs and leaves the rest as it is', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    const edit = await client.request('specReview/answersEdit', {
      uri: SPEC,
      answers: [
        { item: 'infrastructure/rollback', kind: 'answer', text: ANSWER },
        { item: 'infrastructure/security', kind: 'ask', owner: 'Kim' },
        { item: 'api/limits', kind: 'not-applicable', reason: 'one call a day for each merchant' },
        { item: 'api/access-control', kind: 'ask' },
        { item: 'api/nothing', kind: 'answer', text: 'nothing' },
      ],
    });
    await client.apply(edit!);
    const text = client.text(SPEC);
    assert.match(text, /## Rollback\n\nTBD\n\nTo roll back, the on-call engineer turns/);
    assert.match(text, /## Open questions\n\n- What could an attacker [^\n]*\? \(owner: Kim, by: TBD\)\n- Who may call [^\n]*\? \(owner: TBD, by: TBD\)\n/);
    assert.match(text, /<!-- spec-review: not-applicable api\/limits -- one call a day for each merchant -->/);
    for (const line of THIN.split('\n')) assert.ok(text.includes(line));
    const review = await client.request('specReview/review', { uri: SPEC });
    assert.ok(review?.isSpec);
    const state = (id: string) => review.items.find((i) => i.item === id)!.state;
    assert.deepEqual(['infrastructure/rollback', 'api/limits'].map(state), ['covered', 'not-applicable']);
    assert.notEqual(state('infrastructure/security'), 'covered', 'a question is no answer');
  });

  it('is for a document that is open', async () => {
    client = await startInProcess();
    assert.equal(await client.request('specReview/answersEdit', { uri: SPEC, answers: [] }), null);
    assert.equal(await client.request('specReview/conversation', { uri: SPEC }), null);
  });

  it('starts from a review to hand on, with its conditions, questions and verdict', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    const text = await client.request('specReview/conversation', { uri: SPEC }) ?? '';
    assert.match(text, /^## Review of Order export service\n\ndocs\/export\.md, design doc, in review: \d+ of 39 questions answered or decided\.\n\n### Yes, if …\n\n- \[ \] line \d+: /);
    assert.match(text, /- \[ \] line 23: Rollback: [^\n]* \*\*Blocker\.\*\*\n/);
    assert.match(text, /\n### Questions\n\n(?:- [^\n]+\?\n){7}- … and \d+ smaller ones\.\n\n### Answered well\n\n(?:- line \d+: [^\n]+\n){1,3}\n\*\*Verdict:\*\* yes, if \d+ blockers[^\n]* are settled\.\n$/);
    const review = await client.request('specReview/review', { uri: SPEC });
    assert.ok(review?.isSpec);
    const owed = review.findings.filter((f) => f.priority !== 'could' && f.items.length < 2);
    assert.equal(text.match(/^- \[ \] /gm)!.length, owed.length);
  });
});
