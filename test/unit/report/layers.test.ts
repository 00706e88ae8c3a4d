import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layered } from '../../../src/report/html/layers';

const layers = (count: number, edges: readonly (readonly [number, number])[]) => layered(count, edges).boxes.map(({ layer }) => layer);

describe('layers of a diagram', () => {
  it('lead from what is entered to what is behind, with bends on the way', () => {
    assert.deepEqual(layers(4, [[0, 1], [1, 2], [0, 2], [3, 2]]), [0, 1, 2, 1]);
    const { edges, boxes } = layered(3, [[0, 1], [1, 2], [0, 2]]);
    assert.deepEqual(edges[2]!.map(({ layer }) => layer), [0, 1, 2]);
    assert.notEqual(edges[2]![1]!.across, boxes[1]!.across, 'the bend is beside the box');
  });

  it('turn an edge that closes a circle, and leave alone one from a box to itself', () => {
    assert.deepEqual(layers(3, [[0, 1], [1, 2], [2, 0], [1, 1]]), [0, 1, 2]);
    assert.deepEqual(layered(3, [[0, 1], [1, 2], [2, 0]]).edges[2]!.map(({ layer }) => layer), [2, 1, 0]);
  });

  it('hold any boxes and edges apart', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }).chain((count) => fc.tuple(fc.constant(count), fc.array(fc.tuple(fc.nat(Math.max(0, count - 1)), fc.nat(Math.max(0, count - 1))), { maxLength: count && 30 }))), ([count, edges]) => {
      const { boxes, edges: paths, layers: depth, breadth } = layered(count, edges);
      assert.equal(boxes.length, count);
      boxes.forEach(({ layer, across }, i) => {
        assert.ok(layer >= 0 && layer < depth && across >= .5 - 1e-9 && across <= breadth - .5 + 1e-9, `${layer} ${across}`);
        for (const other of boxes.slice(i + 1)) assert.ok(other.layer !== layer || Math.abs(other.across - across) >= 1 - 1e-9);
      });
      paths.forEach((path, i) => {
        const [from, to] = edges[i]!;
        assert.deepEqual([path[0], path.at(-1)], [boxes[from], boxes[to]]);
        for (let k = 1; from !== to && k < path.length; k++) assert.equal(Math.abs(path[k]!.layer - path[k - 1]!.layer), 1);
      });
    }), { numRuns: 200 });
  });
});
