import type { Entry } from '../../analyzer/facts/entries';
import { questionLists } from '../../analyzer/facts/questions';
import type { Fix } from '../../analyzer/review';
import { defineRule } from '../../analyzer/rule';
import { shift } from '../../analyzer/span';

/** A list of fewer is talked through in one meeting. */
const MANY = 3;
const ASSIGNED = /@\w|#\d+|https?:|\b(?:owners?|assign\w*|dri|lead|asks?|decides?|answers?|by (?:the )?(?:\w+ )?(?:team|end|week|january|february|march|april|may|june|july|august|september|october|november|december)|q[1-4]|20\d\d|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday)\b|[([]\p{Lu}[\p{L}. ]{1,24}[)\]]\W*$/iu;

export default defineRule({
  id: 'consistency/question-without-owner',
  reports: 'A list of open questions of which none says who answers it or by when; one finding for each list.',
  why: 'An open question that belongs to nobody is still open when the code that depends on it is written.',
  expected: 'put a name and a date behind each open question',
  severity: { kep: 'off', rfc: 'off', design: 'info', prd: 'info', adr: 'off' },
  yieldsToItems: true,
  *check({ spec }) {
    for (const { section, questions } of questionLists(spec)) {
      if (questions.length < MANY || questions.some(isAssigned)) continue;
      const { text, span } = section.heading!;
      yield {
        at: shift(span, section.origin),
        message: `None of the ${questions.length} open questions under “${text}” says who answers it or by when; put a name and a date behind each.`,
        related: questions.slice(0, 5).map(({ at }) => ({ at, message: 'Without a name or date' })),
        fixes: addPlaces(questions),
      };
    }
  },
  examples: {
    good: ['# Waitlist\n\n## Open questions\n\n- May a guest hold two places? (Ana, 3 May)\n- Who calls the guest back?\n- Is there a fee?\n'],
    bad: ['# Waitlist\n\n## «Open questions»\n\n- May a guest hold two places?\n- Who calls the guest back?\n- Is there a fee?\n'],
  },
});

const isAssigned = ({ text, row }: Entry): boolean =>
  ASSIGNED.test(text) || row?.table.table!.roles.some((role) => role === 'owner' || role === 'date') === true;

function addPlaces(questions: readonly Entry[]): readonly Fix[] {
  if (questions.some((q) => q.form !== 'item')) return [];
  return [{
    title: 'Put a place for the name and the date behind each open question', kind: 'fill-section', safe: true,
    edits: questions.map(({ end }) => ({ at: { start: end, end }, text: ' (owner: TBD, by: TBD)' })),
  }];
}
