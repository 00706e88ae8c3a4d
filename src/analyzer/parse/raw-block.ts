import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name';

/** A fence or HTML block at the line that opens it: nothing up to its end is Markdown. */
export interface RawBlock {
  /** It ends on the line that opens it. */
  readonly ends: boolean;
  /** True for the last line, given whole but without its line ending. */
  closes(line: string): boolean;
}

/** An HTML block that the next blank line ends. */
export const htmlUntilBlank: RawBlock = { ends: false, closes: (line) => isBlank(line) };

export const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

/**
 * The fence or HTML block that `line`, without its indentation, surely opens wherever a block can begin.
 * HTML that cannot interrupt a paragraph is left to {@link mayBeHtmlUntilBlank}.
 */
export function rawBlock(line: string): RawBlock | undefined {
  const first = line[0];
  if (first === '`' || first === '~') return fence(line);
  return first === '<' ? html(line) : undefined;
}

function fence(line: string): RawBlock | undefined {
  const run = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0];
  if (!run) return undefined;
  const last = new RegExp(`^ {0,3}${run}${run[0]}*[ \\t]*$`);
  return { ends: false, closes: (l) => last.test(l) };
}

const RAW_TAG = new RegExp(`^<(?:${htmlRawNames.join('|')})(?:[ \\t>]|$)`, 'i');
const RAW_END = new RegExp(`</(?:${htmlRawNames.join('|')})>`, 'i');
const BLOCK_TAG = new RegExp(`^</?(?:${htmlBlockNames.join('|')})(?:[ \\t>]|/>|$)`, 'i');

function html(line: string): RawBlock | undefined {
  if (RAW_TAG.test(line)) return { ends: RAW_END.test(line), closes: (l) => RAW_END.test(l) };
  if (BLOCK_TAG.test(line)) return htmlUntilBlank;
  // The opener and the end may share characters, as in `<!-->` and `<?>`, but for CDATA.
  if (line.startsWith('<!--')) return upTo('-->', line, 2);
  if (line.startsWith('<?')) return upTo('?>', line, 1);
  if (line.startsWith('<![CDATA[')) return upTo(']]>', line, 9);
  return /^<![a-z]/i.test(line) ? upTo('>', line, 3) : undefined;
}

const upTo = (end: string, line: string, from: number): RawBlock => ({
  ends: line.includes(end, from),
  closes: (l) => l.includes(end),
});

/**
 * Whether `line`, without its indentation, may be one complete tag and so open HTML up to the next blank line. Whether
 * it does depends on the paragraph before it; the attributes are not looked at closely.
 */
export const mayBeHtmlUntilBlank = (line: string): boolean => /^<\/?[a-z][a-z0-9-]*(?=[ \t/>])(?:[^<>"']|"[^"]*"|'[^']*')*>[ \t]*$/i.test(line);
