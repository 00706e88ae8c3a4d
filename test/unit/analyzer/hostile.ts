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
  'a table of many rows': (size) => `| a | b |\n|---|---|\n${repeated('| x | y |\n', size)}`,
  'lazy lines behind a quote': (size) => `> a\n${repeated('b\n', size)}`,
  'lazy lines behind a list item': (size) => `- a\n${repeated('b\n', size)}`,
  'references to nothing': (size) => numbered(size, (n) => `[r${n}] `),
  'strikes that never close': (size) => repeated('~~a ', size),
};

const repeated = (unit: string, size: number): string => unit.repeat(size / unit.length);

function numbered(size: number, unit: (n: number) => string): string {
  let text = '';
  for (let n = 1; text.length + unit(n).length <= size; n++) text += unit(n);
  return text;
}
