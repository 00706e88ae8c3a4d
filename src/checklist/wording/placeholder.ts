import { defineRule } from '../../analyzer/rule';
import { sourceOffset } from '../../analyzer/spec';

/** Words that nobody writes in an answer. "to be discussed" is left out: in prose it mostly is one. */
const MARK = /\b(?:TBD|TBA|TBC|TODO|FIXME)\b|(?<![\w?])\?{3,}(?![\w?])|\bto be (?:decided|determined|defined|announced)\b/g;
/** Unfilled parts of a template; bare `{name}` and `[link]` are paths and references. */
const TEMPLATE = /[[<{](?:your|insert|feature|project|product|author)s? (?:name|title|description|here)[^\]>}]{0,40}[\]>}]|\blorem ipsum\b|\bYYYY-MM-DD\b/gi;

export default defineRule({
  id: 'wording/placeholder',
  reports: 'TBD, TODO and their kind, and template text that nobody filled in.',
  why: 'A placeholder is a promise to decide later that nobody keeps a list of. Found in review it costs a sentence; found in the build it costs a meeting.',
  expected: 'write the answer, or move the question to Open Questions with a name and a date',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'warning' },
  source: 'ISO/IEC/IEEE 29148 asks for complete requirements; of 6,369 public specs 628 hold such a mark',
  *check({ spec }) {
    for (const section of spec.sections) {
      if (section.role === 'template' || section.role === 'contents') continue;
      for (const block of section.blocks) {
        if (block.kind === 'code') continue;
        for (const match of [...block.text.matchAll(MARK), ...block.text.matchAll(TEMPLATE)]) {
          // Between backticks the words are quoted, not meant.
          if (block.text[match.index - 1] === '`') continue;
          const start = section.origin + sourceOffset(block, match.index);
          const where = section.heading ? ` in “${section.heading.text}”` : '';
          yield {
            at: { start, end: Math.max(start + 1, section.origin + sourceOffset(block, match.index + match[0].length)) },
            message: `“${match[0]}”${where} leaves this open; write the answer, or make it an open question with a name and a date.`,
          };
        }
      }
    }
  },
  examples: {
    good: ['# Waitlist\n\n## Limits\n\nAt most 40 entries a sailing. A `TODO` label marks the rest in the tracker.\n'],
    bad: ['# Waitlist\n\n## Limits\n\n«TBD»\n', '# Waitlist\n\nOwner: «[your name]»\n\nRetention is «to be decided» by the data team.\n'],
  },
});
