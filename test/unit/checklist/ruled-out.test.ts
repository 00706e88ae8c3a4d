import assert from 'node:assert/strict';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';
import { because } from '../../../src/checklist/due';
import { ruledOut } from '../../../src/checklist/ruled-out';

const dataIn = (text: string) => ruledOut(buildSpec(text, createMarkdownParser().parse(text)), 'storage|persistent data', ['data', 'storage']);

describe('what an author rules out', () => {
  it('is quoted where a reason stands with it', () => {
    assert.equal(dataIn('# T\n\nThere is no persistent data, because every value is recomputed.\n'), 'the document says "no persistent data, because every value is recomputed"');
    assert.equal(dataIn('# T\n\n**Storage**: N/A — no local cache is kept\n'), 'the document says "Storage: N/A — no local cache is kept"');
    assert.equal(dataIn('# T\n\n## Data\n\nNot applicable, the change is in the docs only.\n'), 'the document says "Not applicable, the change is in the docs only."');
  });

  it('is not ruled out by a bare "N/A", by the word alone, or in code', () => {
    assert.equal(dataIn('# T\n\n## Data\n\nN/A\n'), undefined);
    assert.equal(dataIn('# T\n\nThere is no storage left on the old disks.\n'), undefined);
    assert.equal(dataIn('# T\n\n```\nno storage: because of the test\n```\n'), undefined);
  });

  it('does not count where alternatives are weighed', () => {
    assert.equal(dataIn('# T\n\n## Alternatives considered\n\nNo persistent data, because it would be simpler.\n'), undefined);
  });
});

describe('why a question is due', () => {
  const fact = (name: string) => ({ name, span: { start: 0, end: 1 } });

  it('names the first fact and counts the others', () => {
    assert.equal(because('adds', [fact('POST /v1/orders')]), 'it adds “POST /v1/orders”');
    assert.equal(because('adds', [fact('POST /v1/orders'), fact('GET /v1/orders'), fact('rpc Pay(')]), 'it adds “POST /v1/orders” and 2 more');
    assert.equal(because('adds', []), undefined);
  });
});
