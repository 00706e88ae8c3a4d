import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { fixSafely, type Fixed } from '../../../src/analyzer/safe-fixes';
import { reviewer } from '../../../src/index';

function fix(text: string): Fixed {
  const door = reviewer();
  return fixSafely(text, (now) => door.review(now).findings);
}

/** Whether `long` is `short` with something inserted. */
function holds(long: string, short: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

describe('safe fixes', () => {
  it('put the questions under a heading that has nothing beneath, and not where something stands', () => {
    const { text, titles } = fix('# Waitlist design\n\n`POST /v1/places` takes a guest.\n\n## Rollback\n\n## Risks\n\nTBD\n');
    assert.deepEqual(titles, ['Put the questions to answer under "Rollback"']);
    assert.match(text, /## Rollback\n\n- .*\?\n/);
    assert.ok(text.endsWith('## Risks\n\nTBD\n'));
  });

  it('make a decision of one that lacks the hyphens before its reason', () => {
    const { text, titles } = fix('# PRD: Waitlist\n\nGuests wait.\n\n<!-- spec-review: not-applicable api/limits one partner only -->\n');
    assert.deepEqual(titles, ['Put "--" before the reason']);
    assert.ok(text.includes('not-applicable api/limits -- one partner only -->'));
    assert.equal(reviewer().review(text).coverage.find((c) => c.item === 'api/limits')!.state, 'not-applicable');
  });

  it('insert only, and nothing the second time, on every sample', () => {
    const samples = [...globSync('test/quality/specs/*.md'), ...globSync('media/**/*.md'), ...globSync('test/fixtures/planted/*.md')];
    let fixed = 0;
    for (const path of samples) {
      const before = readFileSync(path, 'utf8').replace(/^(#+ .*\n)[^#]*/m, '$1\n');
      const once = fix(before);
      assert.ok(holds(once.text, before), path);
      assert.deepEqual(fix(once.text), { text: once.text, titles: [] }, path);
      fixed += once.titles.length;
    }
    assert.ok(samples.length > 20 && fixed > 5, `${fixed} fixes in ${samples.length} samples`);
  });
});
