import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, folder, run, useProgram } from './cli';

const ITEMS = `items:
  - id: acme/data-residency
    question: In which regions is the data kept?
    why: Contracts name the regions.
    evidence: { headings: [Data residency], phrases: ["stays? in the EU"], minWords: 5 }
    examples:
      covered: ["## Data residency\\n\\nFrankfurt and Dublin, and nowhere else.\\n"]
      partial: ["## Data residency\\n\\nTBD\\n"]
      missing: ["## Storage\\n\\nA table.\\n"]
`;

describe('a team\'s own questions and config', function () {
  this.timeout(30_000);
  useProgram();

  it('are asked of every file, listed and explained', () => {
    const root = folder({ 'a.md': DRAFT, '.spec-review.yaml': 'extends: ["@acme/specs"]\nrules: { "*": off, acme/data-residency: error }\nstages: { draft: error }\n', 'node_modules/@acme/specs/.spec-review.yaml': ITEMS });
    const { code, out } = run(root, ['a.md', '--format', 'json']);
    const [file] = JSON.parse(out).files;
    assert.deepEqual([code, file.findings.map((f: { rule: string }) => f.rule), file.coverage.at(-1).item, file.coverage.length], [1, ['acme/data-residency'], 'acme/data-residency', 40]);
    assert.match(run(root, ['checklist']).out, /^acme\n {2}acme\/data-residency +In which regions is the data kept\?/m);
    assert.match(run(root, ['explain', 'acme/data-residency']).out, /Contracts name the regions\./);
    assert.deepEqual(run(root, ['explain', 'acme/data-residence']).errors, ['unknown item "acme/data-residence"; did you mean "acme/data-residency"?']);
  });

  it('have their examples checked', () => {
    const root = folder({ '.spec-review.yaml': ITEMS, 'bad.yaml': ITEMS.replace('A table.', 'All of it always stays in the EU.') });
    assert.deepEqual(run(root, ['checklist', '--test']), { code: 0, out: 'passed  acme/data-residency  3 examples\n', errors: [] });
    assert.deepEqual(run(root, ['checklist', '--test', '--config', 'bad.yaml']), {
      code: 1, errors: [],
      out: 'failed  acme/data-residency  3 examples\n        "missing" example 1 is covered: Answered in “Storage” (line 3): “All of it always stays in the EU.”\n',
    });
  });

  it('end the run before a file is reviewed where a base or a pattern is wrong', () => {
    const root = folder({ 'a.md': DRAFT, '.spec-review.yaml': 'extends: [./b.yaml, ./gone.yaml]\n', 'b.yaml': 'extends: [./.spec-review.yaml]\nitems: [{ id: a/b, question: q?, evidence: { phrases: ["(a{30}){30}", "(?<=x)y"] } }]\n' });
    assert.deepEqual(run(root, ['a.md', '--format', 'json', '--output', 'report.json']), { code: 2, out: '', errors: [
      'b.yaml:1:11: "./.spec-review.yaml" leads back to itself: a config cannot extend what extends it',
      'b.yaml:2:56: the pattern "(a{30}){30}" is too large when its repetitions are written out; use fewer or shorter ones',
      'b.yaml:2:71: the pattern "(?<=x)y" is not RE2 syntax: invalid named capture: `(?<=x)y`',
      '.spec-review.yaml:1:21: "./gone.yaml" does not exist; correct the path, which is relative to this file',
    ] });
    assert.ok(!existsSync(join(root, 'report.json')));
  });

  it('show what applies to a file, as a config that says the same', () => {
    const root = folder({
      'docs/prd/a.md': DRAFT, 'base.yaml': `profile: rfc\nrules: { api/*: info, api/limits: error }\n${ITEMS}`,
      '.spec-review.yaml': 'extends: [./base.yaml]\nspecs: ["docs/**"]\nrules: { api/*: off }\noverrides: [{ files: ["docs/prd/**"], profile: prd, stages: { done: warning } }]\n',
    });
    const { code, out } = run(root, ['config', 'docs/prd/a.md']);
    assert.equal(code, 0);
    assert.equal(out, [
      '# docs/prd/a.md is a spec by "specs" in .spec-review.yaml.',
      'profile: prd                 # .spec-review.yaml, for "docs/prd/**"',
      'rules:',
      '  api/limits: error          # base.yaml',
      '  api/*: off                 # .spec-review.yaml',
      'stages:',
      '  draft: warning             # default',
      '  in-review: warning         # default',
      '  accepted: error            # default',
      '  done: warning              # .spec-review.yaml, for "docs/prd/**"',
      'items:',
      '  - id: acme/data-residency  # base.yaml',
      '',
    ].join('\n'));
    assert.deepEqual(run(root, ['config', 'docs/prd/b.md']).errors, ['docs/prd/b.md does not exist']);
  });
});

describe('a question with an address', function () {
  this.timeout(30_000);
  useProgram();

  it('leads there from code scanning and from its explanation', () => {
    const root = folder({ 'a.md': DRAFT, '.spec-review.yaml': 'items: [{ id: acme/region, question: Where?, url: "https://wiki.acme.example/regions", evidence: { headings: [Regions] } }]\n' });
    const { runs: [{ tool }] } = JSON.parse(run(root, ['a.md', '--format', 'sarif']).out);
    assert.equal(tool.driver.rules.find((rule: { id: string }) => rule.id === 'acme/region').helpUri, 'https://wiki.acme.example/regions');
    assert.match(run(root, ['explain', 'acme/region']).out, /https:\/\/wiki\.acme\.example\/regions/);
  });
});

describe('init', function () {
  this.timeout(30_000);
  useProgram();

  const FILES = { 'docs/rfcs/0001-a.md': DRAFT, 'docs/rfcs/0002-b.md': DRAFT, 'docs/rfcs/README.md': '# RFCs\n\nAll of them.\n', 'README.md': '# Shop\n\nSells.\n' };

  it('shows a config for the specs that it finds, and writes it only when told to', () => {
    const root = folder(FILES);
    const shown = run(root, ['init']);
    assert.deepEqual([shown.code, shown.errors], [0, ['nothing was written; "spec-review init --yes" writes both, "--no-baseline" only the first']]);
    assert.ok(!existsSync(join(root, '.spec-review.yaml')));
    const written = run(root, ['init', '--yes']);
    assert.deepEqual([written.code, written.out], [0, shown.out]);
    const text = readFileSync(join(root, '.spec-review.yaml'), 'utf8');
    const count = JSON.parse(readFileSync(join(root, '.spec-review-baseline.json'), 'utf8')).files['docs/rfcs/0001-a.md'].length;
    assert.equal(shown.out, `# .spec-review.yaml, for 2 specs among 4 Markdown files\n${text}\n# .spec-review-baseline.json: ${2 * count} gaps in 2 specs that --baseline hides until somebody closes them\n#   docs/rfcs/0001-a.md: ${count}\n#   docs/rfcs/0002-b.md: ${count}\n`);
    assert.deepEqual(written.errors, ['wrote .spec-review.yaml and .spec-review-baseline.json; "spec-review --baseline .spec-review-baseline.json" reviews the specs']);
    assert.deepEqual(run(root, ['.', '--baseline', '.spec-review-baseline.json', '--fail-on', 'info']).code, 0, 'the first run finds nothing, and nothing stale');
    assert.match(text, /specs:\n {2}- "docs\/rfcs\/\*\*\/\*\.md"\n {2}- "!docs\/rfcs\/README\.md"\n/);
    assert.match(text, /- files: \["docs\/rfcs\/\*\*\/\*\.md"\]\n {4}profile: rfc\n/);
    const { files } = JSON.parse(run(root, ['--format', 'json', '--fail-on', 'never']).out);
    assert.deepEqual(files.map((f: { path: string; profile: string }) => [f.path, f.profile]), [['docs/rfcs/0001-a.md', 'rfc'], ['docs/rfcs/0002-b.md', 'rfc']]);
  });

  it('proposes no baseline where none is wanted, and never overwrites one', () => {
    const root = folder(FILES);
    assert.deepEqual(run(root, ['init', '--yes', '--no-baseline']).errors, ['wrote .spec-review.yaml; "spec-review" reviews the specs']);
    assert.ok(!existsSync(join(root, '.spec-review-baseline.json')));
    const taken = folder({ ...FILES, '.spec-review-baseline.json': 'ours' });
    run(taken, ['init', '--yes']);
    assert.equal(readFileSync(join(taken, '.spec-review-baseline.json'), 'utf8'), 'ours');
  });

  it('never overwrites a config, whatever its name', () => {
    const root = folder({ ...FILES, '.spec-review.json': '{}' });
    assert.deepEqual(run(root, ['init', '--yes']), { code: 2, out: '', errors: ['.spec-review.json is here already, and init does not overwrite it; change it, or move it away first'] });
    assert.ok(!existsSync(join(root, '.spec-review.yaml')));
  });

  it('says so where there is no spec', () => {
    assert.deepEqual(run(folder({ 'README.md': FILES['README.md'] }), ['init', '--yes']), { code: 2, out: '', errors: ['no spec among 1 Markdown file in this folder; write the globs of your specs under "specs" in .spec-review.yaml'] });
  });
});
