import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTED, folder, run, useProgram } from './cli';

const findings = (out: string): { rule: string; items?: string[] }[] => JSON.parse(out).files.flatMap((file: { findings: [] }) => file.findings);

describe('--baseline', function () {
  this.timeout(60_000);
  useProgram();

  const make = (root: string) => run(root, ['.', '--baseline', 'known.json', '--update-baseline', '--format', 'json']);
  const read = (root: string) => JSON.parse(readFileSync(join(root, 'known.json'), 'utf8'));
  const PROBLEM = 'Support refunds about 40 orders a day by hand, which takes two people the whole morning.';
  const edit = (root: string, path: string, change: (text: string) => string) => writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));

  it('hides what it lists, and only that', () => {
    const root = folder({ 'docs/a.md': ACCEPTED });
    assert.equal(run(root, ['.']).code, 1);
    make(root);
    assert.deepEqual(Object.keys(read(root).files), ['docs/a.md']);
    const { code, out, errors } = run(root, ['.', '--baseline', 'known.json', '--format', 'json']);
    assert.deepEqual({ code, errors, findings: findings(out) }, { code: 0, errors: [], findings: [] });

    edit(root, 'docs/a.md', (text) => text.replace(PROBLEM, 'TBD'));
    const after = run(root, ['.', '--baseline', 'known.json', '--format', 'json', '--fail-on', 'warning']);
    assert.equal(after.code, 1);
    assert.ok(findings(after.out).some((f) => f.rule === 'delivery/problem'));
    assert.ok(findings(after.out).every((f) => (f.items ?? [f.rule]).every((rule) => !read(root).files['docs/a.md'].includes(rule))));
  });

  it('fails while it lists what is gone, and shrinks when it is updated, but does not grow', () => {
    const lacking = ACCEPTED.replace(PROBLEM, 'TBD');
    const root = folder({ 'a.md': lacking, 'b.md': lacking });
    make(root);
    const before = read(root).files;
    edit(root, 'a.md', (text) => text.replace('TBD', PROBLEM).replace('- A shop refunds an order by a link, without support.', 'TBD'));
    rmSync(join(root, 'b.md'));
    writeFileSync(join(root, 'c.md'), lacking);
    const stale = run(root, ['a.md', '--baseline', 'known.json', '--fail-on', 'error']);
    assert.equal(stale.code, 1);
    assert.match(stale.errors[0]!, /^a\.md no longer has \d findings? of the baseline \(.*delivery\/problem.*\); remove (?:it|them) with --update-baseline$/);
    assert.deepEqual(stale.errors.slice(1), ['b.md is in the baseline and no longer exists; remove it with --update-baseline']);

    make(root);
    const after = read(root).files;
    assert.deepEqual(Object.keys(after), ['a.md', 'c.md']);
    assert.ok(after['a.md'].length < before['a.md'].length);
    assert.deepEqual(after['a.md'].filter((entry: string) => !before['a.md'].includes(entry)), []);
    assert.deepEqual(after['c.md'], before['a.md']);
    assert.deepEqual(run(root, ['.', '--baseline', 'known.json']).errors, []);
  });

  it('says what is wrong with it, and writes nothing then', () => {
    const root = folder({ 'a.md': ACCEPTED, 'two.json': '{ "version": 2, "files": {} }', 'list.json': '[]', 'half.json': '{ "version": 1, "files": { "a.md": [1] } }', 'text.json': 'no' });
    const told = (name: string) => run(root, ['a.md', '--baseline', name]);
    assert.deepEqual(told('gone.json'), { code: 2, out: '', errors: ['the baseline gone.json does not exist; make it with --update-baseline'] });
    assert.deepEqual(told('two.json').errors, ['the baseline two.json is of version 2, and this program reads version 1; delete it and make it anew with --update-baseline']);
    assert.deepEqual(told('list.json').errors, ['the baseline list.json is not a baseline: it has no "version"']);
    assert.deepEqual(told('half.json').errors, ['the baseline half.json is not a baseline: "a.md" must be a list of texts']);
    assert.match(told('text.json').errors[0]!, /^the baseline text\.json is not JSON: /);
    assert.equal(run(root, ['a.md', '--baseline', 'two.json', '--update-baseline']).code, 2);
    assert.equal(readFileSync(join(root, 'two.json'), 'utf8'), '{ "version": 2, "files": {} }');
    assert.deepEqual(run(root, ['a.md', '--baseline', 'no/where.json', '--update-baseline']).code, 2);
    assert.equal(existsSync(join(root, 'no')), false);
  });
});
