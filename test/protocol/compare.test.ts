import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, useProgram } from '../cli/cli';
import { repository } from '../cli/git';
import { wonAndLost } from '../../src/report/changes';
import type { DiagnosticData } from '../../src/server/protocol';
import { startInProcess, type TestClient } from './client';
import { ANSWER, THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';
const OURS = { options: { canAsk: true } };
const ANSWERED = THIN.replace('TBD', ANSWER);

describe('a document beside an earlier version of it', function () {
  this.timeout(20_000);
  let client: TestClient;
  afterEach(() => client.stop());

  it('tells which answers were won and lost, and what was so then', async () => {
    client = await startInProcess(OURS);
    await client.open(SPEC, THIN);
    const before = await client.request('specReview/snapshot', { uri: SPEC });
    const then = await client.request('specReview/snapshot', { uri: SPEC, text: ANSWERED });
    assert.ok(before && then);
    const base = (snapshot: typeof before) => ({ since: 'main', snapshot });
    const same = await client.request('specReview/review', { uri: SPEC, base: base(before) });
    assert.ok(same?.isSpec && same.changes);
    assert.deepEqual(same.changes.questions, []);
    assert.ok(same.findings.length > 3 && same.findings.every((f) => f.isKnown));

    const worse = await client.request('specReview/review', { uri: SPEC, base: base(then) });
    assert.ok(worse?.isSpec && worse.changes);
    assert.deepEqual(wonAndLost(worse.changes).lost.map((q) => q.item), ['infrastructure/rollback']);
    const isKnown = (rule: string) => worse.findings.find((f) => f.rule === rule)!.isKnown;
    assert.deepEqual([isKnown('infrastructure/rollback'), isKnown('infrastructure/security')], [undefined, true]);

    await client.edit(SPEC, [{ range: client.find(SPEC, 'TBD'), newText: ANSWER }]);
    const better = await client.request('specReview/review', { uri: SPEC, base: base(before) });
    assert.ok(better?.isSpec && better.changes);
    assert.deepEqual(wonAndLost(better.changes).won.map((q) => q.item), ['infrastructure/rollback']);
    const alone = await client.request('specReview/review', { uri: SPEC });
    assert.ok(alone?.isSpec && !alone.changes && alone.findings.every((f) => !f.isKnown));
  });

  it('gives each diagnostic what a snapshot knows it by', async () => {
    client = await startInProcess(OURS);
    await client.open(SPEC, THIN);
    const found = new Set((await client.request('specReview/snapshot', { uri: SPEC }))!.found);
    const entries = (await client.pushed(SPEC)).map(({ data }) => (data as DiagnosticData).entries!);
    assert.ok(entries.length > 3 && entries.every((those) => those.length > 0 && those.every((entry) => found.has(entry))));
  });

  it('keeps nothing of a document that is not open or no spec', async () => {
    client = await startInProcess(OURS);
    assert.equal(await client.request('specReview/snapshot', { uri: SPEC }), null);
    await client.open(SPEC, '# Notes\n\nMilk.\n');
    assert.equal(await client.request('specReview/snapshot', { uri: SPEC }), null);
  });
});

describe('the report of an open document since a revision', function () {
  this.timeout(20_000);
  useProgram();

  it('is the same as that of the command line, in each format', async () => {
    const text = readFileSync('media/samples/thin-rfc.md', 'utf8'), path = 'docs/rfcs/thin.md';
    const now = `${text.replace('TBD', ANSWER)}\n## Costs\n\nThe queue costs TBD a month.\n`;
    const root = repository({ [path]: text });
    writeFileSync(join(root, path), now);
    const folder = pathToFileURL(root).toString(), uri = `${folder}/${path}`;
    const client = await startInProcess({ folder });
    await client.open(uri, now);
    const snapshot = await client.request('specReview/snapshot', { uri, text });
    assert.ok(snapshot);
    for (const format of ['html', 'markdown', 'json'] as const) {
      const { out } = run(root, [path, '--format', format, '--fail-on', 'never', '--since', 'main']);
      assert.match(out, /main/);
      assert.equal(await client.request('specReview/report', { uri, format, base: { since: 'main', snapshot }, onlyNew: true }), out, format);
      const whole = await client.request('specReview/report', { uri, format, base: { since: 'main', snapshot } });
      assert.ok(whole!.length > out.length && whole!.includes('main'), format);
    }
    await client.stop();
  });
});
