import assert from 'node:assert/strict';
import { effective } from '../../../src/config/effective';

describe('effective', () => {
  it('lays overrides over the top level, the later wins', () => {
    const config = {
      profile: 'rfc', rules: { 'api/limits': 'error', 'api/*': 'info' }, stages: { draft: 'info' },
      overrides: [
        { files: ['prd/**'], profile: 'prd', rules: { 'api/limits': 'warning' }, stages: { done: 'error' } },
        { files: ['prd/old/*.md'], profile: 'adr' },
      ],
    } as const;
    assert.deepEqual(effective(config, 'a.md'), { options: { profile: 'rfc', rules: { 'api/limits': 'error', 'api/*': 'info' }, stages: { draft: 'info' } } });
    const prd = effective(config, 'prd/a.md').options;
    assert.deepEqual(prd, { profile: 'prd', rules: { 'api/*': 'info', 'api/limits': 'warning' }, stages: { draft: 'info', done: 'error' } });
    assert.deepEqual(Object.keys(prd.rules!), ['api/*', 'api/limits'], 'a rule that is set again stands behind the wildcard it is to win over');
    assert.equal(effective(config, 'prd/old/b.md').options.profile, 'adr');
  });

  it('leaves to detection what no glob decides', () => {
    assert.deepEqual(effective({ overrides: [] }, 'a.md'), { options: {} });
  });

  it('takes a file in and out by the last glob that speaks of it', () => {
    const specs = ['./docs/**/*.md', '!docs/template.md', 'docs/drafts/template.md'];
    const isSpec = (path: string) => effective({ specs, overrides: [] }, path).isSpec;
    assert.equal(isSpec('docs/a/b.md'), true);
    assert.equal(isSpec('docs/template.md'), false);
    assert.equal(isSpec('docs/drafts/template.md'), true);
    assert.equal(isSpec('docs/.hidden/x.md'), true);
    assert.equal(isSpec('readme.md'), false);
    assert.equal(effective({ specs: [], overrides: [] }, 'a.md').isSpec, false);
  });
});
