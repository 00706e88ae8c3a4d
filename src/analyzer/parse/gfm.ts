import type { Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';

/**
 * Where the text that is parsed next may hold a bare address. Offsets are UTF-16 code units, a byte order mark at the
 * start not counted.
 */
export interface Addresses {
  /** Every offset at which one may begin in the source, and more. */
  readonly starts: ReadonlySet<number>;
  /** Ascending: what any address has, or what may stand for it; a block without any holds no address. */
  readonly signs: readonly number[];
}

/** The same as a variable: the plugin is made once, and the text changes. */
export interface AddressScope {
  addresses: Addresses;
}

/** A character reference may stand for any letter of an address once the text is decoded. */
const SIGN = /@|www|http|&/gi;
const LOCAL_PART = /[-+._0-9A-Za-z]/;

/** Takes time linear in the length of `text`. */
export function addressesIn(text: string): Addresses {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const starts = new Set<number>();
  const signs: number[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    signs.push(index - mark);
    if (sign === '@') for (let at = index - 1; at >= 0 && LOCAL_PART.test(text[at]!); at--) starts.add(at - mark);
    else if (sign !== '&') starts.add(index - mark);
  }
  return { starts, signs };
}

/** What micromark-extension-gfm-autolink-literal calls its constructs. */
const AUTOLINKS: ReadonlySet<string | undefined> = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);

/**
 * remark-gfm with the same trees in three quarters of the time: its extension for bare addresses tries each word of
 * the text, this one only those of `scope.addresses`, which must be those of the text.
 */
export function remarkGfmWithAddresses(this: Processor, scope: AddressScope): void {
  remarkGfm.call(this);
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  micromarkExtensions.push(onlyAt(micromarkExtensions.pop()!, scope));
  fromMarkdownExtensions.push([fromMarkdownExtensions.pop()!].flat().map((extension) => onlyWith(extension, scope)));
}

/** `extension`, whose autolinks interrupt a run of text at an address and nowhere else. */
function onlyAt(extension: Extension, scope: AddressScope): Extension {
  const limited = new Map<Construct, Construct>();
  const limit = (construct: Construct): Construct => {
    if (!AUTOLINKS.has(construct.name)) return construct;
    const { previous } = construct;
    const isStart = function (this: TokenizeContext, code: number | null): boolean {
      return (!previous || previous.call(this, code)) && scope.addresses.starts.has(this.now().offset);
    };
    return limited.get(construct) ?? limited.set(construct, { ...construct, previous: isStart }).get(construct)!;
  };
  return { ...extension, text: Object.fromEntries(Object.entries(extension.text ?? {}).map(([code, found]) => [code, [found ?? []].flat().map(limit)])) };
}

/** `extension`, whose transforms see only the blocks at the root that may hold an address. */
function onlyWith(extension: TreeExtension, scope: AddressScope): TreeExtension {
  const transforms = extension.transforms?.map((transform) => (tree: Root) => {
    const { signs } = scope.addresses;
    let next = 0;
    for (const block of tree.children) {
      while (next < signs.length && signs[next]! < block.position!.start.offset!) next++;
      if (next < signs.length && signs[next]! < block.position!.end.offset!) transform({ type: 'root', children: [block] });
    }
  });
  return { ...extension, ...(transforms && { transforms }) };
}
