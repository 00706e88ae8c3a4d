import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, folder, run, useProgram } from './cli';
import { git, repository } from './git';

/** Of each file in the report, the rules of its findings. */
function rules(root: string, ...args: string[]): Record<string, string[]> {
  const { out, errors } = run(root, ['--format', 'json', ...args]);
  const { files } = JSON.parse(out || assert.fail(errors.join('\n'))) as { files: { path: string; findings: { rule: string; items?: string[] }[] }[] };
  return Object.fromEntries(files.map((file) => [file.path, file.findings.flatMap((f) => f.items ?? f.rule)]));
}

const WITHOUT_PROBLEM = DRAFT.replace('Support refunds about 40 orders a day by hand, which takes two people the whole morning.', 'TBD');

describe('--since', function () {
  this.timeout(60_000);
  useProgram();

  it('reports what the change introduced: of a changed file the new gaps, of a new file all', () => {
    const root = repository({ 'changed.md': DRAFT, 'same.md': DRAFT, 'fixed.md': WITHOUT_PROBLEM });
    const before = rules(root, 'changed.md')['changed.md']!;
    assert.ok(before.length > 0 && !before.includes('delivery/problem'));
    writeFileSync(join(root, 'changed.md'), `${WITHOUT_PROBLEM}\n## Notes\n\nNothing else was changed in this document.\n`);
    writeFileSync(join(root, 'fixed.md'), DRAFT);
    writeFileSync(join(root, 'new.md'), DRAFT);
    const found = rules(root, '.', '--since', 'main');
    assert.deepEqual(Object.keys(found), ['changed.md', 'fixed.md', 'new.md']);
    assert.ok(found['changed.md']!.includes('delivery/problem'));
    assert.deepEqual(found['changed.md']!.filter((rule) => before.includes(rule)), []);
    assert.deepEqual(found['fixed.md'], []);
    assert.deepEqual(found['new.md'], rules(root, 'new.md')['new.md']);
  });

  it('tells in the report what changed: answers won and lost, and how much older is left out', () => {
    const root = repository({ 'a.md': WITHOUT_PROBLEM, 'b.md': DRAFT });
    writeFileSync(join(root, 'a.md'), DRAFT);
    writeFileSync(join(root, 'b.md'), WITHOUT_PROBLEM);
    writeFileSync(join(root, 'c.md'), DRAFT);
    const { files } = JSON.parse(run(root, ['.', '--since', 'main', '--format', 'json']).out) as { files: { changes: { since: string; isNew?: true; hidden: number; questions: { item: string; before: string; now: string }[] } }[] };
    const problem = files.map(({ changes }) => changes.questions.find(({ item }) => item === 'delivery/problem'));
    assert.deepEqual([problem[0]!.now, problem[1]!.before, problem[2]], ['answered', 'answered', undefined]);
    assert.deepEqual(files.map(({ changes: { since, isNew = false, hidden } }) => [since, isNew, hidden > 0]), [['main', false, true], ['main', false, true], ['main', true, false]]);
    for (const format of ['html', 'markdown']) {
      const { out } = run(root, ['.', '--since', 'main', '--format', format]);
      for (const words of ['What changed since main', '1 answer won', '1 answer lost', 'all of it is new', 'left out']) assert.ok(out.includes(words), `${format}: ${words}`);
      assert.ok(!run(root, ['.', '--format', format]).out.includes('What changed'));
    }
  });

  it('compares with the commit where the branch left, and a moved file with what it was', () => {
    const root = repository({ 'a.md': DRAFT, 'b.md': DRAFT });
    git(root, 'checkout', '-q', '-b', 'mine');
    renameSync(join(root, 'b.md'), join(root, 'moved.md'));
    git(root, 'add', '.');
    git(root, 'commit', '-q', '-m', 'moved');
    git(root, 'checkout', '-q', 'main');
    writeFileSync(join(root, 'a.md'), WITHOUT_PROBLEM);
    git(root, 'commit', '-q', '-a', '-m', 'theirs');
    git(root, 'checkout', '-q', 'mine');
    assert.deepEqual(rules(root, '.', '--since', 'main'), { 'moved.md': [] });
  });

  it('says so where nothing changed', () => {
    const root = repository({ 'a.md': DRAFT });
    assert.deepEqual(run(root, ['--since', 'HEAD', '--fail-on', 'info']), { code: 0, out: '', errors: ['no spec changed since HEAD'] });
  });

  it('says what is wrong: no such commit, a shallow clone, no repository, no git', () => {
    const root = repository({ 'a.md': DRAFT });
    assert.deepEqual(run(root, ['--since', 'gone']), { code: 2, out: '', errors: ['--since: there is no commit "gone" in .'] });
    writeFileSync(join(root, 'a.md'), WITHOUT_PROBLEM);
    git(root, 'commit', '-q', '-a', '-m', 'second');
    git(root, 'clone', '-q', '--depth', '1', `file://${root}`, 'shallow');
    assert.deepEqual(run(join(root, 'shallow'), ['--since', 'HEAD~1']).errors,
      ['--since: there is no commit "HEAD~1" in ., because the clone is shallow; fetch the whole history (fetch-depth: 0)']);
    assert.deepEqual(run(folder({ 'a.md': DRAFT }), ['--since', 'HEAD']), { code: 2, out: '', errors: ['--since: . is not in a git repository'] });
    assert.deepEqual(run(root, ['--since', 'HEAD'], { env: { PATH: '/nowhere' } }).errors, ['--since needs git, which is not on the PATH']);
  });

  it('takes everything for new before the first commit', () => {
    const root = folder({ 'a.md': DRAFT });
    rmSync(join(root, '.git'), { recursive: true });
    git(root, 'init', '-q', '-b', 'main');
    assert.deepEqual(rules(root, 'a.md', '--since', 'HEAD'), rules(root, 'a.md'));
    assert.equal(run(root, ['a.md', '--since', 'main']).code, 2);
  });

  it('reports a document whose code changed though it did not, and only that of it', () => {
    const spec = DRAFT.replace('# Refund', '---\nimplements: [src/refunds/**, "!**/*.test.ts"]\nstatus: draft\n---\n\n# Refund');
    const root = repository({ 'docs/a.md': spec, 'docs/b.md': spec.replace('refunds', 'orders'), 'docs/c.md': DRAFT, 'src/refunds/a.ts': '1', 'src/refunds/b.ts': '1', 'src/refunds/a.test.ts': '1' });
    writeFileSync(join(root, 'src/refunds/a.test.ts'), '2');
    assert.deepEqual(run(root, ['docs', '--since', 'main']).errors, ['no spec changed since main']);
    writeFileSync(join(root, 'src/refunds/a.ts'), '2');
    assert.deepEqual(rules(root, 'docs', '--since', 'main'), { 'docs/a.md': ['consistency/implementation-drift'] });
    const { out } = run(root, ['docs', '--since', 'main', '--format', 'github']);
    assert.match(out, /changed since main, and the document did not: src\/refunds\/a\.ts;/);
    writeFileSync(join(root, '.spec-review.yaml'), 'rules:\n  consistency/implementation-drift: [error, { files: 2 }]\n');
    assert.deepEqual(run(root, ['docs', '--since', 'main']).errors, ['no spec changed since main']);
    writeFileSync(join(root, 'docs/a.md'), `${spec}\nRefunds are now made at night, too.\n`);
    writeFileSync(join(root, '.spec-review.yaml'), '');
    assert.deepEqual(rules(root, 'docs', '--since', 'main'), { 'docs/a.md': [] });
  });
});
