import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Profile } from '../../../src/analyzer/item';
import { matches } from '../../../src/analyzer/globs';
import { parseConfig } from '../../../src/config/parse';
import { propose, proposalText } from '../../../src/config/propose';

/** Candidates from paths; those with a profile are specs. */
const candidates = (files: Readonly<Record<string, Profile | ''>>) =>
  Object.entries(files).map(([path, profile]) => ({ path, isSpec: profile !== '', profile: profile || 'design' as const }));

describe('propose', () => {
  it('takes in folders of specs, without the files that are none, and single specs elsewhere', () => {
    const { specs, profiles } = propose(candidates({
      'README.md': '', 'docs/guide.md': '', 'docs/plan.md': 'prd', 'docs/notes.md': '',
      'docs/rfcs/1.md': 'rfc', 'docs/rfcs/2.md': 'rfc', 'docs/rfcs/README.md': '', 'docs/rfcs/old/3.md': 'rfc', 'docs/rfcs/old/README.md': '',
      'product/a.md': 'prd', 'product/b.md': 'design', 'product/template (copy).md': '',
    }));
    assert.deepEqual(specs, ['docs/rfcs/**/*.md', 'product/**/*.md', '!**/README.md', '!product/template \\(copy\\).md', 'docs/plan.md']);
    assert.deepEqual([...profiles], [['docs/rfcs/**/*.md', 'rfc']]);
  });

  it('names exactly the specs, whatever their names and folders, in a config that reads back', () => {
    const part = fc.constantFrom('a', 'b', 'README', '[x]', 'c (1)', '!d', 'é', '{y,z}', 'f*', '+g', '@h', '"q"', 'i\'j', '#k');
    const path = fc.tuple(fc.array(part, { maxLength: 3 }), part, fc.constantFrom('.md', '.markdown')).map(([folders, name, end]) => [...folders, name + end].join('/'));
    const files = fc.dictionary(path, fc.constantFrom('', 'rfc', 'prd') as fc.Arbitrary<Profile | ''>, { maxKeys: 12 });
    fc.assert(fc.property(files, (given) => {
      const all = candidates(given);
      const { config, problems } = parseConfig(proposalText(propose(all)), '.spec-review.yaml', []);
      if (!all.some(({ isSpec }) => isSpec)) return;
      assert.deepEqual(problems, []);
      for (const { path, isSpec } of all) assert.equal(matches(config.specs!, path), isSpec, path);
    }), { numRuns: 300 });
  });
});
