import assert from 'node:assert/strict';
import type { Html, Link, Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { checklist } from '../../../src/index';
import { uriPath } from '../../../src/report/links';
import { escapeMarkdown, markdownReporter } from '../../../src/report/markdown';
import type { Outcome } from '../../../src/report/outcome';
import { golden } from '../../golden/golden';
import { failed, hostile, render } from './render';
import { sample } from './sample';

const report = (...outcomes: Outcome[]) => render(markdownReporter({ items: checklist, lineUrl: (path, line) => `https://example.org/${uriPath(path)}#L${line}` }), outcomes);

function* nodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodes(child as Nodes);
}
const parse = (markdown: string) => [...nodes(unified().use(remarkParse).use(remarkGfm).parse(markdown))];

describe('Markdown report', () => {
  it('opens with what matters, and links every place', () => golden('report.md', report(sample, failed)));

  it('holds no markup of the document: no hidden link, no picture, no mention of a person', () => {
    const tree = parse(report(hostile));
    assert.deepEqual([...new Set(tree.filter((n): n is Html => n.type === 'html').map((n) => n.value))], ['<!-- -->']);
    // An address that stands in the text leads where it says; no other link is the document's.
    const links = tree.filter((n): n is Link => n.type === 'link' && !/^https:\/\/(?:example\.org|github\.com)\//.test(n.url));
    for (const { url, children: [words] } of links) assert.deepEqual([words?.type, words && 'value' in words && words.value], ['text', url]);
    assert.equal(tree.some((n) => n.type === 'image' || n.type === 'code'), false);
    assert.doesNotMatch(report(hostile), /[@#](?=team|12)/);
    const rows = (outcome: Outcome) => parse(report(outcome)).filter((n) => n.type === 'tableCell').length;
    assert.equal(rows(hostile), rows(sample));
  });

  it('shows text as it stands', () => {
    for (const text of ['a *b* _c_ `d` [e](f) <g> | h', '1\\2 ~~x~~ ![y](z) &amp; $m$', 'snake_case/*']) {
      const shown = parse(`x ${escapeMarkdown(text)}`).flatMap((n) => (n.type === 'text' ? n.value : [])).join('');
      assert.equal(shown, `x ${text}`);
    }
  });
});
