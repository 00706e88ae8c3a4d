import assert from 'node:assert/strict';
import { checklist } from '../../../src/index';
import { htmlReporter } from '../../../src/report/html';
import type { Outcome } from '../../../src/report/outcome';
import { quote } from '../../../src/report/quote';
import { failed, hostile, render } from './render';
import { sample } from './sample';

const report = (...outcomes: Outcome[]) => render(htmlReporter({ items: checklist }), outcomes);
const tags = (html: string) => [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/g)].map((m) => m[1]!);

describe('HTML report', () => {
  it('asks for nothing from outside, and runs nothing', () => {
    const html = report(sample, hostile, failed);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
    const attributes = [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/\s([\w-]+)=/g)].map((m) => m[1]!));
    assert.deepEqual(attributes.filter((name) => /^on|^(?:src|style|srcdoc|action)$/.test(name)), []);
    assert.doesNotMatch(html, /<(?:script|link|img|iframe|object|embed|base|form)\b|url\(|@import/i);
    assert.deepEqual(new Set(tags(report(hostile))), new Set(tags(report(sample))));
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const tag of tags(report(sample, failed))) {
      if (['meta', 'br', 'rect'].includes(tag)) continue;
      if (tag.startsWith('/')) assert.equal(open.pop(), tag.slice(1));
      else open.push(tag);
    }
    assert.deepEqual(open, []);
  });

  it('quotes the passages with their lines, where it has the document', () => {
    const related = [{ message: 'Touched here', start: { line: 11, column: 1 }, end: { line: 11, column: 4 } }];
    const file = { ...sample, findings: [{ ...sample.findings[0]!, related }] };
    assert.match(report(file), /<figcaption>Touched here, <span data-line="11">line 11<\/span><\/figcaption><blockquote>TBD<\/blockquote>/);
    const readBack = JSON.parse(JSON.stringify({ ...file, text: undefined }));
    assert.match(report(readBack), /<figcaption>Touched here, <span data-line="11">line 11<\/span><\/figcaption><\/figure>/);
  });

  it('counts each area in figures and in a bar of the same parts', () => {
    const [, row] = /<tr><th scope="row">APIs and integrations<\/th>([^]*?)<\/tr>/.exec(report(sample)) ?? assert.fail();
    assert.deepEqual([...row!.matchAll(/<td class="count">(.*?)<\/td>/g)].map((m) => m[1]), ['1', '1', '–', '1', '1']);
    assert.deepEqual([...row!.matchAll(/<rect class="is-(\w+)" x="(\d)" width="(\d)"/g)].map((m) => m.slice(1).join(' ')), ['answered 0 1', 'decided 1 1', 'missing 2 1', 'check 3 1']);
  });

  it('shows decisions with reason, owner and date', () => {
    assert.match(report(sample), /<td>accept<\/td><td>pilot only<\/td><td>Ana<\/td><td>2027-01-31<\/td><td><span data-line="3">3<\/span><\/td>/);
  });
});

describe('quote', () => {
  const lines = ['## One', '', 'two three', 'four'];
  const at = (line: number, column: number, toLine: number, toColumn: number) => quote(lines, { start: { line, column }, end: { line: toLine, column: toColumn } });

  it('takes the words between two points', () => {
    assert.equal(at(3, 5, 3, 10), 'three');
    assert.equal(at(3, 5, 4, 3), 'three\nfo');
    assert.equal(at(9, 1, 9, 4), '');
  });

  it('cuts what is long, and says so', () => {
    const long = ['word '.repeat(200), ...Array.from({ length: 9 }, (_, i) => `line ${i}`)];
    assert.match(quote(long, { start: { line: 1, column: 1 }, end: { line: 1, column: 900 } }), /^(?:word ){70,}…$/);
    assert.match(quote(long, { start: { line: 2, column: 1 }, end: { line: 10, column: 7 } }), /^line 0\n[^]*\nline 5 …$/);
  });
});
