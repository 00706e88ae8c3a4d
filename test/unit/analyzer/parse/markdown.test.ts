import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMarkdownParser, type Chunk } from '../../../../src/analyzer/parse/markdown';
import { parsedInChunks, parsedWhole } from './whole-parse';

const DOCUMENTS: Readonly<Record<string, string>> = {
  'nothing': '',
  'no heading': 'text\n\n- a\n',
  'headings and text': 'intro\n# a\ntext\n## b\n\ntext',
  'setext headings between': 'a\n=\n\n# b\n\nc\n---\ntext\n# d\n===\n',
  'front matter with comments': '---\n# comment\ntitle: x\n---\n# a\n---\n# b\n---\n',
  'front matter that is not closed': '---\n# comment\n- title: x\n# a\n- b\n',
  'fences': '# a\n```\n# b\n````\n# c\n~~~ x`\n# d\n```\n~~~\n# e\n```\n# f\n',
  'fences in lists': '1. a\n   ```\n   # b\n   ```\n# c\n- d\n  ~~~\n# e\n- f\n  ~~~\n  # g\n# h\n',
  'a fence that an item does not reach': '1. a\n  ```\n# b\n  ```\n# c\n',
  'comments': '# a\n<!-- b\n\n# c\n--> d\n# e\n<!-->\n# f\n<!-- g\n# h\n',
  'comments in lists': '- a\n  <!-- b\n# c\n-->\n# d\n',
  'HTML': '# a\n<details>\n# b\n\n# c\n</details>\n\n<pre>\n\n# d\n</pre>\n# e\ntext\n<br>\n# f\n<br>\n# g\n\n# h\n',
  'lazy lines': '> a\nb\n# c\n> - d\ne\n# f\n- g\nh\n  ```\n  # i\n# j\n',
  'lists that end at a heading': '- a\n\n- b\n\n# c\n1. d\n\n   e\n\n\n# f\n-\n# g\n',
  'tables': '| a | b |\n| - | - |\n| c\n# d\n| e |\n# f | g\n- | -\n# h\n',
  'definitions behind': '# a\n[x] [y][x] ![x] [X][] [ x\n  x ] [^n] ![^n]\n# b\n[x]: /x\n[X X]: <> "t"\n[^N]: note\n\n    # no heading\n# c\n[x]\n',
  'definitions before, twice, and in a quote': '[x]: /1\n# a\n[x] [y\n# b\n> [x] [y\n> z]\n# c\n> [x]: /2\n> - [Y  z]: /3\n',
  'references to what is not defined': '# a\n[x] [^n] [y][z]\n# b\n`[x]: /x`\n\n    [z]: /z\n# c\n[^ n]: /n\n',
  'labels with escapes and marks': '# a\n[f\\]] [f\\[] [\0] [é]\n# b\n[f\\]]: /1\n[F\\[]: /2\n[\0]: /3\n[É]: /4\n',
  'addresses': '# a\nwww.example.com [x] a@example.com\n# b\n[x]: /x\n',
  'carriage returns': '# a\r\n```\r\n# b\r\n```\r\n# c\r# d\n\r# e\r\n\r\n- f\r# g',
  'a byte order mark': '\uFEFF---\na: b\n---\n# a\n[x]\n# b\n\n[x]: /x\n',
  'more than one byte order mark': '\uFEFF\uFEFF# a\n\uFEFF# b\n# c\n',
  'tabs': '#\ta\n-\tb\n\t```\n# c\n\t```\n#\n1.\td\n\n \t# e\n# f',
};

/** Lines that a cut in the wrong place would read differently. */
const LINES = [
  '', '', ' ', 'text', 'lazy [foo]', '[^n] ![foo][] ![^n]', '[foo]: /u', '[Foo  bar]: </v> "t"', '[foo', 'bar]', '> bar] q', '[^n]: note', '    more',
  '- a', '-', '- [ ] t', '1. one', '2) two', '10. ten', '-     code', '- > q', '- # in', '- ```', '  - c', '   - d', '  text', '\t```',
  '```', '````', '``` a`b', '~~~', ' ```', '  ```', '   ```', '   # c', '> q', '> ```', '> # h',
  '<!-- x -->', '<!--', '-->', '  <!--', '<details>', '</details>', '<br>', '<a name="x"></a>', '<pre>', '</pre>', '<?', '?>', '<!X', '<![CDATA[', ']]>',
  '---', '***', '===', '--', '| a | b |', '| - | - |', 'title: x', '\uFEFF# x', '[f\0]', '[f\0]: /n', '`code', '#', '#\tt', '#no', ' # x',
] as const;

const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.constantFrom('# h', '## see [foo] ![foo bar] [^n]') },
);
const lines = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r')).map((pair) => pair.join('')), { maxLength: 14 });
const document = fc.tuple(fc.constantFrom('', '', '\uFEFF', '---\n# c\n---\n'), lines).map(([head, body]) => head + body.join(''));

/** Fixed, so that an unrelated change never meets a rare disagreement first. */
const SEED = 20;

describe('markdown', () => {
  describe('reads in chunks what remark reads in the whole', () => {
    for (const [name, text] of Object.entries(DOCUMENTS)) {
      it(name, () => assert.deepEqual(parsedInChunks(text), parsedWhole(text)));
    }

    it('whatever the lines are', () => {
      fc.assert(fc.property(document, (text) => {
        const whole = parsedWhole(text);
        assert.deepEqual(parsedInChunks(text), whole);
        // A parser that has seen a version parses what is new chunk by chunk.
        const parser = createMarkdownParser();
        parser.parse('');
        assert.deepEqual(parsedInChunks(text, parser), whole);
      }), { numRuns: 250, seed: SEED });
    }).timeout(20_000);

    it('after any edits', () => {
      fc.assert(fc.property(fc.array(document, { minLength: 2, maxLength: 3 }), lines, (versions, tail) => {
        const parser = createMarkdownParser();
        for (const head of versions) {
          const text = head + tail.join('');
          assert.deepEqual(parsedInChunks(text, parser), parsedWhole(text));
        }
      }), { numRuns: 50, seed: SEED });
    }).timeout(20_000);
  });

  it('joins to the text, with a tree for each chunk that spans it', () => {
    const text = 'intro\n\n# a\n\n- b\n\n# c';
    const placed = createMarkdownParser().parse(text);
    assert.deepEqual(placed.map(({ start, chunk }) => [start, chunk.text]), [[0, 'intro\n\n'], [7, '# a\n\n- b\n\n'], [17, '# c']]);
    assert.deepEqual(placed.map(({ chunk }) => chunk.tree.position?.end.offset), [7, 10, 3]);
  });

  describe('keeps', () => {
    const chunksOf = (parser = createMarkdownParser(), ...versions: string[]): Chunk[][] =>
      versions.map((text) => parser.parse(text).map(({ chunk }) => chunk));
    /** For each chunk of the second version, whether the first had the same object. */
    const kept = (before: string, after: string): boolean[] => {
      const [old = [], now = []] = chunksOf(createMarkdownParser(), before, after);
      return now.map((chunk) => old.includes(chunk));
    };

    it('all for the same text', () => {
      const parser = createMarkdownParser();
      assert.equal(parser.parse('# a\n# b\n'), parser.parse('# a\n# b\n'));
    });

    it('every chunk but the one that was edited', () => {
      assert.deepEqual(kept('x\n# a\n1\n# b\n2\n# c\n', 'x\n# a\n1\n# b\n2!\n# c\n'), [true, true, false, true]);
    });

    it('the chunks behind an insertion, at their new places', () => {
      assert.deepEqual(kept('# a\n# b\n', '# a\n# new\n# b\n'), [true, false, true]);
    });

    it('what does not refer to a definition that came or went', () => {
      assert.deepEqual(kept('# a\n[x]\n# b\n[y]\n# c\n', '# a\n[x]\n# b\n[y]\n# c\n\n[x]: /x\n'), [false, true, false]);
    });

    it('what refers to a definition whose target alone was edited', () => {
      assert.deepEqual(kept('# a\n[x]\n# c\n[x]: /x\n', '# a\n[x]\n# c\n[x]: /y\n'), [true, false]);
    });

    it('nothing from before the last version', () => {
      const [first = [], , third = []] = chunksOf(createMarkdownParser(), '# a\n# b\n', '# b\n', '# a\n# b\n');
      assert.deepEqual(third.map((chunk) => first.includes(chunk)), [false, true]);
    });
  });
});
