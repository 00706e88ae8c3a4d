import assert from 'node:assert/strict';
import { didYouMean, nearest } from '../../../src/analyzer/nearest';

const ids = ['api/contract', 'api/limits', 'infrastructure/rollback', 'infrastructure/rollout', 'scalability/load', 'scalability/load-test'];

describe('nearest', () => {
  it('mends a typo, a swap and a wrong case', () => {
    assert.equal(nearest('api/limts', ids), 'api/limits');
    assert.equal(nearest('api/cotnract', ids), 'api/contract');
    assert.equal(nearest('API/Limits', ids), 'api/limits');
  });

  it('completes an id from its last part, and prefers the exact one', () => {
    assert.equal(nearest('rollback', ids), 'infrastructure/rollback');
    assert.equal(nearest('load', ids), 'scalability/load');
  });

  it('suggests nothing where nothing is close, or the word is absurdly long', () => {
    assert.equal(nearest('zzzzzz', ids), undefined);
    assert.equal(nearest('', ids), undefined);
    assert.equal(nearest('x'.repeat(1e6), ids), undefined);
  });

  it('ends a message with the suggestion, or with nothing', () => {
    assert.equal(didYouMean('profil', ['profile', 'rules']), '; did you mean "profile"?');
    assert.equal(didYouMean('zzzzzz', ['profile']), '');
  });
});
