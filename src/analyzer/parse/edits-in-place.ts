import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/**
 * Makes what edits micromark's events leave those in place that stand in front of the first edit. As it comes, it copies
 * all of them for each underlined heading and each item of a list that remark reads, which takes time that grows with
 * the square of their number: 12 s for 32 KB of underlined headings. The events are the same.
 */
EditMap.prototype.consume = function consume(this: EditMap, events: Event[]): undefined {
  const edits = this.map.sort((a, b) => a[0] - b[0]);
  const first = edits[0]?.[0];
  if (first === undefined) return undefined;
  const behind = events.splice(first);
  let from = 0;
  for (const [at, removed, added] of edits) {
    append(events, behind, from, at - first);
    append(events, added, 0, added.length);
    from = at - first + removed;
  }
  append(events, behind, from, behind.length);
  this.map.length = 0;
  this.index.clear();
  return undefined;
};

/** One by one: an array spread into arguments could be too long for the stack. */
function append(events: Event[], others: readonly Event[], from: number, to: number): void {
  for (let i = from; i < to; i++) events.push(others[i]!);
}
