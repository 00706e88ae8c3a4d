import assert from 'node:assert/strict';
import { namedFlags } from '../../../../src/analyzer/facts/flags';
import { finalStatus } from '../../../../src/analyzer/facts/status';
import { at, specOf } from './spec-of';

describe('final status', () => {
  const status = (text: string) => finalStatus(specOf(text));
  it('is read from front matter, a line or a section', () => {
    assert.deepEqual([status('---\nstatus: Accepted\n---\n\n# T\n')?.word, status('---\nstatus: Accepted\n---\n\n# T\n')?.isDone], ['Accepted', false]);
    assert.equal(status('# T\n\nStatus: implemented in 4.2\n')?.isDone, true);
    assert.equal(status('# T\n\n## Status\n\n✅ Approved\n')?.word, 'Approved');
  });
  it('is none where the work goes on, or a template lists all states', () => {
    for (const word of ['draft', 'partially implemented', 'accepted, but not final', 'accepted | rejected | superseded', 'implementable'])
      assert.equal(status(`# T\n\nStatus: ${word}\n`), undefined, word);
    assert.equal(status('# T\n\nText.\n'), undefined);
  });
});

describe('named flags', () => {
  const flags = (text: string) => { const spec = specOf(text); return namedFlags(spec).map((flag) => at(spec, flag.at)); };
  it('are those that the proposal comes with, once each, across a line end too', () =>
    assert.deepEqual(flags('# T\n\nIt is behind the feature\nflag `cold-store`. A `gate-2` feature gate is added; the feature flag `cold-store` is off.\n\n- Feature gate name: Third\n'), ['cold-store', 'gate-2', 'Third']));
  it('are not flags of others, options or flags without a name', () =>
    assert.deepEqual(flags('# T\n\nUsers can turn the `Other` feature gate on, pass the flag `--dry-run`, or use feature flags.\n'), []));
});
