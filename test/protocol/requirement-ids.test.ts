import assert from 'node:assert/strict';
import type { Location, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { startInProcess, type TestClient } from './client';

const SPEC = 'file:///project/docs/design/gauges.md', TESTS = 'file:///project/docs/design/tests.md', OTHER = 'file:///project/docs/design/berths.md';
const TEXT = `# Tide gauges design

## Requirements

- FR-1: A skipper sees the tide.
- FR-02: The forecast is shown.

### FR-3 Warnings

A warning is sent.

## Acceptance criteria

- AC-1: The tide is shown (FR-1, FR-2).
- AC-2: All of FR-5 to FR-7 hold.
`;
const CITING = '# Test design\n\n## Goals\n\nThe tests of [gauges](gauges.md).\n\n- TC-1: FR-1 on a phone.\n- TC-2: FR-3 at night.\n';
const UNRELATED = '# Berths design\n\n## Requirements\n\n- FR-1: A berth is booked.\n- FR-2: It is paid.\n\nFR-3 is open.\n';

describe('ids of requirements', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await startInProcess();
    await client.open(SPEC, TEXT);
    await client.open(TESTS, CITING);
    await client.open(OTHER, UNRELATED);
  });
  afterEach(() => client.stop());

  const ask = <T>(method: string, uri: string, words: string, more: object = {}): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: client.find(uri, words).start, ...more });
  const shown = (found: readonly Location[]): string[] => found.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1} ${client.at(uri, range)}`);

  it('lead to where they are defined, in this document or the one it links to', async () => {
    assert.deepEqual(shown(await ask('definition', SPEC, 'FR-2)')), ['gauges.md:6 FR-02']);
    assert.deepEqual(shown(await ask('definition', TESTS, 'FR-3')), ['gauges.md:8 FR-3']);
    assert.deepEqual(await ask('definition', SPEC, 'skipper'), []);
  });

  it('are found wherever they are cited, but not where another document has the same', async () => {
    assert.deepEqual(shown(await ask('references', SPEC, 'FR-1:', { context: { includeDeclaration: false } })), ['gauges.md:14 FR-1', 'tests.md:7 FR-1']);
    assert.deepEqual(shown(await ask('references', TESTS, 'FR-3', { context: { includeDeclaration: true } })), ['tests.md:8 FR-3', 'gauges.md:8 FR-3']);
  });

  it('are renamed everywhere at once', async () => {
    assert.deepEqual(await ask<{ range: Range; placeholder: string }>('prepareRename', SPEC, 'FR-02'), { range: client.find(SPEC, 'FR-02'), placeholder: 'FR-02' });
    const edit = await ask<WorkspaceEdit>('rename', SPEC, 'FR-1:', { newName: 'FR-9' });
    await client.apply(edit);
    assert.equal(client.text(SPEC), TEXT.replaceAll('FR-1', 'FR-9'));
    assert.equal(client.text(TESTS), CITING.replace('FR-1', 'FR-9'));
    assert.equal(client.text(OTHER), UNRELATED);
  });

  it('are not renamed to what is no id or is taken, nor out of a range', async () => {
    const refused = async (words: string, newName: string, message: RegExp) => assert.rejects(ask('rename', SPEC, words, { newName }), message);
    await refused('FR-1:', 'first', /“first” is no id; write one such as FR-12/);
    await refused('FR-1:', 'FR-3', /FR-3 is taken in gauges\.md; choose an id that nothing has\./);
    await assert.rejects(ask('prepareRename', SPEC, 'FR-5 to'), /“FR-5 to FR-7” stands for several ids/);
    assert.equal(await ask('prepareRename', SPEC, 'skipper'), null);
  });
});
