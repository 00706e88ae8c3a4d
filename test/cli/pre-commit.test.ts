import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { parse, stringify } from 'yaml';
import manifest from '../../package.json';
import { parseArguments } from '../../src/cli/arguments';
import { DRAFT, ENVIRONMENT, PROGRAM, useProgram } from './cli';
import { git, repository } from './git';

const HOOKS = '.pre-commit-hooks.yaml';
/** What pre-commit takes of a hook, as far as ours uses it; its documentation has the rest. */
const SCHEMA = {
  type: 'array', minItems: 1, items: {
    type: 'object', required: ['id', 'name', 'entry', 'language'], additionalProperties: false, properties: {
      id: { type: 'string' }, name: { type: 'string' }, description: { type: 'string' }, entry: { type: 'string' }, language: { enum: ['node'] },
      types: { type: 'array', items: { type: 'string' } }, require_serial: { type: 'boolean' }, minimum_pre_commit_version: { type: 'string' },
    },
  },
};
const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;

describe('the pre-commit hook', function () {
  this.timeout(60_000);
  useProgram();
  const [hook] = parse(readFileSync(HOOKS, 'utf8'));

  it('is declared as pre-commit wants it, and its command is one of ours', () => {
    const validate = new Ajv().compile(SCHEMA);
    assert.ok(validate(parse(readFileSync(HOOKS, 'utf8'))), JSON.stringify(validate.errors));
    const [program, ...args] = hook.entry.split(' ');
    assert.ok(program in manifest.bin);
    assert.equal(parseArguments([...args, 'a.md']).name, 'review');
  });

  it('stops a commit by what it introduces, in specs alone', function () {
    if (!isInstalled) return this.skip();
    const root = repository({ 'docs/old.md': DRAFT.replace('draft', 'accepted'), 'README.md': '# Shop\n' });
    const env = { ...ENVIRONMENT, HOME: root, PRE_COMMIT_HOME: join(root, '.git/pre-commit-home') };
    const preCommit = (...args: string[]) => spawnSync('pre-commit', args, { cwd: root, env, encoding: 'utf8' });
    const validated = preCommit('validate-manifest', resolve(HOOKS));
    assert.equal(validated.status, 0, validated.stdout + validated.stderr);
    // From the registry it would be installed; here the program is at hand.
    const local = { ...hook, language: 'system', entry: hook.entry.replace('spec-review', `${process.execPath} ${PROGRAM}`) };
    writeFileSync(join(root, '.pre-commit-config.yaml'), stringify({ repos: [{ repo: 'local', hooks: [local] }] }));
    git(root, 'add', '.');
    assert.equal(preCommit('run').status, 0, 'nothing of it is Markdown');

    writeFileSync(join(root, 'README.md'), '# Shop\n\nTBD\n');
    writeFileSync(join(root, 'docs/old.md'), `${DRAFT.replace('draft', 'accepted')}\nOne more line changes nothing.\n`);
    git(root, 'add', '.');
    const same = preCommit('run');
    assert.equal(same.status, 0, same.stdout);
    writeFileSync(join(root, 'docs/new.md'), DRAFT.replace('draft', 'accepted'));
    git(root, 'add', '.');
    const stopped = preCommit('run');
    assert.equal(stopped.status, 1);
    assert.match(stopped.stdout, /docs\/new\.md/);
    git(root, 'rm', '-q', '--cached', 'docs/new.md', 'docs/old.md');
    const readme = preCommit('run');
    assert.equal(readme.status, 0, readme.stdout);
  });
});
