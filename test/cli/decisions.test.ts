import assert from 'node:assert/strict';
import { DRAFT, folder, run, useProgram } from './cli';

const COMMENTS = [
  '<!-- spec-review: not-applicable infrastructure/privacy -- no personal data is read or kept -->',
  '<!-- spec-review: accept infrastructure/rollback --until 2020-01-31 --owner Ana Ruiz -- pilot of two shops -->',
  '<!-- spec-review: accept acme/region -- one region only -->',
  '<!-- spec-review: accept api/limit -- typo -->',
].join('\n\n');

describe('decisions', function () {
  this.timeout(30_000);
  useProgram();

  const root = () => folder({
    'a.md': `${DRAFT}\n${COMMENTS}\n`, 'b.md': DRAFT, 'README.md': `# Shop\n\nInstall with make.\n\n${COMMENTS}\n`,
    '.spec-review.yaml': 'items:\n  - id: acme/region\n    question: In which regions is the data kept?\n    evidence: { headings: ["Regions"] }\n',
  });

  it('lists each with its place, reason, owner and date, and those that decide nothing', () => {
    const { code, out, errors } = run(root(), ['decisions']);
    assert.deepEqual({ code, errors }, { code: 0, errors: [] });
    assert.equal(out, [
      'a.md',
      '  21  infrastructure/privacy  not applicable', '    no personal data is read or kept',
      '  23  infrastructure/rollback  accepted by Ana Ruiz until 2020-01-31, expired', '    pilot of two shops',
      '  25  acme/region  accepted', '    one region only',
      '  27  decides nothing', '    "api/limit" is not in the checklist; did you mean api/limits?',
      '', '3 decisions in 2 files, 1 expired.', '',
    ].join('\n'));
  });

  it('gives the same as JSON, and 2 where a file cannot be read', () => {
    const { code, out, errors } = run(root(), ['decisions', 'a.md', 'gone.md', '--format', 'json']);
    assert.deepEqual({ code, errors }, { code: 2, errors: ['gone.md does not exist'] });
    const [a, gone] = JSON.parse(out).files;
    assert.deepEqual(a.decisions.map((d: { item: string; expired: boolean }) => [d.item, d.expired]), [['infrastructure/privacy', false], ['infrastructure/rollback', true], ['acme/region', false]]);
    assert.deepEqual(a.decisions[1], {
      verb: 'accept', item: 'infrastructure/rollback', reason: 'pilot of two shops', until: '2020-01-31', owner: 'Ana Ruiz',
      start: { line: 23, column: 1 }, end: { line: 23, column: 111 }, expired: true,
    });
    assert.deepEqual(gone, { path: 'gone.md', error: 'does not exist' });
  });
});
