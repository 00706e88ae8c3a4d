import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTED, DRAFT, folder, run, useProgram } from './cli';

describe('config', function () {
  this.timeout(30_000);
  useProgram();

  it('that is wrong ends the run before a file is reviewed, with the place of every mistake', () => {
    const root = folder({
      'a.md': DRAFT, 'sub/b.md': DRAFT,
      '.spec-review.yaml': 'profil: rfc\nrules:\n  api/limit: off\n',
      'sub/.spec-review.json': '{\n  "profile": 3\n}\n',
    });
    assert.deepEqual(run(root, ['a.md', 'sub', '--format', 'json']), { code: 2, out: '', errors: [
      '.spec-review.yaml:1:1: unknown key "profil"; did you mean "profile"?',
      '.spec-review.yaml:3:3: unknown rule "api/limit"; did you mean "api/limits"?',
      'sub/.spec-review.json:2:14: "profile" must be kep, rfc, design, prd, adr or auto, not 3',
    ] });
  });

  it('sets severities by rule and wildcard, for the files of an override', () => {
    const root = folder({
      'a.md': ACCEPTED, 'prd/b.md': ACCEPTED,
      'strict.yaml': 'stages: { accepted: error }\nrules: { "*": off, infrastructure/rollback: error }\noverrides:\n  - files: ["prd/**"]\n    rules: { infrastructure/*: info }\n',
    });
    const { code, out } = run(root, ['a.md', 'prd/b.md', '--format', 'json', '--config', 'strict.yaml']);
    const [a, b] = JSON.parse(out).files.map((file: { findings: { rule: string; severity: string }[] }) => file.findings.map((f) => `${f.rule} ${f.severity}`));
    assert.deepEqual(a, ['infrastructure/rollback error']);
    assert.ok(b.length > 0 && b.every((finding: string) => /^infrastructure\/\S+ info$/.test(finding)), String(b));
    assert.equal(code, 1);
  });

  it('that is not there, or cannot be read, is told', () => {
    const root = folder({ 'a.md': DRAFT });
    assert.deepEqual(run(root, ['a.md', '--config', 'gone.yaml']), { code: 2, out: '', errors: ['the config gone.yaml does not exist'] });
    mkdirSync(join(root, '.spec-review.yaml'));
    assert.deepEqual(run(root, ['a.md']).errors, ['the config .spec-review.yaml is a folder, not a file']);
  });
});
