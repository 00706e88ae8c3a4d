import type { GraphBuilder } from './graph';
import { linesFrom, type Line } from './lines';

/** What tells no participant and no message. */
const OTHER = /^(?:%%|(?:autonumber|activate|deactivate|destroy|note|loop|alt|else|opt|par|par_over|and|critical|option|break|rect|box|end|title|acctitle|accdescr|links?|properties|details)(?![\w-]))/i;
const DECLARED = /^(?:create )?(participant|actor) (\S.*)$/i;
const PROPERTIES = /@\{[^}]*\}/;
/** Between two participants; a name may hold a dash and an x. */
const ARROW = /(<<)?--?(?:>>|>|[x)](?![\p{L}\p{N}]{0,40}--?>))/u;

/** Reads a Mermaid sequence diagram behind its first line: participants, and who sends something to whom. */
export function readSequence(text: string, from: number, graph: GraphBuilder): void {
  for (const one of linesFrom(text, from)) {
    if (graph.isFull) return;
    if (OTHER.test(one.line)) continue;
    const [, kind, words] = DECLARED.exec(one.line) ?? [];
    if (kind) participant(kind, words!.replace(PROPERTIES, ''), one, graph);
    else message(one, graph);
  }
}

/** `id`, or `id as label`. */
function participant(kind: string, words: string, { find }: Line, graph: GraphBuilder): void {
  const [id = '', ...label] = words.split(' as ').map((part) => part.trim());
  const said = label.join(' as ') || id;
  graph.component(id, find(said), { label: said, look: kind.toLowerCase() === 'actor' ? 'actor' : 'box' });
}

function message({ line, find }: Line, graph: GraphBuilder): void {
  const colon = line.indexOf(':');
  const parties = colon < 0 ? line : line.slice(0, colon);
  const arrow = ARROW.exec(parties);
  const from = arrow ? parties.slice(0, arrow.index).trim() : '';
  const to = arrow ? parties.slice(arrow.index + arrow[0].length).replace(/^ ?[+-]/, '').trim() : '';
  if (!from || !to) return graph.unread();
  for (const id of [from, to]) graph.component(id, find(id));
  graph.edge({ from, to, label: colon < 0 ? '' : line.slice(colon + 1).trim(), heads: arrow![1] ? 'both' : 'to' });
}
