import { isArchitecture, nameOf } from '../facts/architecture';
import { cutPoints } from '../facts/cut-points';
import { diagrams, isMermaid, type Component, type Diagram } from '../facts/diagrams';
import type { Span } from '../span';
import { sourceOffset, type Spec } from '../spec';
import { isAt, type Aid } from './aid';

/** So many names say enough. */
const NAMED = 6;

/** What a box of a diagram has to do with the others, what only it connects, and where the text names it. */
export const componentAid: Aid = ({ spec, offset, link, escape }) => {
  const diagram = diagrams(spec).find(({ at }) => isAt(at, offset));
  const one = diagram?.components.find(({ at }) => isAt(at, offset));
  if (!diagram || !one) return undefined;
  const names = (ids: readonly string[]): string => {
    const distinct = [...new Set(ids)].map((id) => escape(labelOf(diagram, id)));
    return `${distinct.slice(0, NAMED).join(', ')}${distinct.length > NAMED ? ` and ${distinct.length - NAMED} more` : ''}`;
  };
  const before = diagram.edges.filter(({ to }) => to === one.id).map(({ from }) => from), behind = diagram.edges.filter(({ from }) => from === one.id).map(({ to }) => to);
  const cut = isArchitecture(diagram) ? cutPoints(diagram).find(({ component }) => component === one) : undefined;
  const named = firstNamed(spec, nameOf(one));
  return {
    at: one.at,
    markdown: [
      `**${escape(one.lines.join(' '))}**`,
      ...(before.length ? [`From: ${names(before)}`] : []),
      ...(behind.length ? [`To: ${names(behind)}`] : []),
      ...(cut ? [`All that connects ${cut.between.map(escape).join(' and ')} in this diagram.`] : []),
      named ? `The text names it first in ${link(named)}.` : 'The text does not name it so.',
    ].join('\n\n'),
  };
};

function labelOf({ components, groups }: Diagram, id: string): string {
  const component: Component | undefined = components.find((one) => one.id === id);
  return component ? nameOf(component) : groups.find((group) => group.id === id)?.label ?? id;
}

/** Outside the diagrams, whatever the case; absolute. */
function firstNamed({ sections }: Spec, name: string): Span | undefined {
  const words = name.toLowerCase();
  for (const { origin, blocks } of sections) for (const block of blocks) {
    const at = isMermaid(block) ? -1 : block.text.toLowerCase().indexOf(words);
    if (at >= 0) return { start: origin + sourceOffset(block, at), end: origin + sourceOffset(block, at + words.length - 1) + 1 };
  }
  return undefined;
}
