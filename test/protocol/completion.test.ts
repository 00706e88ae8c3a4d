import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import { startInProcess, type TestClient } from './client';
import { THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';
const REQUIREMENTS = '## Requirements\n\n- FR-1: A merchant downloads the file of a day.\n- FR-2: The file is kept for 30 days.\n\n## Acceptance criteria\n\n- AC-1: Given a file, it is downloaded (FR';

describe('completion', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  /** What is offered at the end of `typed`, below the spec. */
  async function offered(typed: string): Promise<CompletionItem[]> {
    client = await startInProcess();
    await client.open(SPEC, `${THIN}\n${typed}`);
    const lines = client.text(SPEC).split('\n');
    return client.connection.sendRequest('textDocument/completion', { textDocument: { uri: SPEC }, position: { line: lines.length - 1, character: lines.at(-1)!.length } });
  }
  const take = (typed: string, { textEdit }: CompletionItem): string => {
    assert.ok(textEdit && 'range' in textEdit);
    const last = typed.split('\n').at(-1)!;
    return last.slice(0, textEdit.range.start.character) + textEdit.newText;
  };

  it('offers the verbs of a decision', async () => {
    const offers = await offered('<!-- spec-review: ');
    assert.deepEqual(offers.map((o) => o.label), ['not-applicable', 'accept', 'answered']);
    assert.ok(offers.every((o) => o.documentation));
  });

  it('offers the items, the loudest gap first, each with its question', async () => {
    const typed = '<!-- spec-review: accept infrastructure/ro';
    const offers = await offered(typed);
    assert.equal(offers.length, 39);
    const review = await client.request('specReview/review', { uri: SPEC });
    assert.ok(review?.isSpec);
    assert.equal(offers[0]!.label, review.brief[0]);
    const rollback = offers.find((o) => o.label === 'infrastructure/rollback')!;
    assert.match(rollback.detail ?? '', /^How is it turned off or reverted/);
    assert.equal(take(typed, rollback), '<!-- spec-review: accept infrastructure/rollback -- ');
  });

  it('exchanges an item without a second reason', async () => {
    client = await startInProcess();
    const typed = '<!-- spec-review: accept infra';
    await client.open(SPEC, `${THIN}\n${typed} -- the pilot ends first -->\n`);
    const { line } = client.find(SPEC, typed).start;
    const offers = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri: SPEC }, position: { line, character: typed.length } });
    assert.equal(take(typed, offers.find((o) => o.label === 'infrastructure/rollback')!), '<!-- spec-review: accept infrastructure/rollback');
  });

  it('offers the requirements that the document defines, with what they say', async () => {
    const offers = await offered(REQUIREMENTS);
    assert.deepEqual(offers.map((o) => [o.label, o.detail]).slice(0, 2), [['FR-1', 'A merchant downloads the file of a day.'], ['FR-2', 'The file is kept for 30 days.']]);
    assert.match(take(REQUIREMENTS, offers[1]!), /it is downloaded \(FR-2$/);
  });

  it('offers nothing in prose', async () => {
    assert.deepEqual(await offered('The file is kept for '), []);
    await client.stop();
    assert.deepEqual(await offered('The export is an infrastructure/ro'), []);
  });
});
