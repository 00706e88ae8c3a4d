import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { folder, run, useProgram } from '../cli/cli';
import { startInProcess, type TestClient } from './client';
import { THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';
const CONFIG = 'file:///project/.spec-review.yaml';
const BASE = 'file:///project/base/rules%20of%20ours.yaml';

const ITEMS = `items:
  - id: acme/data-residency
    question: In which regions is the data kept?
    why: Contracts name the regions.
    expected: name the regions
    severity: error
    due: { mentions: [merchants?] }
    evidence: { headings: [Data residency], phrases: ["stays? in the EU"], minWords: 5 }
    skeleton: "## Data residency\\n\\nWhich regions?\\n"
`;

describe('questions of a team\'s own', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('are reported, explained, inserted and decided as the built-in ones', async () => {
    client = await startInProcess({}, new Map([[CONFIG, 'extends: ["./base/rules of ours.yaml"]\nrules: { "*": off, acme/*: warning }\n'], [BASE, ITEMS]]));
    await client.open(SPEC, THIN);
    const [diagnostic, ...others] = await client.pushed(SPEC);
    assert.deepEqual([diagnostic?.code, diagnostic?.severity, others], ['acme/data-residency', 2, []]);
    assert.match(diagnostic!.codeDescription!.href, /docs\/configuration\.md#/);

    const review = await client.request('specReview/review', { uri: SPEC });
    assert.ok(review?.isSpec);
    assert.deepEqual([review.items.length, review.items.at(-1)?.area, review.items.at(-1)?.question, review.findings[0]?.items], [40, 'acme', 'In which regions is the data kept?', ['acme/data-residency']]);
    assert.match((await client.request('specReview/explain', { item: 'acme/data-residency', uri: SPEC }))!, /Contracts name the regions\./);
    assert.equal(await client.request('specReview/explain', { item: 'acme/data-residency' }), null);
    assert.match((await client.hover(SPEC, diagnostic!.range.start))!, /In which regions is the data kept\?/);

    assert.match(await client.request('specReview/effectiveConfig', { uri: SPEC }), /^ {2}- id: acme\/data-residency +# base\/rules of ours\.yaml$/m);
    const actions = await client.actions(SPEC, diagnostic!.range, [diagnostic!]);
    const insert = actions.find((action) => action.title === 'Insert the section "Data residency" with its questions')!;
    await client.apply(insert.edit!);
    assert.match(client.text(SPEC), /## Data residency\n\n- TODO: Which regions\?/);
    const [open] = await client.pushed(SPEC);
    assert.equal(open?.code, 'acme/data-residency', 'a question is no answer');
    const at = client.find(SPEC, '- TODO: Which regions?');
    await client.edit(SPEC, [{ range: at, newText: 'All exports are kept in Frankfurt, and leave it only with the merchant.' }]);
    assert.deepEqual(await client.pushed(SPEC), []);
  });

  it('change with the config', async () => {
    const files = new Map([[CONFIG, ITEMS]]);
    client = await startInProcess({}, files);
    const codes = async () => (await client.pushed(SPEC)).map((d) => d.code);
    await client.open(SPEC, THIN);
    assert.ok((await codes()).includes('acme/data-residency'));
    files.set(CONFIG, ITEMS.replace('merchants?', 'pelicans?'));
    client.published.clear();
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
    assert.ok(!(await codes()).includes('acme/data-residency'));
  });

  it('with a pattern that is no pattern are reported in the file that holds it', async () => {
    client = await startInProcess({}, new Map([[CONFIG, 'extends: ["./base/rules of ours.yaml"]\n'], [BASE, ITEMS.replace('stays? in the EU', '(?=x)')]]));
    await client.open(SPEC, THIN);
    await client.until(() => client.published.has(BASE));
    const [problem] = client.published.get(BASE)!.diagnostics;
    assert.deepEqual([problem?.message, problem?.range.start.line], ['the pattern "(?=x)" is not RE2 syntax: invalid or unsupported Perl syntax: `(?=`', 7]);
  });
});

describe('the same file and config', function () {
  this.timeout(30_000);
  useProgram();

  it('have the same findings in the editor and on the command line', async () => {
    const samples = ['prd-with-numbers.md', 'thin-rfc.md', 'thorough-design.md'];
    const config = `extends: [./base.yaml]\nstages: { draft: error }\noverrides: [{ files: ["docs/prd*"], rules: { api/*: info } }]\n`;
    const base = ITEMS.replace('merchants?', 'the');
    const root = folder({ ...Object.fromEntries(samples.map((name) => [`docs/${name}`, readFileSync(`media/samples/${name}`)])), '.spec-review.yaml': config, 'base.yaml': base });
    const reported = JSON.parse(run(root, ['docs', '--format', 'json', '--fail-on', 'never']).out).files;
    const uriOf = (path: string) => pathToFileURL(`${root}/${path}`).href;
    const client = await startInProcess({ folder: uriOf('').replace(/\/$/, '') }, new Map([[uriOf('.spec-review.yaml'), config], [uriOf('base.yaml'), base]]));
    try {
      assert.equal(reported.length, samples.length);
      let findings = 0;
      for (const file of reported) {
        const review = await client.request('specReview/reviewText', { uri: uriOf(file.path), text: readFileSync(`${root}/${file.path}`, 'utf8') });
        assert.ok(review.isSpec && review.items.length === 40);
        findings += review.findings.length;
        const point = ({ line, character }: { line: number; character: number }) => ({ line: line + 1, column: character + 1 });
        assert.deepEqual(
          review.findings.map((f) => [f.rule, f.severity, f.priority, f.message, point(f.range.start), point(f.range.end)]),
          file.findings.map((f: Record<string, unknown>) => [f['rule'], f['severity'], f['priority'], f['message'], f['start'], f['end']]),
        );
        assert.deepEqual(review.items.map((i) => [i.item, i.state, i.reason]), file.coverage.map((c: Record<string, unknown>) => [c['item'], c['state'], c['reason']]));
      }
      assert.ok(findings >= samples.length);
    } finally {
      await client.stop();
    }
  });
});
