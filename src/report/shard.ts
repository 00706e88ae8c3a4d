/** Which part of the files a run takes, so that several machines share them. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  /** Files of all shards together, before those that are no specs were left out. */
  readonly candidates: number;
}

/** The part of `all` that a shard takes: neighbours stay together, so that the shards in order are the whole in order. */
export function shardOf<T>(all: readonly T[], { index, count }: Pick<Shard, 'index' | 'count'>): readonly T[] {
  const border = (i: number): number => Math.floor((all.length * i) / count);
  return all.slice(border(index - 1), border(index));
}
