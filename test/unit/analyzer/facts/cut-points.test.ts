import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutPoints } from '../../../../src/analyzer/facts/cut-points';
import { diagrams, type Diagram } from '../../../../src/analyzer/facts/diagrams';
import { specOf } from './spec-of';

const read = (body: string): Diagram => diagrams(specOf(`# Pier\n\n\`\`\`mermaid\n${body}\n\`\`\`\n`))[0]!;
const cuts = (body: string) => cutPoints(read(body)).map(({ component, between }) => `${component.id}: ${between.join(' | ')}`);

/** What is reached from each entry, by trying: a component is a cut point if something is not reached without it. */
function byTrying({ components, edges }: Diagram): string[] {
  const joined = (skip: string | undefined, from: string): ReadonlySet<string> => {
    const seen = new Set([from]);
    for (const at of seen) for (const { from: a, to: b } of edges) for (const [one, other] of [[a, b], [b, a]] as const) if (one === at && other !== skip) seen.add(other);
    return seen;
  };
  const entries = components.filter(({ id }) => !edges.some(({ from, to }) => to === id && from !== id)).map(({ id }) => id);
  return components.map(({ id }) => id).filter((id) => entries.some((entry) => {
    if (entry === id) return false;
    const after = joined(id, entry);
    return [...joined(undefined, entry)].some((other) => other !== id && !after.has(other));
  }));
}

describe('cut points', () => {
  it('are what everything between the way in and something else goes through', () => {
    assert.deepEqual(cuts('graph LR\n  guest --> gate --> seats --> db\n  gate --> mail'), ['gate: guest | seats', 'seats: gate | db']);
    assert.deepEqual(cuts('graph LR\n  guest --> east --> seats\n  guest --> west --> seats'), []);
  });

  it('are no users, and nothing beside the way in', () => {
    assert.deepEqual(cuts('graph LR\n  users --> a\n  users --> b'), []);
    assert.deepEqual(cuts('graph LR\n  a <--> b <--> c'), [], 'nobody knows where one enters');
  });

  it('see a group as a way between those in it', () => {
    assert.deepEqual(cuts('graph LR\n  subgraph pier\n    a\n    b\n  end\n  guest --> pier --> db'), []);
    assert.deepEqual(cuts('graph LR\n  subgraph pier\n    a\n  end\n  guest --> a\n  pier --> b'), ['a: guest | pier']);
  });

  it('are those that trying finds, in any diagram', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(fc.property(fc.array(edge, { minLength: 1, maxLength: 14 }), (pairs) => {
      const diagram = read(`graph LR\n${pairs.map(([from, to]) => `  n${from} --> n${to}`).join('\n')}`);
      assert.deepEqual(cutPoints(diagram).map(({ component }) => component.id), byTrying(diagram));
    }), { numRuns: 100 });
  });

  it('of a long chain are found without recursion', () => {
    const chain = Array.from({ length: 1_900 }, (_, i) => `n${i}`).join(' --> ');
    assert.equal(cutPoints(read(`graph LR\n  ${chain}`)).length, 1_898);
  });
});
