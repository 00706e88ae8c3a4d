import type { Span } from '../../span';

/** A box of a diagram. Spans are where the diagram was read: in the fence's text, or absolute. */
export interface Component {
  /** What edges call it; no other component or group of the diagram has it. */
  readonly id: string;
  /** What the box says, line by line, without markup; the first line is its name as a rule. Never empty. */
  readonly lines: readonly string[];
  /** Where its label stands, else where it is first named. */
  readonly at: Span;
  readonly look: Look;
  /** The id of the innermost group around it. */
  readonly group?: string;
}

/** What the diagram's author made of it: a plain box, a store of data, a question, or somebody who uses the system. */
export type Look = 'box' | 'store' | 'decision' | 'actor';

/** From one component or group to another, by id. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** '' where nothing is written at it. */
  readonly label: string;
  /** Whether it has an arrow head: at `to`, at both ends, or none. */
  readonly heads: 'to' | 'both' | 'none';
}

/** A frame around components: a subgraph, a boundary. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
}

export interface Graph {
  readonly components: readonly Component[];
  readonly edges: readonly Edge[];
  readonly groups: readonly Group[];
  /** False where something of it was not understood or is more than is read: what seems to be missing may be there. */
  readonly isWhole: boolean;
}

/** A picture of more than this shows nothing; what comes behind is not read. */
const MOST_COMPONENTS = 2_000;
const MOST_EDGES = 10_000;
/** After so much that was not understood it is no diagram of the kind that it says. */
const MOST_UNREAD = 100;

/** What a reader of one notation puts together, statement by statement. */
export interface GraphBuilder {
  /** Names a component, inside the group that is open where none is given; a label replaces that of an earlier mention. */
  component(id: string, at: Span, said?: { readonly label: string; readonly look?: Look; readonly group?: string }): void;
  edge(edge: Edge): void;
  group(group: Group): void;
  /** Opens a group inside the one that is open. */
  open(id: string, label: string): void;
  close(): void;
  /** Something that should be there was not understood. */
  unread(): void;
  /** Whether there is no use in reading on. */
  readonly isFull: boolean;
  finish(): Graph;
}

export function graphBuilder(): GraphBuilder {
  const components = new Map<string, Component>();
  const groups = new Map<string, Group>();
  const edges: Edge[] = [];
  const open: string[] = [];
  let isWhole = true, isFull = false, unread = 0;
  const overflow = (): void => {
    isWhole = false;
    isFull = true;
  };
  return {
    get isFull() { return isFull; },
    component(id, at, said) {
      const known = components.get(id);
      if (!known && components.size >= MOST_COMPONENTS) return overflow();
      const group = known?.group ?? said?.group ?? open.at(-1);
      const lines = said ? labelLines(said.label) : [];
      const own = lines.length > 0 || !known ? { lines: lines.length ? lines : [id], at } : { lines: known.lines, at: known.at };
      components.set(id, { id, ...own, look: said?.look ?? known?.look ?? 'box', ...(group !== undefined && { group }) });
    },
    edge(edge) {
      if (edges.length >= MOST_EDGES) return overflow();
      edges.push(edge);
    },
    group(group) {
      if (groups.size >= MOST_COMPONENTS) return overflow();
      groups.set(group.id, { ...group, label: labelLines(group.label).join(' ') });
    },
    open(id, label) {
      const parent = open.at(-1);
      this.group({ id, label, ...(parent !== undefined && { parent }) });
      open.push(id);
    },
    close() {
      if (open.pop() === undefined) isWhole = false;
    },
    unread() {
      isWhole = false;
      if (++unread > MOST_UNREAD) isFull = true;
    },
    finish: () => ({
      // What edges call by a group's name is the group.
      components: [...components.values()].filter(({ id }) => !groups.has(id)),
      groups: [...groups.values()],
      edges,
      isWhole: isWhole && open.length === 0,
    }),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ' };

/** What a label says, line by line, without quotes, markup and icons. */
function labelLines(label: string): string[] {
  const text = label.replace(/<\/?br\s{0,9}\/?>|\\n/gi, '\n').replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/[#&](\w{1,9});/g, (whole, name: string) => ENTITIES[name] ?? whole).replace(/\bfa[bsrl]?:fa-[\w-]+/g, '').replace(/^["`\s]+|["`\s]+$|\*\*/g, '');
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
}
