/** The results of `run` in the order of `items`, of which at most `width` are under way at once. `run` must not reject. */
export async function* inOrder<T, R>(items: Iterable<T>, width: number, run: (item: T) => Promise<R>): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for (const item of items) {
    underWay.push(run(item));
    if (underWay.length >= width) yield await underWay.shift()!;
  }
  while (underWay.length) yield await underWay.shift()!;
}
