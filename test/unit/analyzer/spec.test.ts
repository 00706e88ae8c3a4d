import assert from 'node:assert/strict';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';
import { sourceOffset, subtree, type Section, type Spec } from '../../../src/analyzer/spec';

const read = (text: string): Spec => buildSpec(text, createMarkdownParser().parse(text));
const under = (spec: Spec, heading: string): Section => spec.sections.find((s) => s.heading?.text === heading) ?? assert.fail(`no section ${heading}`);
const headings = (spec: Spec) => spec.sections.flatMap((s) => (s.heading ? [`${s.heading.style} ${s.heading.level} ${s.heading.text}`] : []));
const texts = (section: Section) => section.blocks.map((b) => `${b.kind}: ${b.text}`);
const source = (spec: Spec, section: Section, i = 0) => spec.text.slice(section.origin + section.blocks[i]!.start, section.origin + section.blocks[i]!.end);

describe('spec model', () => {
  it('reads ATX, setext, bold lines and question lines as headings', () => {
    const spec = read('# T\n\nGoals\n-----\n\n**Rollout**\n\nBy flag.\n\nHow is it reverted?\n\nSwitch the flag off.\n\n- **Does it scale?** Yes, it is sharded by tenant.\n');
    assert.deepEqual(headings(spec), ['atx 1 T', 'setext 2 Goals', 'bold 7 Rollout', 'question 7 How is it reverted?', 'question 7 Does it scale?']);
    assert.deepEqual(texts(under(spec, 'Does it scale?')), ['paragraph:  Yes, it is sharded by tenant.']);
  });

  it('takes emphasis in a sentence, a long bold line and an unanswered question for text', () => {
    const spec = read(`# T\n\n**Note** that it is off.\n\n**${'many words here '.repeat(6)}**\n\nWho pays for it?\n`);
    assert.deepEqual(headings(spec), ['atx 1 T']);
  });

  it('nests sections by level and knows where a subtree ends', () => {
    const spec = read('# T\n\n## A\n\na\n\n### A1\n\na1\n\n## B\n\nb\n');
    const a = under(spec, 'A');
    assert.deepEqual(subtree(spec, a).map((s) => s.heading?.text), ['A', 'A1']);
    assert.equal(spec.sections[under(spec, 'A1').parent], a);
    assert.equal(spec.sections[under(spec, 'B').parent], under(spec, 'T'));
  });

  it('hands the role of a section down, but not that of the title', () => {
    const spec = read('# Alternatives\n\nx\n\n## Alternatives considered\n\n### Polling\n\ny\n\n## Design\n\nz\n\n## 4. Non-Goals\n\n- n\n');
    assert.deepEqual(spec.sections.map((s) => s.role), ['body', 'body', 'alternatives', 'alternatives', 'body', 'non-goals']);
  });

  it('keeps HTML comments out of the text and remembers where they are', () => {
    const text = '# T\n\nOne <!-- hidden --> two.\n\n<!-- spec-review: accept api/limits -- later -->\n';
    const spec = read(text);
    assert.deepEqual(texts(under(spec, 'T')), ['paragraph: One  two.']);
    assert.deepEqual(spec.comments.map((c) => text.slice(c.span.start, c.span.end)), ['<!-- hidden -->', '<!-- spec-review: accept api/limits -- later -->']);
  });

  it('does not read comments in a fence as headings', () => {
    const spec = read('# T\n\n```sh\n# install\nrun it\n```\n\n## Next\n');
    assert.deepEqual(headings(spec), ['atx 1 T', 'atx 2 Next']);
    assert.equal(under(spec, 'T').blocks[0]!.lang, 'sh');
  });

  it('flattens lists, one block an item, with boxes and depth', () => {
    const spec = read('# T\n\n1. first\n   - [x] inner done\n   - [ ] inner open\n2. second\n');
    assert.deepEqual(under(spec, 'T').blocks.map((b) => [b.text, b.ordered, b.depth, b.checked]),
      [['first', true, 0, undefined], ['inner done', false, 1, true], ['inner open', false, 1, false], ['second', true, 0, undefined]]);
  });

  it('reads a table with the roles of its columns', () => {
    const spec = read('# T\n\n| Risk | Likelihood | Mitigation | Owner |\n|---|---|---|---|\n| Loss | low | replicas | TBD |\n');
    const table = under(spec, 'T').blocks[0]!;
    assert.deepEqual(table.table!.roles, ['risk', 'likelihood', 'mitigation', 'owner']);
    assert.equal(spec.text.slice(table.table!.rows[0]![2]!.start, table.table!.rows[0]![2]!.end).trim(), '| replicas');
    assert.equal(table.words, 3, 'a placeholder is no word');
  });

  it('counts no words in placeholders and in the advice of a template', () => {
    const spec = read('# T\n\nTBD\n\nN/A.\n\n_Describe the risks here?_\n\nThis section should list the owners.\n\nNone of the owners left.\n');
    assert.deepEqual(under(spec, 'T').blocks.map((b) => [b.hollow, b.words]), [['placeholder', 0], ['placeholder', 0], ['help', 0], ['help', 0], [undefined, 5]]);
  });

  it('finds the source of every character behind markup', () => {
    const text = '# T\n\nUse **the `retry` flag** of [the client](https://example.org) only.\n';
    const spec = read(text);
    const section = under(spec, 'T'), block = section.blocks[0]!;
    for (const word of ['Use', 'retry', 'flag', 'the client', 'only'])
      assert.equal(section.origin + sourceOffset(block, block.text.indexOf(word)), text.indexOf(word), word);
    assert.deepEqual(block.links, [{ text: 'the client', url: 'https://example.org' }]);
  });

  it('finds the source of every character on wrapped lines, behind escapes and references, in quotes and in tables', () => {
    const lines = [
      '# T', '', '- first line', '  second \\*line &mdash; with &#x1F6A2; a ship', '    third `code', '  wrapped` line', '',
      '> quoted first', '> quoted next', '', 'Then ``a`b`` last.', '', '| head | **bold** cell |', '|---|---|', '| some \\| pipe | `TBD` here |', '',
    ];
    for (const end of ['\n', '\r\n']) {
      const text = lines.join(end), spec = read(text), section = under(spec, 'T');
      const words = section.blocks.flatMap((block) => [...block.text.matchAll(/\w+/g)].map((m) => [m[0], section.origin + sourceOffset(block, m.index)] as const));
      assert.equal(words.length, 26);
      for (const [word, at] of words) assert.equal(text.slice(at, at + word.length), word);
    }
  });

  it('gives offsets in the whole document, CRLF and byte order mark included', () => {
    for (const text of ['\uFEFF# T\r\n\r\nfirst\r\n\r\n## B\r\n\r\nsecond é😀 line\r\n', '# T\n\nfirst\n\n## B\n\nsecond\n']) {
      const spec = read(text);
      assert.match(source(spec, under(spec, 'B')), /^second/);
      const { span, text: name } = under(spec, 'B').heading!;
      assert.equal(text.slice(under(spec, 'B').origin + span.start, under(spec, 'B').origin + span.end), name);
    }
  });

  it('keeps the blocks of an unedited section as they are', () => {
    const parser = createMarkdownParser();
    const before = '# T\n\n## A\n\none\n\n## B\n\ntwo\n';
    const first = buildSpec(before, parser.parse(before));
    const after = before.replace('one', 'one more');
    const second = buildSpec(after, parser.parse(after));
    assert.equal(under(second, 'B').blocks, under(first, 'B').blocks);
    assert.notEqual(under(second, 'A').blocks, under(first, 'A').blocks);
    assert.match(source(second, under(second, 'B')), /^two$/);
  });

  it('is one empty section for an empty document', () => {
    const spec = read('');
    assert.equal(spec.sections.length, 1);
    assert.deepEqual(spec.metadata.titleSpan, { start: 0, end: 0 });
  });
});

describe('metadata', () => {
  const fields = (text: string) => read(text).metadata.fields.map((f) => [f.from, f.name, f.value]);

  it('reads front matter with lists and maps', () => {
    assert.deepEqual(fields('---\ntitle: Cache\nauthors:\n  - "@ana"\n  - name: Bo\nstatus: draft # so far\n---\n\n# T\n'),
      [['front-matter', 'title', 'Cache'], ['front-matter', 'authors', '@ana, Bo'], ['front-matter', 'status', 'draft']]);
  });

  it('points at the front matter field in the source', () => {
    const text = '---\ntitle: Cache\nstatus: draft\n---\n';
    const field = read(text).metadata.fields[1]!;
    assert.equal(text.slice(field.span.start, field.span.end), 'status: draft');
  });

  it('reads lines, bold names and small tables of the opening part', () => {
    assert.deepEqual(fields('# T\n\n**Author:** Ana Ruiz\nStatus: In Review\n\n| Owner | Approved by |\n|---|---|\n| Storage team | Kim |\n'),
      [['line', 'author', 'Ana Ruiz'], ['line', 'status', 'In Review'], ['table', 'owner', 'Storage team'], ['table', 'approved by', 'Kim']]);
  });

  it('takes no prose for metadata', () => {
    assert.deepEqual(fields('# T\n\nNote: the status: draft is set by the server.\nExample: x\n'), []);
  });

  it('survives front matter that is no YAML', () => {
    assert.equal(read('---\n: [\n---\n\n# T\n').metadata.title, 'T');
  });
});
