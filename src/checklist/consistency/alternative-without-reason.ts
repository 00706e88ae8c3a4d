import { alternativeLists } from '../../analyzer/facts/alternatives';
import type { Entry } from '../../analyzer/facts/entries';
import { countWords, isPlaceholder } from '../../analyzer/placeholder';
import { defineRule } from '../../analyzer/rule';

/** More words than this may hold a reason in any form. */
const NAME_WORDS = 9;
const REASON = /\b(?:because|since|as|but|however|not|no|cannot|can't|don't|doesn't|isn't|would|could|too|more|less|over|instead|due|requires?|need\w*|lack\w*|only|rejected|ruled|pros?|cons?|see|without|breaks?|harder|complex\w*|expensive|slow\w*|is|are|was|were|will|has|have|had|does|makes?|provides|maintains|improves|allows|enables|supports|adds|this|it|we|i)\b|n't\b|[:;–—→]|\s-\s|https?:/i;

export default defineRule({
  id: 'consistency/alternative-without-reason',
  reports: 'An alternative that is listed by name, without a reason for or against it.',
  why: 'A name on a list shows that somebody thought of it, not why it lost. The discussion is held again by everyone who thinks of it too.',
  expected: 'add the reason that spoke against the alternative, in a sentence',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'info' },
  yieldsToItems: true,
  *check({ spec }) {
    for (const { alternatives } of alternativeLists(spec))
      for (const entry of alternatives)
        if (!hasReason(entry)) yield { at: entry.at, message: `No reason is given for or against the alternative “${entry.name.replace(/[.:;,]+$/, '')}”; say in a sentence why it was not chosen.` };
  },
  examples: {
    good: [
      '# Waitlist\n\n## Alternatives considered\n\n- A queue in the mail tool, which cannot tell when a seat is free.\n- Doing nothing: we lose 40 bookings a week.\n',
      '# Waitlist\n\n## Alternatives considered\n\n### Queue in the mail tool\n\nIt cannot tell when a seat becomes free.\n',
      '# Waitlist\n\n## Alternatives\n\nNone.\n\n### API extensions\n\n### Version skew strategy\n\nNone\n',
    ],
    bad: [
      '# Waitlist\n\n## Alternatives considered\n\n- «Queue in the mail tool»\n- Doing nothing: we lose 40 bookings a week.\n',
      '# Waitlist\n\n## Alternatives considered\n\n### Queue in the mail tool\n\nIt cannot tell when a seat becomes free.\n\n### «Phone list»\n\nTBD\n',
    ],
  },
});

function hasReason({ form, name, text, row, blocks }: Entry): boolean {
  if (NO_ALTERNATIVE.test(name) || isPlaceholder(name)) return true;
  if (row) {
    const reason = row.cell('reason');
    return reason === undefined || !isOpen(reason.text);
  }
  if (form === 'section') return !isOpen(text);
  // The reason may stand behind a link.
  return countWords(text) > NAME_WORDS || REASON.test(text) || blocks.some((b) => b.links?.length);
}

const NO_ALTERNATIVE = /^\W*(?:none|n\/a|no )|strategy$|^(?:implementation|test plan|upgrade|graduation)/i;

/** "N/A" under an alternative's own heading is an answer of a kind, to another question. */
const isOpen = (text: string): boolean => text === '' || (isPlaceholder(text) && !/^\W*n\/?a\W*$/i.test(text));
