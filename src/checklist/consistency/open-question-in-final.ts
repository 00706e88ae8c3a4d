import { questionLists } from '../../analyzer/facts/questions';
import { finalStatus } from '../../analyzer/facts/status';
import { defineRule } from '../../analyzer/rule';
import { shift } from '../../analyzer/span';

export default defineRule({
  id: 'consistency/open-question-in-final',
  reports: 'Open questions in a document whose status says that it is accepted or implemented.',
  why: 'Who builds from an accepted document takes it for decided. A question left in it is answered by whoever meets it first, and nobody writes the answer down.',
  expected: 'write the answer under each question, move the questions to a follow-up with a link, or change the status',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'warning' },
  *check({ spec }) {
    const status = finalStatus(spec);
    if (!status) return;
    for (const { section, questions } of questionLists(spec)) {
      const { text, span } = section.heading!;
      const count = questions.length === 1 ? 'a question' : `${questions.length} questions`;
      yield {
        at: shift(span, section.origin),
        message: `The status is “${status.word}”, and “${text}” still lists ${count} without an answer; write the answer, or move what is open to a follow-up with a link.`,
        related: [{ at: status.span, message: 'The status' }, ...questions.slice(0, 5).map(({ at }) => ({ at, message: 'Still open' }))],
      };
    }
  },
  examples: {
    good: [
      '---\nstatus: accepted\n---\n\n# Waitlist\n\n## Open questions\n\n- May a guest hold two places? Decided on 3 May: no.\n',
      '---\nstatus: accepted\n---\n\n# Waitlist\n\n## Open questions\n\n1. May a guest hold two places?\n\n   A: One for each sailing.\n\n2. Who calls the guest back?\n\n   A: The purser.\n',
      '---\nstatus: draft\n---\n\n# Waitlist\n\n## Open questions\n\n- May a guest hold two places?\n',
    ],
    bad: ['---\nstatus: accepted\n---\n\n# Waitlist\n\n## «Open questions»\n\n- May a guest hold two places?\n- Who calls the guest back?\n'],
  },
});
