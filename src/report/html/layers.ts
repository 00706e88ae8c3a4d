/** A box or bend on the grid: which layer it is in, from 0, and where its middle is across it, where a box takes 1. */
export interface Spot {
  readonly layer: number;
  readonly across: number;
}

export interface Layered {
  /** One for each box. */
  readonly boxes: readonly Spot[];
  /** One for each edge, in its own direction: its two boxes, and where it bends on the layers between them. */
  readonly edges: readonly (readonly Spot[])[];
  readonly layers: number;
  /** The width of the widest layer, in boxes. */
  readonly breadth: number;
}

type Pair = readonly [from: number, to: number];

/** Rounds of putting each layer in the order of its neighbours, and then in line with them. */
const ROUNDS = 6;
/** So much of a box does a bend take across. */
const BEND = .4;

/**
 * Puts boxes in layers so that edges lead from one to a later one, after Sugiyama: edges that would close a circle are
 * turned, long ones get bends, each layer is sorted by where its neighbours are. The same input gives the same picture.
 */
export function layered(count: number, edges: readonly Pair[]): Layered {
  const forward = withoutCircles(count, edges);
  const layerOf = layersOf(count, forward);
  const net = withBends(count, forward, layerOf);
  sort(net);
  const across = align(net);
  const spot = (node: number): Spot => ({ layer: net.layerOf[node]!, across: across[node]! + sizeOf(net, node) / 2 });
  const used = across.map((at, node) => at + sizeOf(net, node));
  return {
    boxes: Array.from({ length: count }, (_, box) => spot(box)),
    edges: edges.map(([from], i) => (net.chains[i]![0] === from ? net.chains[i]! : [...net.chains[i]!].reverse()).map(spot)),
    layers: net.layers.length,
    breadth: Math.max(0, ...used),
  };
}

/** Each edge, turned where it leads back to a box that the way to it came through. */
function withoutCircles(count: number, edges: readonly Pair[]): readonly Pair[] {
  const out = Array.from({ length: count }, (): number[] => []), isReached = Array<boolean>(count).fill(false);
  edges.forEach(([from, to]) => {
    out[from]!.push(to);
    if (from !== to) isReached[to] = true;
  });
  const order = Array<number>(count).fill(0);
  let time = 0;
  const starts = [...isReached.keys()].sort((a, b) => Number(isReached[a]) - Number(isReached[b]) || a - b);
  // The later a box is left, the earlier it stands: what it leads to was left before it, but for circles.
  for (const start of starts) {
    const path = order[start] ? [] : [{ at: start, next: 0 }];
    if (path.length) order[start] = -1;
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = out[top.at]![top.next++];
      if (to === undefined) {
        order[top.at] = ++time;
        path.pop();
      } else if (!order[to]) {
        order[to] = -1;
        path.push({ at: to, next: 0 });
      }
    }
  }
  return edges.map(([from, to]) => (order[from]! < order[to]! ? [to, from] : [from, to]));
}

/** The first layer that is behind all that lead to a box; what nothing leads to stands right before what it leads to. */
function layersOf(count: number, edges: readonly Pair[]): number[] {
  const layers = Array<number>(count).fill(0), waits = Array<number>(count).fill(0);
  const out = Array.from({ length: count }, (): number[] => []);
  for (const [from, to] of edges) if (from !== to) {
    out[from]!.push(to);
    waits[to]!++;
  }
  const hasNone = waits.map((n) => n === 0), ready = [...hasNone.keys()].filter((box) => hasNone[box]);
  for (const box of ready) for (const to of out[box]!) {
    layers[to] = Math.max(layers[to]!, layers[box]! + 1);
    if (--waits[to]! === 0) ready.push(to);
  }
  return layers.map((layer, box) => (hasNone[box] && out[box]!.length ? Math.min(...out[box]!.map((to) => layers[to]!)) - 1 : layer));
}

/** Boxes, and the bends of edges behind them, layer by layer. */
interface Net {
  readonly boxes: number;
  readonly layerOf: number[];
  readonly layers: number[][];
  /** Of each edge, forward: its boxes with the bends between. */
  readonly chains: readonly (readonly number[])[];
  readonly before: readonly number[][];
  readonly behind: readonly number[][];
}

const sizeOf = ({ boxes }: Net, node: number): number => (node < boxes ? 1 : BEND);

function withBends(boxes: number, edges: readonly Pair[], layersOfBoxes: readonly number[]): Net {
  const layerOf = [...layersOfBoxes], before: number[][] = layerOf.map(() => []), behind: number[][] = layerOf.map(() => []);
  const chains = edges.map(([from, to]) => {
    const chain = [from];
    for (let layer = layerOf[from]! + 1; layer < layerOf[to]!; layer++) {
      chain.push(layerOf.push(layer) - 1);
      before.push([]);
      behind.push([]);
    }
    chain.push(to);
    for (let i = 1; i < chain.length; i++) if (from !== to) {
      behind[chain[i - 1]!]!.push(chain[i]!);
      before[chain[i]!]!.push(chain[i - 1]!);
    }
    return chain;
  });
  const layers = Array.from({ length: Math.max(0, ...layerOf.map((layer) => layer + 1)) }, (): number[] => []);
  layerOf.forEach((layer, node) => layers[layer]!.push(node));
  return { boxes, layerOf, layers, chains, before, behind };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** There and back: each layer in the order of what it hangs on in the one before. */
function sort({ layers, before, behind }: Net): void {
  const rank = new Map<number, number>();
  const note = (layer: readonly number[]): void => layer.forEach((node, i) => rank.set(node, (i + .5) / layer.length));
  layers.forEach(note);
  for (let round = 0; round < ROUNDS; round++) {
    const beside = round % 2 ? behind : before;
    for (const layer of round % 2 ? [...layers].reverse() : layers) {
      const wish = new Map(layer.map((node) => [node, beside[node]!.length ? mean(beside[node]!.map((other) => rank.get(other)!)) : rank.get(node)!]));
      layer.sort((a, b) => wish.get(a)! - wish.get(b)!);
      note(layer);
    }
  }
}

/** Where each node begins across: in the order of its layer, as near to the middle of its neighbours as there is room. */
function align(net: Net): number[] {
  const { layers, before, behind } = net;
  const across: number[] = [];
  const pack = (layer: readonly number[], wishes: readonly number[]): void => {
    let free = -Infinity;
    const placed = layer.map((node, i) => {
      const at = Math.max(wishes[i]!, free);
      free = at + sizeOf(net, node);
      return at;
    });
    // What was pushed aside is shared by all, so that a crowd stands around the middle of its wishes.
    const shift = mean(placed.map((at, i) => wishes[i]! - at));
    layer.forEach((node, i) => { across[node] = placed[i]! + shift; });
  };
  const middle = (node: number): number => across[node]! + sizeOf(net, node) / 2;
  for (const layer of layers) pack(layer, layer.map((_, i) => i - layer.length / 2));
  for (let round = 0; round < ROUNDS; round++)
    for (const layer of round % 2 ? [...layers].reverse() : layers)
      pack(layer, layer.map((node) => {
        const beside = [...before[node]!, ...behind[node]!];
        return beside.length ? mean(beside.map(middle)) - sizeOf(net, node) / 2 : across[node]!;
      }));
  const first = Math.min(...across);
  return across.map((at) => at - first);
}
