/** Shapes of Markdown that take a parser far longer than their length; each repeated up to `size` UTF-16 code units. */
export const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'nested quotes': (size) => `${'>'.repeat(size - 2)} a`,
  'quotes that nest deeper line by line': (size) => numbered(size, (n) => `${'> '.repeat(n)}a\n`),
  'lists that nest in one line': (size) => `${'* '.repeat(size / 2)}a`,
  'lists that nest line by line': (size) => numbered(size, (n) => `${'  '.repeat(n)}- a\n`),
  'nested brackets': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'links that never close': (size) => repeated('[a](', size),
  'nested links': (size) => repeated('[a](', size / 2) + repeated(')', size / 2),
  'images that never close': (size) => repeated('![a', size),
  'strong text that never closes': (size) => repeated('**a ', size),
  'emphasis of both kinds in turn': (size) => repeated('*a _b ', size),
  'backtick runs of rising length': (size) => numbered(size, (n) => `${'`'.repeat(n)}a`),
  'comments in a line that never close': (size) => `a ${repeated('b <!-- ', size)}`,
  'tags that never close': (size) => repeated('<a ', size),
  'lazy lines behind a quote': (size) => `> a\n${repeated('b\n', size)}`,
  'lazy lines behind a list item': (size) => `- a\n${repeated('b\n', size)}`,
  'references to nothing': (size) => numbered(size, (n) => `[r${n}] `),
  'strikes that never close': (size) => repeated('~~a ', size),
  'brackets that never close': (size) => repeated('[', size),
  'thematic breaks that are lists': (size) => `${repeated('- ', size)}a`,
  'emphasis that closes in the middle of words': (size) => repeated('a**b', size / 2) + repeated('c* ', size / 2),
  'links that never close, with what may be a target': (size) => repeated('[a](<b', size),
  'comments that never close': (size) => repeated('<!-- a\n', size),
  'references behind a line of text': (size) => `a\n${numbered(size, (n) => `[r${n}]: /u\n`)}`,
  'nested strong text': (size) => repeated('**a ', size / 2) + repeated('b** ', size / 2),
};

/** Shapes that are long and no more than that: they are read, in time that grows with their length. */
export const LONG: Readonly<Record<string, (size: number) => string>> = {
  'addresses of mail': (size) => repeated('a@b.c ', size),
  'the beginning of an address, again and again': (size) => repeated('www.', size),
  'one address': (size) => `http://a.b/${repeated('c', size)}`,
  'character references': (size) => repeated('&amp;', size),
  'one line of words': (size) => repeated('some words and more of them ', size),
  'one word': (size) => repeated('a', size),
  'blanks': (size) => `a${repeated(' ', size)}b`,
  'a table of many rows': (size) => `|a|b|\n|-|-|\n${repeated('|x|y|\n', size)}`,
  'a table of many columns': (size) => `${repeated('|a', size / 3)}|\n${repeated('|-', size / 3)}|\n${repeated('|b', size / 3)}|\n`,
  'definitions': (size) => numbered(size, (n) => `[r${n}]: /u${n}\n`),
  'footnotes': (size) => numbered(size, (n) => `[^${n}]: note\n\n`),
  'boxes': (size) => repeated('- [ ] a\n', size),
  'headings': (size) => repeated('# a\n', size),
  'short paragraphs': (size) => repeated('a\n\n', size),
  'a paragraph of many lines': (size) => repeated('some words of it\n', size),
  'a fence that is not closed': (size) => `\`\`\`\n${repeated('code(a)\n', size)}`,
  'front matter that is not closed': (size) => `---\n${repeated('a: b\n', size)}`,
  'items with blank lines between': (size) => repeated('- a b c\n\n', size),
  'numbers in bullets': (size) => repeated('- 1. a\n', size),
  'underlined headings': (size) => repeated('a\n=\n', size),
  'quotes with blank lines between': (size) => repeated('> a\n\n', size),
  'quotes in bullets': (size) => repeated('- > a\n', size),
  'tags in paragraphs': (size) => repeated('a <b>\n\n', size),
  'stars that close nothing': (size) => repeated('*a b\n\n', size),
  'questions and answers': (size) => repeated('Why?\n\nx\n\n', size),
  'indented code': (size) => repeated('    a\n\n', size),
  'rules between paragraphs': (size) => repeated('---\n\n', size),
  'line breaks by backslash': (size) => repeated('a\\\n', size),
  'small tables': (size) => repeated('|a|b|\n|-|-|\n|c|d|\n\n', size),
  'addresses of pages': (size) => repeated('http://a.b\n', size),
  'small sections': (size) => repeated('# a\n\n> b\n\n', size),
  'nested bullets': (size) => repeated('- a\n  - b\n', size),
};

const repeated = (unit: string, size: number): string => unit.repeat(size / unit.length);

function numbered(size: number, unit: (n: number) => string): string {
  let text = '';
  for (let n = 1; text.length + unit(n).length <= size; n++) text += unit(n);
  return text;
}
