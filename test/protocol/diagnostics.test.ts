import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { version } from '../../package.json';
import { PULLS, startInProcess, type TestClient } from './client';
import { ANSWER, README, THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';
const NOTE = 'file:///project/README.md';

describe('diagnostics', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('are pushed at their places, with code, link and source', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    const diagnostics = await client.pushed(SPEC);
    const rollback = diagnostics.find((d) => d.code === 'infrastructure/rollback');
    assert.ok(rollback);
    assert.equal(client.at(SPEC, rollback.range), 'Rollback');
    assert.equal(rollback.source, 'spec-review');
    assert.equal(rollback.severity, DiagnosticSeverity.Warning);
    assert.equal(rollback.codeDescription?.href, `https://github.com/tpm-spec-review/tpm-spec-review/blob/v${version}/docs/rules/infrastructure/rollback.md`);
    assert.deepEqual(rollback.data, { rule: 'infrastructure/rollback', items: ['infrastructure/rollback'] });
    assert.equal(client.capabilities.diagnosticProvider, undefined);
  });

  it('are not pushed to a client that asks, and are the same there', async () => {
    client = await startInProcess({ capabilities: PULLS });
    await client.open(SPEC, THIN);
    const pulled = await client.pull(SPEC);
    assert.ok(client.capabilities.diagnosticProvider);
    assert.equal(client.published.size, 0);
    await client.stop();
    client = await startInProcess({ capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } });
    await client.open(SPEC, THIN);
    assert.deepEqual(await client.pushed(SPEC), pulled);
  });

  it('lead to the passage that touches the question, where the client can show it', async () => {
    client = await startInProcess({ capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } });
    await client.open(SPEC, THIN.replace('TBD', '🛟 It can be disabled.'));
    const [related] = (await client.pushed(SPEC)).find((d) => d.code === 'infrastructure/rollback')!.relatedInformation!;
    assert.equal(related?.location.uri, SPEC);
    assert.match(client.at(SPEC, related.location.range), /🛟 It can be disabled\.$/u);
  });

  it('report a decision that is past its date', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN.replace('TBD', '<!-- spec-review: accept infrastructure/rollback --until 2020-01-31 --owner Ana -- pilot only -->\n\nTBD'));
    const diagnostics = await client.pushed(SPEC);
    const expired = diagnostics.find((d) => d.code === 'decision/expired')!;
    assert.match(client.at(SPEC, expired.range), /^<!-- spec-review: accept .* -->$/);
    assert.ok(diagnostics.some((d) => d.code === 'infrastructure/rollback'));
  });

  it('point at the same words behind Windows line ends', async () => {
    client = await startInProcess();
    await client.open(SPEC, THIN);
    const unix = (await client.pushed(SPEC)).map((d) => [d.code, d.range]);
    await client.open('file:///project/docs/windows.md', THIN.replaceAll('\n', '\r\n'));
    assert.deepEqual((await client.pushed('file:///project/docs/windows.md')).map((d) => [d.code, d.range]), unix);
  });

  it('leave a README alone until its review is asked for', async () => {
    client = await startInProcess({ options: { canAsk: true } });
    await client.open(NOTE, README);
    assert.deepEqual(await client.pushed(NOTE), []);
    assert.deepEqual(await client.request('specReview/review', { uri: NOTE }), { uri: NOTE, isSpec: false });
    const review = await client.request('specReview/reviewAnyway', { uri: NOTE });
    assert.ok(review?.isSpec && review.findings.length > 0);
    await client.until(() => client.published.get(NOTE)!.diagnostics.length > 0);
    await client.close(NOTE);
    await client.until(() => client.published.get(NOTE)!.diagnostics.length === 0);
    await client.open(NOTE, README);
    assert.deepEqual(await client.pushed(NOTE), []);
  });

  it('ignore documents in other languages', async () => {
    client = await startInProcess();
    await client.open('file:///project/docs/export.txt', THIN, 'plaintext');
    assert.equal(await client.request('specReview/review', { uri: 'file:///project/docs/export.txt' }), null);
  });

  it('are of the newest text after edits in quick succession', async () => {
    client = await startInProcess({ options: { canAsk: true } });
    await client.open(SPEC, THIN);
    await client.pushed(SPEC);
    for (const letter of ANSWER) {
      const { start } = client.find(SPEC, 'TBD\n');
      await client.edit(SPEC, [{ range: { start, end: start }, newText: letter }]);
    }
    await client.edit(SPEC, [{ range: client.find(SPEC, 'TBD'), newText: '' }]);
    assert.ok(!(await client.pushed(SPEC)).some((d) => d.code === 'infrastructure/rollback'));
    const review = await client.request('specReview/review', { uri: SPEC });
    assert.equal(client.reviewed.length, 2, 'the author typed without a pause');
    assert.ok(review?.isSpec);
    const rollback = review.items.find((i) => i.item === 'infrastructure/rollback')!;
    assert.equal(rollback.state, 'covered');
    assert.match(client.at(SPEC, rollback.evidence[0]!), /To roll back/);
  });

  it('are of the newest text where several are asked for at once', async () => {
    client = await startInProcess({ capabilities: PULLS });
    await client.open(SPEC, THIN);
    const first = client.pull(SPEC);
    await client.edit(SPEC, [{ range: client.find(SPEC, '# Order'), newText: 'Preface.\n\n# Order' }]);
    const second = client.pull(SPEC);
    await client.edit(SPEC, [{ range: client.find(SPEC, 'Preface.\n\n'), newText: 'A\n\nB\n\nC\n\n' }]);
    const [, older, newest] = await Promise.all([first, second, client.pull(SPEC)]);
    assert.deepEqual(older, newest);
    assert.equal(client.at(SPEC, newest.find((d) => d.code === 'infrastructure/rollback')!.range), 'Rollback');
  });

  it('survive hostile documents', async () => {
    client = await startInProcess();
    for (const [i, text] of ['', '\uFEFF', '\0\0', '---\n'.repeat(500), '> '.repeat(300), '# '.repeat(2000), '|'.repeat(3000), '['.repeat(3000), '<!--'].entries()) {
      await client.open(`file:///project/specs/${i}.md`, text);
      await client.pushed(`file:///project/specs/${i}.md`);
    }
    await client.open(SPEC, THIN);
    assert.ok((await client.pushed(SPEC)).length > 0);
  });
});
