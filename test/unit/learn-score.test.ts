import assert from 'node:assert/strict';
import type { Coverage } from '../../src/analyzer/review';
import { score, type Answer, type Label } from '../../scripts/learn/score';

const text = Array.from({ length: 20 }, (_, i) => `line ${i + 1}`).join('\n');
const at = (line: number) => ({ start: text.indexOf(`line ${line}`), end: text.indexOf(`line ${line}`) + 4 });
const answer = (gold: Label['gold'], state: Coverage['state'], confidence = 0.9, more: Partial<Label> & { evidence?: Coverage['evidence'] } = {}): Answer => ({
  text, label: { doc: 'd', item: more.item ?? 'api/errors', gold, verdicts: more.verdicts ?? [], lines: more.lines ?? [] },
  found: { item: 'api/errors', state, confidence, reason: '', evidence: more.evidence ?? [] },
});

describe('score', () => {
  it('counts partial and missing as gaps, and everything else as none', () => {
    const { all } = score([answer('gap', 'partial'), answer('gap', 'not-applicable'), answer('covered', 'missing'), answer('na', 'covered')]);
    assert.deepEqual(all, { tp: 1, fp: 1, fn: 1, tn: 1, both: 0, hit: 0 });
  });

  it('takes evidence up to three lines away for a hit', () => {
    const on = (line: number) => answer('covered', 'covered', 0.9, { lines: ['2-4'], evidence: [at(line)] });
    assert.deepEqual([3, 7, 8].map((line) => score([on(line)]).all.hit), [1, 1, 0]);
  });

  it('averages F1 over items that have a gap', () => {
    assert.equal(score([answer('gap', 'missing'), answer('gap', 'covered', 0.9, { item: 'api/limits' }), answer('covered', 'covered', 0.9, { item: 'api/contract' })]).macroF1, 0.5);
  });

  it('measures how far confidence is from the share that is right', () => {
    const result = score([answer('gap', 'missing', 0.9), answer('covered', 'missing', 0.9), answer('gap', 'missing', 0.6)]);
    assert.equal(result.confident, 2 / 3);
    assert.equal(result.confidentRight, 0.5);
    assert.ok(Math.abs(result.calibrationError - (0.8 + 0.4) / 3) < 1e-9);
  });

  it('tells strict agreement apart', () => {
    const result = score([answer('gap', 'missing', 0.9, { verdicts: ['missing', 'missing'] }), answer('gap', 'covered', 0.9, { verdicts: ['partial', 'missing'] }), answer('covered', 'missing', 0.9, { verdicts: ['covered'] })]);
    assert.equal(result.missingReported, 1);
    assert.equal(result.coveredKept, 0);
  });
});
