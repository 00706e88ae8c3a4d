import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { reviewer } from '../../../src/index';
import { changesBetween, changeWords, leftOut, NOTHING, snapshotOf, wonAndLost } from '../../../src/report/changes';

const THIN = readFileSync('media/samples/thin-rfc.md', 'utf8');
const own = reviewer();
const snapshot = (text: string) => snapshotOf(own, { text, options: {} });

describe('what changed between two versions', () => {
  it('is nothing between a version and itself', () => {
    const changes = changesBetween('main', snapshot(THIN), snapshot(THIN), 0);
    assert.deepEqual(changes, { since: 'main', questions: [], opened: [], closed: [], hidden: 0 });
    assert.equal(changeWords(changes), 'No answer was won or lost, and no statement to look at came or went.');
    assert.equal(leftOut(changes), '');
  });

  it('is an answer won, and lost the other way round', () => {
    const answered = THIN.replace('TBD', 'Rolling back means switching `waitlist` off; the table `waitlist_entries` is kept and ignored by the previous version, so a downgrade loses no data.');
    const [before, now] = [snapshot(THIN), snapshot(answered)];
    const there = wonAndLost(changesBetween('main', before, now, 0)), back = wonAndLost(changesBetween('main', now, before, 0));
    const rollback = (those: readonly { item: string }[]) => those.filter(({ item }) => item === 'infrastructure/rollback').length;
    assert.deepEqual([rollback(there.won), rollback(there.lost), rollback(back.won), rollback(back.lost)], [1, 0, 0, 1]);
  });

  it('is statements that came and went, by rule', () => {
    const now = snapshot(`${THIN}\n## Costs\n\nThe queue costs TBD a month.\n`);
    const { opened, closed } = changesBetween('main', snapshot(THIN), now, 0);
    assert.ok(opened.some(({ rule, count }) => rule === 'wording/placeholder' && count === 1), JSON.stringify(opened));
    assert.deepEqual(closed, []);
    assert.deepEqual(changesBetween('main', now, snapshot(THIN), 0).closed, opened);
  });

  it('is all of it for a document that was not there', () => {
    const changes = changesBetween('main', NOTHING, snapshot(THIN), 0);
    assert.deepEqual([changes.isNew, changes.questions, changes.opened], [true, [], []]);
    assert.equal(changeWords(changes), 'The document was not there then: all of it is new.');
  });

  it('keeps no word of the text', () => {
    const kept = JSON.stringify(snapshot(THIN));
    for (const word of ['waitlist', 'Ferrypass', 'sailing', 'TBD']) assert.ok(!kept.includes(word), word);
  });
});
