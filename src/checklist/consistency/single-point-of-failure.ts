import { isArchitecture, nameOf } from '../../analyzer/facts/architecture';
import { diagrams } from '../../analyzer/facts/diagrams';
import { promisedAvailability, weakPoints } from '../../analyzer/facts/weak-points';
import { defineRule } from '../../analyzer/rule';
import { askBelow } from '../ask-below';

export default defineRule({
  id: 'consistency/single-point-of-failure',
  reports: 'A component that everything goes through in the architecture diagram, in a document that promises availability and says nothing of what keeps that component available.',
  why: 'The promise is as good as the one part that everything goes through. A box may stand for many copies: only the text can say so.',
  expected: 'say how many copies of it run and what takes over, or that the single point is accepted',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'info', adr: 'info' },
  source: 'Articulation points of the drawn graph (Hopcroft and Tarjan, 1973).',
  *check({ spec }) {
    const drawn = diagrams(spec).filter(isArchitecture);
    const promise = drawn.length ? promisedAvailability(spec) : undefined;
    if (!promise) return;
    for (const diagram of drawn)
      for (const { component, between: [from, to] } of weakPoints(spec, diagram)) {
        const name = nameOf(component);
        yield {
          at: component.at,
          message: `“${name}” is all that connects “${from}” and “${to}” in this diagram, the document promises “${promise.words}”, and nothing says what happens without it; say what takes over, or that the single point is accepted.`,
          related: [{ at: promise.at, message: 'The promise' }],
          fixes: askBelow(spec, component.at.start, `Insert the question what takes over from “${name}”`, `${name}: TODO: How many copies run, and what takes over when one is lost?`),
        };
      }
  },
  examples: {
    good: [
      '# Ferry tickets\n\n## Requirements\n\nAvailability of 99.9 % in each month.\n\n## Architecture\n\n```mermaid\nflowchart LR\n  guest([Guest]) --> gate[Ticket Gateway]\n  gate --> seats[Seat Service]\n  gate --> mail[Mail Service]\n```\n\nThree instances of the ticket gateway run in two zones.\n',
      '# Ferry tickets\n\n## Architecture\n\n```mermaid\nflowchart LR\n  guest([Guest]) --> gate[Ticket Gateway]\n  gate --> seats[Seat Service]\n  gate --> mail[Mail Service]\n```\n',
      '# Ferry tickets\n\n## Requirements\n\nAvailability of 99.9 % in each month.\n\n## Architecture\n\n```mermaid\nflowchart LR\n  guest([Guest]) --> east[East Gateway] --> seats[Seat Service]\n  guest --> west[West Gateway] --> seats\n```\n',
    ],
    bad: [
      '# Ferry tickets\n\n## Requirements\n\nAvailability of 99.9 % in each month.\n\n## Architecture\n\n```mermaid\nflowchart LR\n  guest([Guest]) --> gate[«Ticket Gateway»]\n  gate --> seats[Seat Service]\n  gate --> mail[Mail Service]\n```\n\nThe seat service runs in two zones.\n',
      '# Ferry tickets\n\n## Requirements\n\nTickets must always be available.\n\n## Architecture\n\n```mermaid\nflowchart LR\n  guest([Guest]) --> gate[«Ticket Gateway»]\n  gate --> seats[Seat Service]\n  gate --> mail[Mail Service]\n```\n',
    ],
  },
});
