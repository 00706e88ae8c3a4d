import assert from 'node:assert/strict';
import type { Config } from '../../../src/config/config';
import { effective } from '../../../src/config/effective';

/** What configs say about a file, the later wins. */
const about = (path: string, ...configs: Config[]) => effective(configs.map((config, i) => ({ config, path, from: String(i) })));

describe('effective', () => {
  it('lays overrides over the top level, the later wins', () => {
    const config = {
      profile: 'rfc', rules: { 'api/limits': 'error', 'api/*': 'info' }, stages: { draft: 'info' },
      overrides: [
        { files: ['prd/**'], profile: 'prd', rules: { 'api/limits': 'warning' }, stages: { done: 'error' } },
        { files: ['prd/old/*.md'], profile: 'adr' },
      ],
    } as const;
    assert.deepEqual(about('a.md', config), { options: { profile: 'rfc', rules: { 'api/limits': 'error', 'api/*': 'info' }, stages: { draft: 'info' } } });
    const prd = about('prd/a.md', config).options;
    assert.deepEqual(prd, { profile: 'prd', rules: { 'api/*': 'info', 'api/limits': 'warning' }, stages: { draft: 'info', done: 'error' } });
    assert.deepEqual(Object.keys(prd.rules!), ['api/*', 'api/limits'], 'a rule that is set again stands behind the wildcard it is to win over');
    assert.equal(about('prd/old/b.md', config).options.profile, 'adr');
  });

  it('lays a config over what it extends, overrides included', () => {
    const base: Config = { specs: ['**/*.md'], profile: 'rfc', rules: { 'api/limits': 'error', 'api/errors': 'error' }, overrides: [{ files: ['prd/**'], rules: { 'api/limits': 'info', 'api/errors': 'info' } }] };
    const own: Config = { specs: ['docs/**'], rules: { 'api/limits': 'off' } };
    assert.deepEqual(about('prd/a.md', base, own), { options: { profile: 'rfc', rules: { 'api/errors': 'info', 'api/limits': 'off' } }, isSpec: false });
    assert.deepEqual(about('prd/a.md', base, {}).isSpec, true);
  });

  it('leaves to detection what no glob decides', () => {
    assert.deepEqual(about('a.md', {}), { options: {} });
    assert.deepEqual(about('a.md'), { options: {} });
  });

  it('takes a file in and out by the last glob that speaks of it', () => {
    const specs = ['./docs/**/*.md', '!docs/template.md', 'docs/drafts/template.md'];
    const isSpec = (path: string) => about(path, { specs }).isSpec;
    assert.equal(isSpec('docs/a/b.md'), true);
    assert.equal(isSpec('docs/template.md'), false);
    assert.equal(isSpec('docs/drafts/template.md'), true);
    assert.equal(isSpec('docs/.hidden/x.md'), true);
    assert.equal(isSpec('readme.md'), false);
    assert.equal(about('a.md', { specs: [] }).isSpec, false);
  });
});
