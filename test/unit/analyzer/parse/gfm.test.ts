import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { addressesIn, remarkGfmWithAddresses } from '../../../../src/analyzer/parse/gfm';

const scope = { addresses: addressesIn('') };
const ours = unified().use(remarkParse).use(remarkGfmWithAddresses, scope).freeze();
const theirs = unified().use(remarkParse).use(remarkGfm).freeze();
const parse = (text: string): Root => {
  scope.addresses = addressesIn(text);
  return ours.parse(text);
};

/** What addresses are made of, what stands around them, and what hides them. */
const PIECES = [
  'a', 'b.c', 'www.', 'WWW', 'w', 'http', 'https://', 'HTTP://x.y', '://', 'x@y.z', '@', '.', '-', '_', '+', 'mailto:', 'xmpp:', '/r', 'é', '😀', '~~', '*', '_x_',
  '[', ']', '](u)', '<', '>', '(', ')', '`', '!', '\\', '&#64;', '&commat;', '&amp;', 'h&#116;tp://x.y', '\0', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', '\n> ', '\n- ', '\n    ', '\n| a | b |\n| - | - |\n| ',
] as const;
const text = fc.tuple(fc.constantFrom('', '', '\uFEFF', '\uFEFF\uFEFF'), fc.array(fc.constantFrom(...PIECES), { maxLength: 20 })).map(([head, pieces]) => head + pieces.join(''));

describe('GitHub\'s Markdown', () => {
  it('has an address where remark-gfm has one', () => {
    const link = parse('- see www.example.com, a.b@example.com and http&#58;//example.com\n');
    assert.deepEqual(JSON.stringify(link).match(/"url":"[^"]+"/g), ['"url":"http://www.example.com"', '"url":"mailto:a.b@example.com"', '"url":"http://example.com"']);
  });

  it('has the same tree as with remark-gfm, whatever the text', () => {
    fc.assert(fc.property(text, (source) => assert.deepEqual(parse(source), theirs.parse(source))), { numRuns: 2000, seed: 20 });
  });

  it('has no address where none was told of: the extension is still the one that is limited', () => {
    scope.addresses = addressesIn('');
    assert.doesNotMatch(JSON.stringify(ours.parse('www.example.com a@example.com http://example.com')), /"link"/);
  });

  it('is not slowed by a long run of letters without an address', () => {
    const before = performance.now();
    addressesIn('a'.repeat(1_000_000));
    assert.ok(performance.now() - before < 500);
  });
});
