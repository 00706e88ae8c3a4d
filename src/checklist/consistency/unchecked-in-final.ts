import { finalStatus } from '../../analyzer/facts/status';
import { defineRule } from '../../analyzer/rule';
import { sourceOffset, type Section, type Spec } from '../../analyzer/spec';

/** Boxes that are not tasks: criteria to be met, choices, and lists that the reader ticks. */
const NOT_TASKS = /\b(?:accept\w*|criteria|criterion|requirements?|tests?|testing|checklists?|sign ?off|definition of done|options?|impact|type of|approvals?|success|future|follow ups?|later|stretch|out of scope|nice to have|optional|open questions?|verification|validation|questions?)\b/;

export default defineRule({
  id: 'consistency/unchecked-in-final',
  reports: 'Open task boxes in a document whose status says that the work is done.',
  why: 'Either the work is not done, or nobody can tell any more what was left out.',
  expected: 'tick what is done, say why the rest was dropped, or change the status',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'info' },
  *check({ spec }) {
    const status = finalStatus(spec);
    if (!status?.isDone) return;
    for (const section of spec.sections) {
      if (section.role !== 'body' || !section.blocks.some((b) => b.checked === false) || isNoTaskList(spec, section)) continue;
      for (const block of section.blocks) {
        if (block.checked !== false) continue;
        const start = section.origin + sourceOffset(block, 0);
        const line = block.text.split('\n', 1)[0]!.trimEnd();
        yield {
          at: { start, end: section.origin + sourceOffset(block, line.length) },
          message: `The status is “${status.word}”, and this task is not ticked; tick it, say why it was dropped, or change the status.`,
          related: [{ at: status.span, message: 'The status' }],
        };
      }
    }
  },
  examples: {
    good: [
      '---\nstatus: implemented\n---\n\n# Waitlist\n\n## Acceptance criteria\n\n- [ ] A guest who is called back gets one mail.\n',
      '---\nstatus: accepted\n---\n\n# Waitlist\n\n## Tasks\n\n- [ ] Send the mail.\n',
    ],
    bad: ['---\nstatus: implemented\n---\n\n# Waitlist\n\n## Tasks\n\n- [x] Keep the queue\n- [ ] «Send the mail»\n'],
  },
});

function isNoTaskList(spec: Spec, section: Section): boolean {
  for (let s: Section | undefined = section; s; s = spec.sections[s.parent]) if (NOT_TASKS.test(s.heading?.key ?? '')) return true;
  return false;
}
