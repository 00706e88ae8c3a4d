import assert from 'node:assert/strict';
import type { Changes } from '../../src/analyzer/surroundings';
import { buildSpec } from '../../src/analyzer/build-spec';
import { definitions, roughDefinitions } from '../../src/analyzer/facts/definitions';
import { createMarkdownParser } from '../../src/analyzer/parse/markdown';
import { specEntry } from '../../src/analyzer/spec-entry';
import { rules } from '../../src/checklist';
import { review } from '../../src/index';
import { workspaceIndex } from '../../src/workspace';

const ACCEPTED = '---\nstatus: accepted\n---\n\n# RFC: Waitlist\n\n## Proposal\n\nThe queue depends on [seats](seats.md) that can be held.\n';
const seats = (status: string) => `---\nstatus: ${status}\nupdated: 2026-03-02\ndeciders: [Ana Ruiz]\n---\n\n# RFC: Seats\n\n## Proposal\n\n### POST /v1/places/{id}\n\nA seat is held.\n`;

/** An index over `files` that notes what is read. */
function indexOf(files: Record<string, string>, changes?: Changes) {
  const read: string[] = [];
  const index = workspaceIndex({
    list: async () => Object.keys(files),
    read: async (path) => { read.push(path); return files[path]; },
    isListed: async (path) => (path.endsWith('notes.md') ? false : undefined),
    changes: async () => changes,
  });
  const found = async (path: string) => review(files[path]!, { path, workspace: await index.around(path, files[path]!) }).findings.map((f) => f.rule).filter((rule) => /unsettled|duplicate|drift/.test(rule));
  return { index, read, found };
}

describe('the workspace index', () => {
  it('tells an accepted document which of those that it depends on are not', async () => {
    const files = { 'docs/waitlist.md': ACCEPTED, 'docs/seats.md': seats('draft') };
    const { index, read, found } = indexOf(files);
    assert.deepEqual(await found('docs/waitlist.md'), ['consistency/unsettled-dependency']);
    await found('docs/waitlist.md');
    assert.deepEqual(read, ['docs/seats.md'], 'read once');
    files['docs/seats.md'] = seats('accepted');
    assert.deepEqual(await found('docs/waitlist.md'), ['consistency/unsettled-dependency'], 'kept until it is told of a change');
    index.forget('docs/seats.md');
    assert.deepEqual(await found('docs/waitlist.md'), []);
  });

  it('reads one document again that changed, and lists anew where one was made', async () => {
    const joins = (path: string) => `# PRD: Queue\n\n## Goals\n\nA queue.\n\n## API\n\n### POST ${path}\n\nJoins.\n`;
    const files: Record<string, string> = { 'docs/prd-a.md': joins('/v1/places'), 'docs/prd-b.md': joins('/v1/queues'), 'docs/prd-c.md': joins('/v1/seats') };
    const { index, read, found } = indexOf(files);
    assert.deepEqual(await found('docs/prd-a.md'), []);
    read.length = 0;
    files['docs/prd-b.md'] = joins('/v1/places');
    index.changed('docs/prd-b.md');
    assert.deepEqual(await found('docs/prd-a.md'), ['consistency/duplicate-definition']);
    assert.deepEqual([...new Set(read)], ['docs/prd-b.md']);
    files['docs/prd-b.md'] = joins('/v1/queues');
    index.changed('docs/prd-b.md');
    assert.deepEqual(await found('docs/prd-a.md'), []);
    files['docs/prd-d.md'] = joins('/v1/places');
    index.changed('docs/prd-d.md');
    assert.deepEqual(await found('docs/prd-a.md'), [], 'what was never listed is not of the workspace');
    index.forget('docs/prd-d.md');
    assert.deepEqual(await found('docs/prd-a.md'), ['consistency/duplicate-definition']);
  });

  it('knows what a spec says of itself', async () => {
    const { specs } = await indexOf({ 'docs/seats.md': seats('draft') }).index.around('docs/waitlist.md', ACCEPTED);
    assert.deepEqual(specs, [{
      path: 'docs/seats.md', title: 'RFC: Seats', profile: 'rfc', stage: 'draft', status: 'draft', deciders: ['Ana Ruiz'], approvers: [], date: '2026-03-02',
      links: [], dependsOn: [], definitions: [{ key: 'POST /v1/places/{}', line: 11 }], implements: [],
    }]);
  });

  it('finds what two specs define, and leaves alone what is no spec', async () => {
    const same = '# PRD: Queue\n\n## Goals\n\nA queue.\n\n## API\n\n### POST /v1/places/:id\n\nJoins.\n';
    const { found } = indexOf({ 'docs/prd-a.md': same, 'docs/prd-b.md': same, 'docs/c/rfc.md': '# RFC: Other\n\n## Proposal\n\n### GET /v1/other\n\nLists.\n' });
    assert.deepEqual([await found('docs/prd-a.md'), await found('docs/prd-b.md'), await found('docs/c/rfc.md')], [['consistency/duplicate-definition'], ['consistency/duplicate-definition'], []]);
    assert.deepEqual(await indexOf({ 'docs/prd-a.md': same, 'docs/notes.md': same, 'README.md': same }).found('docs/prd-a.md'), []);
  });

  it('reads nothing for a document that asks for nothing', async () => {
    const plain = '---\nstatus: accepted\n---\n\n# RFC: Colours\n\n## Proposal\n\nSee [seats](seats.md).\n';
    const { read, index } = indexOf({ 'docs/colours.md': plain, 'docs/seats.md': seats('draft') });
    assert.equal((await index.around('docs/colours.md', plain)).specs.length, 0);
    assert.deepEqual(read, []);
  });

  it('leads nobody out of the workspace, and asks for changes only where code is named', async () => {
    const out = ACCEPTED.replace('seats.md', '../../../etc/secret.md').replace('status', 'depends-on: [../../x.md, "https://example.org/y.md"]\nstatus');
    const { read, index } = indexOf({ 'docs/a.md': out }, { since: 'main', files: ['src/a.ts'] });
    assert.deepEqual([(await index.around('docs/a.md', out)).changes, read], [undefined, []]);
    const named = out.replace('status', 'implements: src/**\nstatus');
    assert.deepEqual((await index.around('docs/a.md', named)).changes, { since: 'main', files: ['src/a.ts'] });
  });

  it('marks every definition before anything is parsed', () => {
    const texts = rules.flatMap(({ examples: { good, bad, beside = {} } }) => [...good, ...bad, ...Object.values(beside)]).map((text) => text.replace(/[«»]/g, ''));
    texts.push('# A\n\n| Path | Method |\n|---|---|\n| `/v1/places` | GET |\n\n## API\n\n**`PUT /v1/seats/{id}`**\n\nTakes it.\n\n- Feature gate name: SeatMap\n\n- **PAY-FR-12**: It is paid.\n');
    let count = 0;
    for (const text of texts) {
      const marks = roughDefinitions(text);
      for (const { key, kind } of definitions(buildSpec(text, createMarkdownParser().parse(text)))) {
        assert.ok(marks.has(kind === 'operation' ? key.slice(key.indexOf(' ') + 1) : key), `${key} in ${text}`);
        count++;
      }
    }
    assert.ok(count > 12, String(count));
  });

  it('takes no time for a hostile text', async () => {
    const { index } = indexOf({ 'docs/b.md': seats('draft') });
    const head = '---\nstatus: accepted\ndepends-on: [x]\n---\n\n# RFC: Odd\n\n';
    const odd = ['](', 'GET ', 'feature flag ', '](x', 'status: accepted depends on [a](b.md) ', '\n---\nfeature', 'depends on ', 'requires:\n', '| GET | /a', 'FR-AA-', '[a](<']
      .map((part) => head + part.repeat(Math.ceil(200_000 / part.length)));
    for (const text of odd) {
      const start = performance.now();
      await index.around('docs/a.md', text);
      assert.ok(performance.now() - start < 1_000, `${text.slice(head.length, head.length + 20)}: ${Math.round(performance.now() - start)} ms`);
      const part = text.slice(0, 40_000), spec = buildSpec(part, createMarkdownParser().parse(part));
      const read = performance.now();
      specEntry('docs/a.md', spec, 'rfc', 'accepted');
      assert.ok(performance.now() - read < 1_000, `${text.slice(head.length, head.length + 20)} as an entry: ${Math.round(performance.now() - read)} ms`);
    }
  });

  it('stops at a size, and survives cycles', async () => {
    const cycle = { 'docs/a.md': ACCEPTED.replace('seats.md', 'b.md'), 'docs/b.md': ACCEPTED.replace('seats.md', 'a.md') };
    assert.deepEqual(await indexOf(cycle).found('docs/a.md'), []);
    const same = '# PRD: Queue\n\n## Goals\n\nA queue.\n\n## API\n\n### POST /v1/places/:id\n\nJoins.\n';
    const many = Object.fromEntries(Array.from({ length: 3_001 }, (_, i) => [`docs/prd-${i}.md`, same]));
    const { found, read } = indexOf(many);
    assert.deepEqual(await found('docs/prd-0.md'), []);
    assert.equal(read.length, 0);
  });
});
