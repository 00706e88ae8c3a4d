import type { GraphBuilder, Look } from './graph';
import { linesFrom, type Line } from './lines';

const CALL = /^([A-Za-z]\w*) ?\((.*)\) ?(\{?)$/;
const ARGUMENT = /(?:"[^"]*"|[^,"])+/g;
/** What only places and colours it. */
const LOOKS_ONLY = /^(?:%%|(?:Update\w*|title|Lay_\w+|Add\w+Tag|SHOW_\w+|LAYOUT_\w+|accTitle|accDescr)\b)/;

/** Reads a Mermaid C4 diagram behind its first line: people, systems, containers and components, boundaries, relations. */
export function readC4(text: string, from: number, graph: GraphBuilder): void {
  for (const one of linesFrom(text, from)) {
    if (graph.isFull) return;
    if (one.line === '}') graph.close();
    else if (!LOOKS_ONLY.test(one.line)) call(one, graph);
  }
}

function call({ line, find }: Line, graph: GraphBuilder): void {
  const [, name, inside, brace] = CALL.exec(line) ?? [];
  const args = (inside?.match(ARGUMENT) ?? []).map((argument) => argument.trim().replace(/^"|"$/g, ''));
  const [id, label = ''] = args;
  if (!name || !id) return graph.unread();
  if (/^(?:Bi)?Rel/.test(name)) return relation(name, args, graph);
  if (brace) return graph.open(id, label || id);
  graph.component(id, find(label || id), { label: label || id, look: lookOf(name) });
}

function relation(name: string, args: readonly string[], graph: GraphBuilder): void {
  const [from, to, label = ''] = name === 'RelIndex' ? args.slice(1) : args;
  if (!from || !to) return graph.unread();
  graph.edge({ from, to, label, heads: name.startsWith('Bi') ? 'both' : 'to' });
}

const lookOf = (name: string): Look => (/^Person/.test(name) ? 'actor' : /(?:Db|Queue)(?:_Ext)?$/.test(name) ? 'store' : 'box');
