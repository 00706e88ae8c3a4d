import assert from 'node:assert/strict';
import { configFinder } from '../../../src/config/find';

/** A finder over files held in memory, and the paths it read. */
function over(files: Record<string, string>, root = '/w') {
  const reads: string[] = [];
  const find = configFinder({
    read: async (path) => { reads.push(path); return files[path]; },
    isRoot: async (folder) => folder === root,
  }, ['api/limits']);
  return { find, reads };
}

describe('configFinder', () => {
  it('finds the nearest config, by the order of its names', async () => {
    const { find } = over({ '/w/.spec-review.yaml': 'profile: rfc', '/w/a/.spec-review.json': '{"profile": "kep"}', '/w/a/.spec-review.yml': 'profile: prd' });
    const near = await find('/w/a');
    assert.deepEqual([near?.path, near?.folder, near?.sources[0]?.config.profile], ['/w/a/.spec-review.yml', '/w/a', 'prd']);
    assert.equal((await find('/w/b/c'))?.path, '/w/.spec-review.yaml');
  });

  it('does not look above the root', async () => {
    const { find, reads } = over({ '/.spec-review.yaml': 'profile: rfc' });
    assert.equal(await find('/w/a'), undefined);
    assert.ok(reads.every((path) => path.startsWith('/w/')));
  });

  it('looks up to the top of the file system where there is no root', async () => {
    const { find } = over({ '/.spec-review.yaml': 'profile: rfc' }, '/elsewhere');
    assert.equal((await find('/w/a'))?.path, '/.spec-review.yaml');
  });

  it('reads each folder once', async () => {
    const { find, reads } = over({});
    await Promise.all([find('/w/a/b'), find('/w/a/c'), find('/w/a/b')]);
    assert.equal(reads.length, new Set(reads).size);
    assert.equal(reads.length, 4 * 4);
  });

  it('hands on what is wrong in the config', async () => {
    const { find } = over({ '/w/.spec-review.yaml': 'rules: { api/limit: off }' });
    assert.equal((await find('/w'))?.sources[0]?.problems.length, 1);
  });
});
