import assert from 'node:assert/strict';
import { cut } from '../../../../src/analyzer/parse/cut';

/** The parts of `lines`, each part's lines joined by " / ". */
const parts = (...lines: string[]): string[] => {
  const text = lines.join('\n');
  return cut(text).map((start, i, all) => text.slice(start, all[i + 1]).replace(/\n$/, '').replaceAll('\n', ' / '));
};

describe('cut', () => {
  it('begins a part at each heading in the first column', () => {
    assert.deepEqual(parts('intro', '# a', 'x', '## b', '', '###### c', '#', '#\td'), ['intro', '# a / x', '## b / ', '###### c', '#', '#\td']);
  });

  it('takes no other line for such a heading', () => {
    assert.equal(parts('#no', '####### no', ' # indented', '\\# no', '> # quoted', '- # in an item', 'no', '===').length, 1);
  });

  it('begins the first part at 0, whatever is there', () => {
    assert.deepEqual(cut(''), [0]);
    assert.deepEqual(cut('# a'), [0]);
  });

  it('knows the three line endings', () => {
    assert.deepEqual(cut('a\r\n# b\r# c\n# d'), [0, 3, 7, 11]);
  });

  describe('does not cut', () => {
    const whole = (name: string, ...lines: string[]): void => {
      it(name, () => assert.deepEqual(parts(...lines, '', '# after'), [lines.join(' / ') + ' / ', '# after']));
    };
    whole('in front matter', '---', '# comment', 'title: x', '---');
    whole('in a fence', '```sh', '# comment', '```');
    whole('in a fence whose marks look closed', '````', '```', '# comment', '~~~~', '    ````', '```` x', '# more', '`````  ');
    whole('in an indented fence', 'text', '   ~~~ a`b', '# comment', '  ~~~');
    whole('in a fence that follows a list at once', '- item', '```', '# comment', '```');
    whole('in a comment', '<!-- how to', '', '# heading', '-->');
    whole('in raw HTML', '<pre>', '', '# comment', '</pre> text');
    whole('in an instruction, a declaration and CDATA', '<?php', '# a', '?>', '<!DOCTYPE', '# b', '>', '<![CDATA[', '# c', ']]>');
    whole('in HTML up to the next blank line', '<details>', '# no heading');
    whole('where HTML may be a paragraph', 'text', '<br>', '# heading or not');
  });

  describe('cuts', () => {
    const two = (name: string, ...lines: string[]): void => {
      it(name, () => assert.deepEqual(parts(...lines, '# next'), [lines.join(' / '), '# next']));
    };
    two('behind a fence in a list item with comments in it', '1. step', '   ```sh', '   # comment', '   ```');
    two('behind an item that a fence is not closed in', '- item', '  ```', '  # comment');
    two('behind a quote that a fence is not closed in', '> ```', '> # comment');
    two('behind a lazy line in an item with a fence', '- item', 'lazy', '  ```', '  # comment', '  ```');
    two('behind marks that open no fence', '``` a`b', '    ```', '\t~~~', '``');
    two('behind HTML that ends where it begins', '<!-- a -->', '<!-->', '<pre>x</pre>', '<?x?>', '<!x>');
    two('behind what is no HTML block', '<https://example.com>', '<a name="x"></a>', '<3');
    two('behind details', '<details>', '<summary>more</summary>', '', '```', '# comment', '```', '', '</details>', '');
  });

  it('stops where a list item, if there is one, would own the fence', () => {
    assert.equal(parts('- `x` | y', '  z', 'lazy or not', '  ```', '# comment or heading', '', '# also').length, 1);
  });

  it('stops at front matter that is never closed, which takes all containers from the text', () => {
    assert.equal(parts('---', 'title: x', '', '# a', '', '# b').length, 1);
  });
});
