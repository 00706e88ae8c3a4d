import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import { sourceOffset, type Block, type Spec } from '../spec';
import { readArchitecture } from './diagrams/architecture';
import { readC4 } from './diagrams/c4';
import { readFlowchart } from './diagrams/flowchart';
import { graphBuilder, type Graph, type GraphBuilder } from './diagrams/graph';
import { readSequence } from './diagrams/sequence';

export type { Component, Edge, Graph, Group } from './diagrams/graph';

type Notation = 'flowchart' | 'sequence' | 'c4' | 'architecture';

/** A Mermaid diagram of components: its boxes and the lines between them. Spans are absolute. */
export interface Diagram extends Graph {
  readonly notation: Notation;
  /** The whole fence. */
  readonly at: Span;
}

const known = new WeakMap<Spec, readonly Diagram[]>();

/** Every diagram of the proposal itself that shows components, in document order. Other kinds of pictures are none. */
export function diagrams(spec: Spec): readonly Diagram[] {
  let found = known.get(spec);
  if (!found) {
    found = spec.sections.filter(({ role }) => role === 'body').flatMap(({ origin, blocks }) => drawn(blocks).map((one) => moved(one, origin)));
    known.set(spec, found);
  }
  return found;
}

/** Whether a code fence is written in Mermaid. */
export const isMermaid = ({ kind, lang }: Block): boolean => kind === 'code' && (lang === 'mermaid' || lang === '{mermaid}');

const drawn = remembered((blocks) => blocks.filter(isMermaid).flatMap((block) => readDiagram(block) ?? []));

const moved = (diagram: Diagram, origin: number): Diagram =>
  ({ ...diagram, at: shift(diagram.at, origin), components: diagram.components.map((one) => ({ ...one, at: shift(one.at, origin) })) });

/** What may stand before the line that says which kind of diagram it is: settings and comments. */
const SETTINGS = /^\s*(?:---\r?\n(?:(?!---)[^\n]*\n){0,100}---[ \t]*\r?\n)?/;
const BETWEEN = /\s+|%%[^\n]*/y;
const NOTATIONS: readonly (readonly [Notation, RegExp, (text: string, from: number, graph: GraphBuilder) => void])[] = [
  ['flowchart', /(?:flowchart(?:-elk)?|graph)(?![\w-])[ \t]*(?:TB|TD|BT|RL|LR|[<>^v])?[ \t]*(?=[;\r\n]|%%|$)/y, readFlowchart],
  ['sequence', /sequenceDiagram\b/y, readSequence],
  ['c4', /C4(?:Context|Container|Component|Dynamic|Deployment)\b/y, readC4],
  ['architecture', /architecture(?:-beta)?\b/y, readArchitecture],
];

function readDiagram(block: Block): Diagram | undefined {
  const { text } = block;
  const from = beginning(text);
  for (const [notation, first, read] of NOTATIONS) {
    first.lastIndex = from;
    if (!first.test(text)) continue;
    const graph = graphBuilder();
    read(text, first.lastIndex, graph);
    return { notation, at: { start: block.start, end: block.end }, ...placed(graph.finish(), block) };
  }
  return undefined;
}

/** Where the line stands that names the notation. */
function beginning(text: string): number {
  let at = SETTINGS.exec(text)?.[0].length ?? 0;
  for (BETWEEN.lastIndex = at; BETWEEN.test(text);) at = BETWEEN.lastIndex;
  return at;
}

function placed(graph: Graph, block: Block): Graph {
  const at = (span: Span): Span => ({ start: sourceOffset(block, span.start), end: sourceOffset(block, span.end - 1) + 1 });
  return { ...graph, components: graph.components.map((one) => ({ ...one, at: at(one.at) })) };
}
