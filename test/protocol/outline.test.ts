import assert from 'node:assert/strict';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver-protocol';
import { startInProcess, type TestClient } from './client';
import { ANSWER, README, THIN } from './fixtures';

const SPEC = 'file:///project/docs/export.md';
const TREE = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
const DECISIONS = `<!-- spec-review: not-applicable api/limits -- one call a day for each merchant -->
<!-- spec-review: accept infrastructure/security --until 2999-01-31 --owner Ana Ruiz -- the pilot ends before -->
`;

describe('the outline of a spec', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const symbols = (uri = SPEC) => client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  const folds = (uri = SPEC) => client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });

  it('says of each section what it answers and leaves open, and of the title how all of it stands', async () => {
    client = await startInProcess({ capabilities: TREE });
    await client.open(SPEC, THIN);
    const [title, ...others] = await symbols();
    assert.deepEqual([title!.name, others], ['Order export service', []]);
    assert.match(title!.detail!, /^\d+ of 39 answered · 3 that matter$/);
    const details = Object.fromEntries(title!.children!.map(({ name, detail }) => [name, detail]));
    assert.match(details['Rollback']!, /^open: Rollback/);
    assert.match(details['Goals']!, /^(?:open: [^·]+ · )?answers Goals/);
    const rollback = title!.children!.find(({ name }) => name === 'Rollback')!;
    assert.equal(client.at(SPEC, rollback.selectionRange), 'Rollback');
    assert.match(client.at(SPEC, rollback.range), /^## Rollback\n\nTBD\n$/);

    await client.edit(SPEC, [{ range: client.find(SPEC, 'TBD'), newText: ANSWER }]);
    assert.match((await symbols())[0]!.children!.find(({ name }) => name === 'Rollback')!.detail!, /^answers [^·]*Rollback/);
  });

  it('leaves out what says nothing, and moves up what stands below it', async () => {
    client = await startInProcess({ capabilities: TREE });
    await client.open(SPEC, THIN.replace('## Goals', '## Notes\n\nNone.\n\n### Goals'));
    const names = (await symbols())[0]!.children!.map(({ name }) => name);
    assert.ok(names.includes('Goals') && !names.includes('Notes'), names.join());
  });

  it('is not given of what is no spec, to a client that shows no tree, and when it is turned off', async () => {
    client = await startInProcess({ capabilities: TREE });
    await client.open('file:///project/README.md', README);
    assert.deepEqual(await symbols('file:///project/README.md'), []);
    assert.deepEqual(await folds('file:///project/README.md'), []);
    await client.stop();
    client = await startInProcess();
    assert.equal(client.capabilities.documentSymbolProvider, undefined);
    await client.stop();
    client = await startInProcess({ capabilities: { ...TREE, workspace: { configuration: true } }, settings: () => ({ outline: false }) });
    await client.open(SPEC, THIN);
    assert.deepEqual(await symbols(), []);
  });

  it('folds each section, to a line that says how it stands, and decisions that stand together', async () => {
    client = await startInProcess({ capabilities: TREE });
    await client.open(SPEC, THIN.replace('TBD\n', `TBD\n\n${DECISIONS}`));
    const found = await folds();
    const lines = client.text(SPEC).split('\n');
    const rollback = found.find(({ startLine }) => lines[startLine] === '## Rollback')!;
    assert.match(rollback.collapsedText!, /^Rollback · open: Rollback/);
    assert.ok(lines[rollback.endLine]!.startsWith('<!-- spec-review: accept'));
    const comment = found.find(({ kind }) => kind === 'comment')!;
    assert.deepEqual([comment.endLine - comment.startLine, comment.collapsedText], [1, '2 decisions']);
  });

  it('knows which sections leave nothing open', async () => {
    client = await startInProcess({ capabilities: TREE });
    await client.open(SPEC, THIN);
    const settled = async () => {
      const lines = client.text(SPEC).split('\n');
      return (await client.request('specReview/settledLines', { uri: SPEC })).map((line) => lines[line]);
    };
    assert.ok(!(await settled()).includes('## Rollback') && !(await settled()).includes('# Order export service'));
    assert.ok((await settled()).length > 0);
    await client.edit(SPEC, [{ range: client.find(SPEC, 'TBD'), newText: `${ANSWER} It starts when more than 1 % of the exports fail, and the on-call engineer decides.` }]);
    assert.ok((await settled()).includes('## Rollback'), (await settled()).join());
  });
});
