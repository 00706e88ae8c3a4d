import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, ENVIRONMENT, folder, run, useProgram } from './cli';

const AUTHOR = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org', GIT_CONFIG_GLOBAL: '/dev/null' };

function git(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd, env: { ...ENVIRONMENT, ...AUTHOR }, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** A repository with one commit on `main`. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = folder(files);
  rmSync(join(root, '.git'), { recursive: true });
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '.');
  git(root, 'commit', '-q', '-m', 'first');
  return root;
}

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
});
