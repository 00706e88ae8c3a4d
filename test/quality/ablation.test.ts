import assert from 'node:assert/strict';
import { ablate, addAblation, NO_ABLATION } from '../../scripts/learn/ablation';
import { labels, textOf } from './labelled';

describe('verdicts without their evidence', () => {
  it('fall where the labelled lines are deleted, and stay where others are', function () {
    this.timeout(30_000);
    const sum = ['s01', 's03', 's07'].map((doc) => ablate(textOf(doc), labels.filter((label) => label.doc === doc))).reduce(addAblation, NO_ABLATION);
    console.log(`      ${sum.lost} of ${sum.tried} fall, ${sum.kept} of ${sum.triedOthers} stay`);
    assert.ok(sum.tried >= 30, `only ${sum.tried} were tried`);
    assert.ok(sum.lost / sum.tried >= 0.7, `${sum.lost} of ${sum.tried} fall`);
    assert.ok(sum.kept / sum.triedOthers >= 0.85, `${sum.kept} of ${sum.triedOthers} stay`);
  });
});
