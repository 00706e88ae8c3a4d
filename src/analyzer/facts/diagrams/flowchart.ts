import type { Span } from '../../span';
import type { Edge, GraphBuilder, Look } from './graph';

/**
 * Reads a Mermaid flowchart behind its first line: nodes of every shape, chains of links, `&`, subgraphs. What is about
 * looks only is passed over; a line that is none of this is skipped and told with `unread`.
 */
export function readFlowchart(text: string, from: number, graph: GraphBuilder): void {
  const reader: Reader = { text, at: from, graph, links: new Set() };
  while (!graph.isFull && reader.at < text.length) {
    if (take(reader, BETWEEN)) continue;
    const before = reader.at;
    statement(reader);
    if (reader.at > before && take(reader, END_OF_STATEMENT)) continue;
    graph.unread();
    take(reader, REST_OF_LINE);
  }
}

interface Reader {
  readonly text: string;
  at: number;
  readonly graph: GraphBuilder;
  /** Ids of links, which may be given looks as nodes are. */
  readonly links: Set<string>;
}

const BETWEEN = /[\s;]+|%%[^\n]*/y;
const END_OF_STATEMENT = /[ \t]*(?:(?=[;\r\n]|%%)|$)/y;
const REST_OF_LINE = /[^\n]*/y;

/** The match of a sticky pattern where the reader stands, and the reader behind it; undefined where there is none. */
function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (!match) return undefined;
  reader.at = pattern.lastIndex;
  return match;
}

const LOOKS_ONLY = /(?:style|linkStyle|classDef|class|click|href|direction|accTitle)(?=[ \t:])[^\n;]*|accDescr[ \t]*(?::[^\n]*|\{[^}]{0,2000}\})/y;
const SUBGRAPH = /subgraph(?=[\s;]|$)[ \t]*([^\n;]*)/y;
const END = /end(?![\w-])/y;

function statement(reader: Reader): void {
  const { graph } = reader;
  if (take(reader, LOOKS_ONLY)) return;
  const subgraph = take(reader, SUBGRAPH);
  if (subgraph) return openGroup(graph, subgraph[1]!.trim());
  if (take(reader, END)) return graph.close();
  chain(reader);
}

/** `subgraph id [label]`, `subgraph label` or `subgraph "label"`. */
function openGroup(graph: GraphBuilder, words: string): void {
  const [, id, label] = /^([^\s[\]"]+)\s*\[\s*(.*?)\s*\]$/.exec(words) ?? [];
  if (id) graph.open(id, label!);
  else graph.open(words.replace(/^"(.*)"$/, '$1'), words);
}

/** `a & b --> c --> d`: each of those on one side is linked with each of those on the other. */
function chain(reader: Reader): void {
  let left = nodes(reader);
  while (left.length) {
    const before = reader.at;
    const arrow = link(reader);
    if (!arrow) return;
    const right = nodes(reader);
    if (!right.length) {
      // An arrow to nowhere is left for the statement's end to stumble over.
      reader.at = before;
      return;
    }
    if (arrow.isSeen) for (const from of left) for (const to of right) {
      if (reader.graph.isFull) return;
      reader.graph.edge({ from, to, label: arrow.label, heads: arrow.heads });
    }
    left = right;
  }
}

const AND = /\s*&\s*/y;

function nodes(reader: Reader): string[] {
  const ids: string[] = [];
  do {
    const id = node(reader);
    if (id === undefined) return ids;
    ids.push(id);
  } while (take(reader, AND));
  return ids;
}

/** As Mermaid's, with all letters; what may begin a link ends it. */
const ID = /(?:[\p{L}\p{N}_!#$%'*+.`?\\/,]|:(?!::)|-(?![-.>])|=(?!=)){1,200}/uy;
const CLASS = /:::[\w-]+(?:,[\w-]+)*/y;
const PROPERTIES = /@\{([^}]{0,1000})\}/y;

function node(reader: Reader): string | undefined {
  const start = reader.at;
  const id = take(reader, ID)?.[0];
  if (id === undefined) return undefined;
  const given = take(reader, PROPERTIES)?.[1];
  if (given !== undefined && reader.links.has(id)) return id;
  const own = { start, end: start + id.length };
  const shaped = given === undefined ? shape(reader) : { ...described(given), at: own };
  reader.graph.component(id, shaped?.at ?? own, shaped);
  take(reader, CLASS);
  return id;
}

const STORES = /^(?:cyl|cylinder|db|database|das|h-cyl|horizontal-cylinder|lin-cyl|disk|lined-cylinder|datastore)$/;
const DECISIONS = /^(?:diam|diamond|decision|question)$/;

/** `shape: cyl, label: "Orders"`. */
function described(properties: string): { label: string; look: Look } {
  const value = (name: string): string => new RegExp(String.raw`\b${name}\s*:\s*(?:"([^"]*)"|([^,"\n]*))`).exec(properties)?.slice(1).find((v) => v !== undefined)?.trim() ?? '';
  const shaped = value('shape');
  return { label: value('label'), look: STORES.test(shaped) ? 'store' : DECISIONS.test(shaped) ? 'decision' : 'box' };
}

/** Longest opening first. */
const SHAPES: readonly (readonly [open: string, close: string, look?: Look])[] = [
  ['(((', ')))'], ['((', '))'], ['([', '])'], ['(-', '-)'], ['(', ')'],
  ['[[', ']]'], ['[(', ')]', 'store'], ['[', ']'], ['{{', '}}'], ['{', '}', 'decision'], ['>', ']'],
];
/** In UTF-16 code units; what is longer is no label. */
const LONGEST = 2_000;
const QUOTED = /\s*"([^"]{0,2000})"\s*/y;

function shape(reader: Reader): { label: string; look: Look; at: Span } | undefined {
  const { text, at } = reader;
  const found = SHAPES.find(([open]) => text.startsWith(open, at));
  if (!found) return undefined;
  const [open, close, look = 'box'] = found;
  reader.at = at + open.length;
  const quoted = take(reader, QUOTED);
  if (quoted && text.startsWith(close, reader.at)) {
    const start = text.indexOf('"', at) + 1;
    reader.at += close.length;
    return { label: quoted[1]!, look, at: { start, end: start + Math.max(1, quoted[1]!.length) } };
  }
  const start = at + open.length;
  const [line = ''] = text.slice(start, start + LONGEST).split('\n', 1);
  const length = line.indexOf(close);
  reader.at = length < 0 ? at : start + length + close.length;
  // The slashes of a slanted box belong to its shape.
  return length < 0 ? undefined : { label: line.slice(0, length).replace(/^[/\\]|[/\\]$/g, ''), look, at: { start, end: start + Math.max(1, length) } };
}

interface Arrow extends Pick<Edge, 'label' | 'heads'> {
  /** An invisible link only keeps boxes apart. */
  readonly isSeen: boolean;
}

const LINK_ID = String.raw`\s*(?:(\w+)@)?`;
/** The id of a link, its start, its end; or the invisible one. */
const LINK = new RegExp(String.raw`${LINK_ID}(?:(<|[xo](?=[-=]))?(?:--+([-xo>])|==+([=xo>])|-?\.+-([xo>]?))|(~~~+))\s*`, 'y');
const OPENED = new RegExp(String.raw`${LINK_ID}(<|[xo](?=[-=]))?(--|==|-\.)\s*`, 'y');
/** What may stand at a link that was opened, and what closes it. */
const CLOSED: Readonly<Record<string, RegExp>> = {
  '--': /((?:[^-\n]|-(?!-)){1,500})--+([-xo>])\s*/y,
  '==': /((?:[^=\n]|=(?!=)){1,500})==+([=xo>])\s*/y,
  '-.': /((?:[^.\n]|\.(?!\.{0,20}-)){1,500})\.+-([xo>]?)\s*/y,
};
const AT_LINK = /\|([^|]{0,500})\|\s*/y;

function link(reader: Reader): Arrow | undefined {
  const whole = take(reader, LINK);
  if (whole) {
    if (whole[1]) reader.links.add(whole[1]);
    const label = take(reader, AT_LINK)?.[1] ?? '';
    return { label: plain(label), heads: heads(whole[2], whole[3] ?? whole[4] ?? whole[5]), isSeen: whole[6] === undefined };
  }
  const before = reader.at;
  const opened = take(reader, OPENED);
  const closed = opened && take(reader, CLOSED[opened[3]!]!);
  if (!closed) {
    reader.at = before;
    return undefined;
  }
  if (opened[1]) reader.links.add(opened[1]);
  return { label: plain(closed[1]!), heads: heads(opened[2], closed[2]), isSeen: true };
}

const plain = (label: string): string => label.replace(/<[^<>]{0,80}>/g, ' ').replace(/^["\s]+|["\s]+$/g, '').replace(/\s+/g, ' ');

const heads = (start: string | undefined, end: string | undefined): Edge['heads'] => (!/[xo>]/.test(end ?? '') ? 'none' : start ? 'both' : 'to');
