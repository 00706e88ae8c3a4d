import type { Nodes, Parents, PhrasingContent } from 'mdast';
import type { Link } from './spec';

export interface PlainText {
  readonly text: string;
  /** Pairs of an offset in `text` and the source offset it comes from, rising. */
  readonly map: readonly number[];
  readonly links: readonly Link[];
}

/**
 * What a reader sees of inline content: no markup, comments and struck-out words left out, inline code in its
 * backticks (patterns tell `name` from name by them), a line break as a line break.
 * @param source what the node's offsets count in
 */
export function plainText(node: Nodes, source: string): PlainText {
  let text = '';
  const map: number[] = [];
  const links: { readonly from: number; readonly to: number; readonly url: string }[] = [];
  const add = (value: string, at: number) => {
    map.push(text.length, at);
    text += value;
  };
  /** Text whose source may differ from it: without indentation, escapes and references. */
  const addWritten = (value: string, start: number, end: number) => {
    if (end - start === value.length) map.push(text.length, start);
    // One by one: a megabyte of references has more of them than fit on the stack.
    else stretches(value, source.slice(start, end)).forEach((at, i) => map.push(at + (i % 2 ? start : text.length)));
    text += value;
  };
  const walk = (n: Nodes): void => {
    const start = n.position?.start.offset ?? 0, end = n.position?.end.offset ?? 0;
    switch (n.type) {
      case 'text': return addWritten(n.value, start, end);
      case 'inlineCode': return addWritten(`\`${n.value}\``, start, end);
      case 'break': return add('\n', start);
      case 'image': case 'imageReference': return add(n.alt ?? '', start + '!['.length);
      case 'html': return /^<br\b/i.test(n.value) ? add('\n', start) : undefined;
      case 'delete': return undefined;
      case 'link': {
        const from = text.length;
        walkAll(n);
        links.push({ from, to: text.length, url: n.url });
        return undefined;
      }
      default: if ('children' in n) walkAll(n);
    }
  };
  const walkAll = (n: Parents) => { for (const child of n.children) walk(child as PhrasingContent); };
  walk(node);
  // Cut at the end: each cut puts the pieces of the text together.
  return { text, map, links: links.map(({ from, to, url }) => ({ text: text.slice(from, to), url })) };
}

/** A character reference of Markdown: "&amp;", "&#8212;". */
const REFERENCE = /^&(?:#\w{1,8}|\w{1,31});/;

/** Pairs of an offset in `value` and one in `written` from which on both run alike; `written` holds markup that `value` lacks. */
function stretches(value: string, written: string): number[] {
  const pairs = [0, 0];
  let from = 0;
  for (let at = 0; at < value.length; at++, from++) {
    const start = from;
    while (from < written.length && !alike(value[at]!, written[from]!) && !REFERENCE.test(written.slice(from, from + 40))) from++;
    if (from !== start) pairs.push(at, from);
    if (value[at] === written[from]) continue;
    const reference = REFERENCE.exec(written.slice(from, from + 40))?.[0];
    if (!reference) continue;
    // One reference stands for one character of one or two code units.
    if (value.codePointAt(at)! > 0xffff) at++;
    from += reference.length - 1;
    pairs.push(at + 1, from + 1);
  }
  return pairs;
}

/** Code shows a line break as a space. */
const alike = (shown: string, written: string): boolean => shown === written || (shown === ' ' && (written === '\n' || written === '\r'));
