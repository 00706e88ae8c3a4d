import assert from 'node:assert/strict';
import { quantitiesIn } from '../../../../src/analyzer/facts/quantities';

const read = (text: string) => quantitiesIn(text).map((q) => [q.text, q.dimension, q.value]);

describe('quantities', () => {
  it('have one value for one amount, however it is written', () => {
    for (const [a, b] of [['5 minutes', '300 s'], ['4096 bytes', '4 KiB'], ['1,500 ms', '1.5 seconds'], ['2 hours', '120 min'], ['60 requests per minute', '1 rps'], ['3k req/s', '3000 qps'], ['1 day', '24h'], ['99.9%', '99.9 percent']] as const) {
      const [left] = quantitiesIn(a), [right] = quantitiesIn(b);
      assert.ok(left && right, `${a} and ${b}`);
      assert.deepEqual([left.dimension, left.value], [right.dimension, right.value], `${a} = ${b}`);
    }
  });

  it('keep their place and what bounds them', () => {
    const text = 'Answers arrive within 200 ms for at least 95 % of 10 MB uploads.';
    assert.deepEqual(quantitiesIn(text).map((q) => [text.slice(q.start, q.end), q.bound]), [['200 ms', 'at most'], ['95 %', 'at least'], ['10 MB', undefined]]);
  });

  it('are not read from versions, dates, names and bare numbers', () => {
    for (const text of ['v1.2 s', 'on 2026-03-02 days pass', 'p95', 'HTTP/2 streams', 'section 4', 'port 8080']) assert.deepEqual(read(text), [], text);
  });

  it('are read in linear time', () => {
    const start = performance.now();
    quantitiesIn('9'.repeat(50_000) + ' 1,111,'.repeat(10_000));
    assert.ok(performance.now() - start < 500);
  });
});
