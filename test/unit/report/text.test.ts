import assert from 'node:assert/strict';
import { plain } from '../../../src/report/plain';
import { positions } from '../../../src/report/position';
import { wrap } from '../../../src/report/wrap';

describe('positions', () => {
  it('counts lines at LF, CRLF and a lone CR, and columns in UTF-16 code units', () => {
    const text = 'a\nb\r\nc\rd😀e';
    const { point } = positions(text);
    assert.deepEqual(point(0), { line: 1, column: 1 });
    assert.deepEqual(point(text.indexOf('b')), { line: 2, column: 1 });
    assert.deepEqual(point(text.indexOf('\r\n') + 1), { line: 2, column: 3 });
    assert.deepEqual(point(text.indexOf('c')), { line: 3, column: 1 });
    assert.deepEqual(point(text.indexOf('e')), { line: 4, column: 4 });
    assert.deepEqual(point(text.length), { line: 4, column: 5 });
  });

  it('takes an offset outside the text to its end', () => {
    assert.deepEqual(positions('ab').range({ start: -1, end: 9 }), { start: { line: 1, column: 1 }, end: { line: 1, column: 3 } });
  });
});

describe('plain', () => {
  it('takes out what steers a terminal and leaves the words', () => {
    assert.equal(plain('a\u001b[31mred\u001b[0m b'), 'ared b');
    assert.equal(plain('\u001b]8;;http://x\u0007link\u001b]8;;\u001b\\ \u009b2Jend'), 'link end');
    assert.equal(plain('one\r\ntwo\u0000three\u001b'), 'one two three');
    assert.equal(plain('abc\u202Edcb\u2066x'), 'abcdcbx');
    assert.equal(plain('naïve 日本 😀 a—b'), 'naïve 日本 😀 a—b');
  });

  it('is linear on a hostile text', () => {
    for (const piece of ['\u001b', '\u001b[', '\u001b]', '\u009d', '\u001b[0']) assert.ok(plain(piece.repeat(200_000)).length < 600_000);
  });
});

describe('wrap', () => {
  it('breaks at spaces, and lets a long word be', () => {
    assert.deepEqual(wrap('one two  three', 7), ['one two', 'three']);
    assert.deepEqual(wrap('a incomprehensibilities b', 5), ['a', 'incomprehensibilities', 'b']);
    assert.deepEqual(wrap('', 5), []);
  });
});
