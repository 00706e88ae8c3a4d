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
 */
export function plainText(node: Nodes): PlainText {
  let text = '';
  const map: number[] = [];
  const links: Link[] = [];
  const add = (value: string, source: number) => {
    map.push(text.length, source);
    text += value;
  };
  const walk = (n: Nodes): void => {
    const start = n.position?.start.offset ?? 0;
    switch (n.type) {
      case 'text': return add(n.value, start);
      case 'inlineCode': return add(`\`${n.value}\``, start);
      case 'break': return add('\n', start);
      case 'image': case 'imageReference': return add(n.alt ?? '', start);
      case 'html': return /^<br\b/i.test(n.value) ? add('\n', start) : undefined;
      case 'delete': return undefined;
      case 'link': {
        const from = text.length;
        walkAll(n);
        links.push({ text: text.slice(from), url: n.url });
        return undefined;
      }
      default: if ('children' in n) walkAll(n);
    }
  };
  const walkAll = (n: Parents) => { for (const child of n.children) walk(child as PhrasingContent); };
  walk(node);
  return { text, map, links };
}
