import assert from 'node:assert/strict';
import { checklist } from '../../../src/index';
import { htmlReporter } from '../../../src/report/html';
import type { Outcome } from '../../../src/report/outcome';
import { quote } from '../../../src/report/quote';
import { drawn } from './drawn';
import { failed, hostile, render } from './render';
import { sample } from './sample';

const report = (...outcomes: Outcome[]) => render(htmlReporter({ items: checklist }), outcomes);
const tags = (html: string) => [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/g)].map((m) => m[1]!);

describe('HTML report', () => {
  it('asks for nothing from outside, and runs nothing', () => {
    const html = report(sample, drawn, hostile, failed);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
    const attributes = [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/\s([\w-]+)=/g)].map((m) => m[1]!));
    assert.deepEqual(attributes.filter((name) => /^on|^(?:src|style|srcdoc|action)$/.test(name)), []);
    assert.doesNotMatch(html, /<(?:script|link|img|iframe|object|embed|base|form)\b|url\(|@import/i);
    assert.deepEqual(new Set(tags(report(hostile))), new Set(tags(report(sample))));
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const tag of tags(report(sample, drawn, failed))) {
      if (['meta', 'br', 'rect', 'line', 'circle', 'path'].includes(tag)) continue;
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

describe('what the HTML report draws', () => {
  const html = report(drawn);
  const part = (title: string) => new RegExp(`<h3>${title}</h3>([^]*?)</section>`).exec(html)?.[1] ?? assert.fail(`no ${title}`);
  const words = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();

  it('puts each risk where its likelihood and impact meet, and marks what is lacking', () => {
    const [matrix, register] = part('Risks').split('The risks as the document lists them</caption>') as [string, string];
    const row = (name: string) => [...new RegExp(`<tr><th scope="row">${name}</th>(.*?)</tr>`).exec(matrix)![1]!.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((m) => words(m[1]!));
    assert.deepEqual(row('High'), ['none', 'none', '1 : Seats are sold twice', 'none']);
    assert.deepEqual(row('Low'), ['2 : Mails arrive late', 'none', 'none', '3 : Guests forget']);
    assert.match(register, /<span data-line="\d+">Mails arrive late<\/span>.*<span class="lacking">no mitigation<\/span>.*<span class="lacking">no owner<\/span>/);
  });

  it('draws no matrix where no risk is rated both ways', () => {
    const { pictures } = drawn;
    const unrated = pictures!.risks.map((risk) => ({ ...risk, rated: { likelihood: undefined, impact: undefined } }));
    const without = report({ ...drawn, pictures: { ...pictures!, risks: unrated } });
    assert.doesNotMatch(without, /class="matrix"/);
    assert.match(without, /class="risks"/);
  });

  it('shows which criterion cites which requirement, and those without the other', () => {
    const trace = part('Requirements and criteria');
    assert.match(words(trace), /FR-1 A guest joins the queue\. ● AC-1 FR-2 The first guest gets a mail\. no criterion/);
    assert.match(words(trace), /This criterion cites no requirement: AC-2 \./);
  });

  it('lists criteria where a matrix of them would be too wide', () => {
    const { pictures } = drawn;
    const many = Array.from({ length: 20 }, (_, i) => ({ id: `AC-${i}`, text: 'works', line: i + 1, cites: ['FR-1'] }));
    assert.match(report({ ...drawn, pictures: { ...pictures!, criteria: many } }), /FR-1<\/span>.*<\/th><td><span data-line="1">AC-0<\/span>, /);
  });

  it('draws the plan to scale: whole months, a bar for a period, a dot for a day, nothing for a step without a date', () => {
    const rows = [...part('Plan').matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map((m) => m[1]!);
    // From 1 March to 30 April 2027 are 61 days.
    assert.match(rows[0]!, /Build.*<rect class="step" x="0%" y="5" width="50.82%"/);
    assert.match(rows[1]!, /Release.*<circle class="step" cx="81.15%"/);
    assert.match(rows[2]!, /Clean up.*<span class="lacking">no date<\/span>/);
    assert.doesNotMatch(rows[2]!, /class="step"/);
  });

  it('draws the system, each box with its line, and marks and tells where it is weak', () => {
    const built = part('How it is built');
    const boxes = [...built.matchAll(/<g class="part ([^"]*)" data-line="(\d+)"><title>(.*?)<\/title>/g)].map(([, look, line, title]) => `${line} ${look}: ${title}`);
    assert.deepEqual(boxes, [
      '27 actor: Guest', '27 box weak: Queue service; all that connects Guest and Waitlist DB', '29 store: Waitlist DB',
      '30 box: Mail &amp; seat service', '32 box unsaid: Fraud checker; the text never speaks of it', '25 group: Deck',
    ]);
    assert.equal(built.match(/<path class="head"/g)?.length, 6, 'one for each edge, and a second where it leads both ways');
    assert.match(words(built), /! “Queue service” is all that connects “Guest” and “Waitlist DB”, and nothing says what takes over\. \? “Fraud checker” : the text never says what it is or does\./);
    assert.doesNotMatch(built, /NaN|undefined|Infinity/);
  });

  it('leaves out what the document has none of', () => {
    assert.doesNotMatch(report(sample), /<h3>(?:Risks|Requirements and criteria|Plan|How it is built|What changed.*)<\/h3>/);
  });

  it('tells what changed, what was lost first', () => {
    const changed = report({ ...sample, changes: { since: 'main<', questions: [
      { item: 'api/errors', before: 'missing', now: 'answered' }, { item: 'api/contract', before: 'answered', now: 'partly' },
    ], opened: [{ rule: 'wording/placeholder', count: 2 }], closed: [], hidden: 3 } });
    const [, told] = /<h3>What changed since main&lt;<\/h3>([^]*?)<\/section>/.exec(changed) ?? assert.fail();
    assert.match(words(told!), /^1 answer won, 1 answer lost\. 2 statements to look at came\..* Lost .*api\/contract Answered Partly Won .*api\/errors Missing Answered Only what is new since main&lt; is listed; 3 older findings are left out\.$/);
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
