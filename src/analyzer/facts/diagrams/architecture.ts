import type { GraphBuilder } from './graph';
import { linesFrom, type Line } from './lines';

const DECLARED = /^(group|service|junction) ([\w-]+) ?(?:\(([^)]*)\))? ?(?:\[([^\]]*)\])? ?(?:in ([\w-]+))?$/;
const EDGE = /^([\w-]+)(?:\{group\})?:[LRTB] ?(<)?-(?:-|\[([^\]]*)\]-)(>)? ?[LRTB]:([\w-]+)(?:\{group\})?$/;
const STORES = /^(?:database|disk)$|:(?:\S*-)?(?:database|disk|sql|redis|s3)\b/;

/** Reads a Mermaid architecture diagram behind its first line: services, the groups around them, edges. */
export function readArchitecture(text: string, from: number, graph: GraphBuilder): void {
  for (const one of linesFrom(text, from)) {
    if (graph.isFull) return;
    if (/^(?:%%|title\b|accTitle\b|accDescr\b)/.test(one.line)) continue;
    const declared = DECLARED.exec(one.line), edge = EDGE.exec(one.line);
    if (declared) declare(declared, one, graph);
    else if (edge) graph.edge({ from: edge[1]!, to: edge[5]!, label: edge[3] ?? '', heads: edge[4] ? (edge[2] ? 'both' : 'to') : 'none' });
    else graph.unread();
  }
}

function declare([, kind, id = '', icon, label, group]: RegExpExecArray, { find }: Line, graph: GraphBuilder): void {
  // A junction is where edges meet; nothing runs there.
  if (kind !== 'service') return graph.group({ id, label: label ?? '', ...(group !== undefined && { parent: group }) });
  const look = STORES.test(icon ?? '') ? 'store' : 'box';
  graph.component(id, find(label || id), { label: label || id, look, ...(group !== undefined && { group }) });
}
