import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, ours, ruleOf, show, until, uriOf } from './editor';

const FOLDER = 'contracts-of-berths';
const FILES = {
  '.spec-review.yaml': 'specs: ["*.md"]\ncontracts: ["api/*.yaml"]\n',
  'api/openapi.yaml': 'openapi: 3.0.3\npaths:\n  /v1/berths:\n    post: {}\n',
  'rfc-berths.md': '# RFC: Berths\n\n## Motivation\n\nCalls.\n\n## Proposal\n\n### PUT /v1/berths\n\nMoves one.\n',
};

describe('contracts in the editor', () => {
  const write = (path: string, text: string) => vscode.workspace.fs.writeFile(uriOf(`${FOLDER}/${path}`), new TextEncoder().encode(text));
  before(async () => { for (const [path, text] of Object.entries(FILES)) await write(path, text); });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uriOf(FOLDER), { recursive: true });
  });

  const drift = (uri: vscode.Uri) => ours(uri).find((d) => ruleOf(d) === 'consistency/contract-drift');

  it('are compared with a spec, lead to the place in the file, and are read again when they change', async () => {
    const { document } = await show(`${FOLDER}/rfc-berths.md`);
    const { message, relatedInformation } = await until('the operation differs', () => drift(document.uri));
    assert.match(message, /^“PUT \/v1\/berths” is not in contracts-of-berths\/api\/openapi\.yaml, where this path has POST/);
    // From one extension host to another a diagnostic may arrive without its places.
    if (process.env.SPEC_REVIEW_HOST !== 'web') {
      assert.ok(relatedInformation![0]!.location.uri.path.endsWith(`/${FOLDER}/api/openapi.yaml`));
      assert.equal(relatedInformation![0]!.location.range.start.line, 3);
    }
    await write('api/openapi.yaml', FILES['api/openapi.yaml'].replace('post', 'put'));
    await until('the two agree', () => ours(document.uri).length > 0 && !drift(document.uri));
  });
});
