import { remembered } from '../../analyzer/remembered';
import { defineRule } from '../../analyzer/rule';
import { shift, type Span } from '../../analyzer/span';
import { sourceOffset, type Block } from '../../analyzer/spec';
import { isQuoted } from '../phrases';

/** Words that nobody writes in an answer. "to be discussed" is left out: in prose it mostly is one. */
const MARK = /\b(?:TBD|TBA|TBC|TODO|FIXME)\b|(?<![\w?])\?{3,}(?![\w?])|\b(?:(?:is|are|still|yet|remains?|currently) )to be (?:decided|determined|defined|announced|confirmed)\b(?! (?:by|as|in|when|with|from|through)\b)/g;
/** Unfilled parts of a template; bare `{name}` and `[link]` are paths and references. */
const TEMPLATE = /[[<{](?:your|insert|feature|project|product|author)s? (?:name|title|description|here)[^\]>}]{0,40}[\]>}]|\blorem ipsum\b|(?<=(?:^|[:|])\s*)YYYY-MM-DD\b/gim;

export default defineRule({
  id: 'wording/placeholder',
  reports: 'TBD, TODO and their kind, and template text that nobody filled in.',
  why: 'A placeholder is a promise to decide later that nobody keeps a list of. Found in review it costs a sentence; found in the build it costs a meeting.',
  expected: 'write the answer, or move the question to Open Questions with a name and a date',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'warning' },
  source: 'ISO/IEC/IEEE 29148 asks for complete requirements; of 6,369 public specs 628 hold such a mark',
  yieldsToItems: true,
  *check({ spec }) {
    for (const { role, heading, origin, blocks } of spec.sections) {
      // Among the open questions "TBD" is where it belongs.
      if (role === 'template' || role === 'contents' || role === 'open-questions') continue;
      const where = heading ? ` in “${heading.text}”` : '';
      for (const { at, text } of marks(blocks))
        yield { at: shift(at, origin), message: `“${text}”${where} leaves this open; write the answer, or make it an open question with a name and a date.` };
    }
  },
  examples: {
    good: ['# Waitlist\n\n## Limits\n\nAt most 40 entries a sailing. A `TODO` label marks the rest in the tracker.\n'],
    bad: ['# Waitlist\n\n## Limits\n\n«TBD»\n', '# Waitlist\n\nOwner: «[your name]»\n\nRetention and length «are to be decided».\n'],
  },
});

/** The marks in a section; spans relative to its origin. */
const marks = remembered((blocks) => blocks.flatMap((block) => (block.kind === 'code' ? [] : marksIn(block))));

/** Found faster than a pattern is tried; text without any of them holds no mark. */
const HINTS = ['TBD', 'TBA', 'TBC', 'TODO', 'FIXME', '???', ' to be '];
const TEMPLATE_HINT = /[[<{]|YYYY|ipsum/i;

function marksIn(block: Block): { at: Span; text: string }[] {
  const matches = [
    ...(HINTS.some((hint) => block.text.includes(hint)) ? block.text.matchAll(MARK) : []),
    ...(TEMPLATE_HINT.test(block.text) ? block.text.matchAll(TEMPLATE) : []),
  ];
  return matches.filter(({ index }) => !isQuoted(block.text, index)).map(({ index, 0: text }) => {
    const start = sourceOffset(block, index);
    return { at: { start, end: Math.max(start + 1, sourceOffset(block, index + text.length - 1) + 1) }, text };
  });
}
