import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut } from '../../../../src/analyzer/parse/cut';
import { recut, type Cuts } from '../../../../src/analyzer/parse/recut';

const line = fc.constantFrom('', 'text', '# h', '# h', '## g', '- a', '  # in', '```', '<!--', '-->', '---', 'a: b', '<div>', `${'long '.repeat(300)}`);
const lines = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')).map((pair) => pair.join('')), { maxLength: 12 }).map((all) => all.join(''));
const cutsOf = (text: string): Cuts => ({ text, starts: cut(text) });

describe('recut', () => {
  it('finds what a cut of the whole text finds, wherever it was edited', () => {
    fc.assert(fc.property(lines, lines, lines, lines, (head, old, now, tail) => {
      const text = head + now + tail;
      assert.deepEqual(recut(cutsOf(head + old + tail), text).starts, cut(text));
    }), { numRuns: 300, seed: 7 });
  });

  it('tells which parts are those of the text before', () => {
    const before = cutsOf('x\n# a\n1\n# b\n2\n# c\n3\n# d\n');
    const { starts, head, tail } = recut(before, 'x\n# a\n1\n# b\n2 and more\n# c\n3\n# d\n');
    assert.deepEqual({ starts, head, tail }, { starts: [0, 2, 8, 23, 29], head: 2, tail: 2 });
  });

  it('keeps all parts of a text that grows at its end but the last', () => {
    const { starts, head, tail } = recut(cutsOf('# a\n# b\n'), '# a\n# b\nmore\n');
    assert.deepEqual({ starts, head, tail }, { starts: [0, 4], head: 1, tail: 0 });
  });
});
