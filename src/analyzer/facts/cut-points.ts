import { isOutside, nameOf } from './architecture';
import type { Component, Diagram, Edge } from './diagrams';

/** A component that everything between two others goes through. */
export interface CutPoint {
  readonly component: Component;
  /** Names of neighbours that only it connects; the system is entered on the side of the first. */
  readonly between: readonly [string, string];
}

/** The diagram as numbers: components first, then the groups that edges lead to, each joined with all in it. */
interface Net {
  readonly names: readonly string[];
  readonly neighbours: readonly (readonly number[])[];
  /** Where the system is entered: who uses it, or what nothing leads to. */
  readonly isEntry: readonly boolean[];
  /** Whether something that belongs to the system stands there. */
  readonly isInside: readonly boolean[];
}

/** What hangs together on one side of a component. */
interface Side {
  /** Its end beside the component. */
  readonly next: number;
  readonly entries: number;
  readonly insides: number;
}

/** In the order of the diagram's components; takes time linear in the size of the diagram. */
export function cutPoints(diagram: Diagram): readonly CutPoint[] {
  const net = netOf(diagram);
  const sides = sidesOf(net);
  return diagram.components.flatMap((component, i): CutPoint[] => {
    const own = sides[i]!;
    const entered = own.find(({ entries }) => entries > 0);
    const lost = entered && own.find((side) => side !== entered && side.insides > 0);
    const between = [entered, lost].flatMap((side) => (side && net.names[side.next]) || []);
    return between.length === 2 && !isOutside(component) ? [{ component, between: between as [string, string] }] : [];
  });
}

function netOf({ components, edges, groups }: Diagram): Net {
  const ids = new Map(components.map(({ id }, i) => [id, i]));
  const named = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const hubs = groups.filter(({ id }) => named.has(id));
  hubs.forEach(({ id }, i) => ids.set(id, components.length + i));
  const neighbours = Array.from({ length: ids.size }, (): number[] => []), isReached = neighbours.map(() => false);
  const join = (from: string, to: string, heads: Edge['heads'] = 'to'): void => {
    const a = ids.get(from), b = ids.get(to);
    if (a === undefined || b === undefined || a === b) return;
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
    isReached[b] = true;
    if (heads !== 'to') isReached[a] = true;
  };
  for (const { from, to, heads } of edges) join(from, to, heads);
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const isHub = (id: string | undefined): id is string => id !== undefined && named.has(id);
  for (const { id, group } of components) for (let around = group, depth = 0; around !== undefined && depth < DEEPEST; around = parents.get(around), depth++) if (isHub(around)) join(around, id);
  return {
    names: [...components.map(nameOf), ...hubs.map(({ label }) => label)],
    neighbours,
    isEntry: neighbours.map((_, i) => (i < components.length ? isOutside(components[i]!) || !isReached[i] : false)),
    isInside: neighbours.map((_, i) => i < components.length && !isOutside(components[i]!)),
  };
}

/** Frames within frames; names that go round in a circle end here. */
const DEEPEST = 20;

/**
 * For each place the sides that would no longer hang together without it; none where it separates nothing. Tarjan's
 * search in depth, without recursion: a side below a place is cut off if nothing in it leads back above the place.
 */
function sidesOf({ neighbours, isEntry, isInside }: Net): readonly (readonly Side[])[] {
  const count = neighbours.length;
  const order = new Int32Array(count), low = new Int32Array(count), next = new Int32Array(count), parent = new Int32Array(count).fill(-1);
  const entries = Int32Array.from(isEntry, Number), insides = Int32Array.from(isInside, Number);
  const sides = Array.from({ length: count }, (): Side[] => []);
  const roots = new Int32Array(count);
  let time = 0;
  for (let root = 0; root < count; root++) {
    let at: number | undefined = order[root] ? undefined : root;
    while (at !== undefined) {
      if (!order[at]) {
        order[at] = low[at] = ++time;
        roots[at] = root;
      }
      const to: number | undefined = neighbours[at]![next[at]!++];
      if (to === undefined) at = leave(at);
      else if (!order[to]) {
        parent[to] = at;
        at = to;
      } else if (to !== parent[at]) low[at] = Math.min(low[at]!, order[to]!);
    }
  }
  return sides.map((own, at) => {
    if (parent[at]! < 0) return own.length > 1 ? own : [];
    return own.length ? [...own, rest(own, at)] : [];
  });

  /** All below `at` is known; back to what is above. */
  function leave(at: number): number | undefined {
    const above = parent[at]!;
    if (above < 0) return undefined;
    low[above] = Math.min(low[above]!, low[at]!);
    entries[above]! += entries[at]!;
    insides[above]! += insides[at]!;
    if (low[at]! >= order[above]!) sides[above]!.push({ next: at, entries: entries[at]!, insides: insides[at]! });
    return above;
  }

  /** What hangs together above `at`: all but itself and what is cut off below. */
  function rest(own: readonly Side[], at: number): Side {
    const root = roots[at]!;
    const without = (all: Int32Array, isOne: readonly boolean[], key: 'entries' | 'insides'): number => own.reduce((sum, side) => sum - side[key], all[root]! - Number(isOne[at]));
    return { next: parent[at]!, entries: without(entries, isEntry, 'entries'), insides: without(insides, isInside, 'insides') };
  }
}
