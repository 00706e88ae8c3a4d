import type { Block } from './spec';

/** `compute`, worked out once for each section's blocks: a section that nobody edited keeps its blocks, so it is not read again. */
export function remembered<T>(compute: (blocks: readonly Block[]) => T): (blocks: readonly Block[]) => T {
  const known = new WeakMap<readonly Block[], { readonly value: T }>();
  return (blocks) => {
    let found = known.get(blocks);
    if (!found) known.set(blocks, (found = { value: compute(blocks) }));
    return found.value;
  };
}
