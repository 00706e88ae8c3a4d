import { appendTo } from '../../analyzer/edits';
import { stories, type Story } from '../../analyzer/facts/stories';
import { lineEndOf, lineStart } from '../../analyzer/insertion';
import type { Edit, Fix } from '../../analyzer/review';
import { defineRule } from '../../analyzer/rule';
import type { Section, Spec } from '../../analyzer/spec';

/** Headings under which the stories of a document may be accepted together. */
const ACCEPTANCE = /\b(?:acceptance|success criteria|exit criteria|graduation criteria|definition of done|test (?:plan|cases?|scenarios?)|testing|criteria|verification|scenarios?)\b/;
const WORDING = /\bacceptance (?:criteri\w+|tests?)\b|\bgiven\b[^.]{3,200}\bwhen\b[^.]{3,200}\bthen\b|\b(?:done|accepted) when\b|\bAC[- ]?\d/i;

export default defineRule({
  id: 'consistency/story-without-criteria',
  reports: 'User stories without any acceptance wording; where some have it, those that lack it.',
  why: 'Nobody can say whether a story is done, so everybody says so at a different time.',
  expected: 'say for each story what is seen when it works, and what when it does not',
  severity: { kep: 'off', rfc: 'off', design: 'off', prd: 'warning', adr: 'off' },
  *check({ spec }) {
    const told = stories(spec);
    const [first, ...others] = told;
    if (!first) return;
    const accepted = told.filter((story) => isAccepted(spec, spec.sections[story.section]!));
    if (accepted.length > 0) {
      // One section may hold many stories and the criteria of all of them.
      for (const story of told.filter((one) => !accepted.includes(one)))
        yield { at: story.at, fixes: criteria(spec, told, [story]), message: 'This user story has no acceptance criteria, while others here do; say what is seen when it works, and what when it does not.' };
      return;
    }
    if (others.length === 0 || spec.sections.some((s) => ACCEPTANCE.test(s.heading?.key ?? '') || s.blocks.some((b) => WORDING.test(b.text)))) return;
    yield {
      at: first.at,
      message: `None of the ${told.length} user stories has acceptance criteria; say for each what is seen when it works, and what when it does not.`,
      related: others.slice(0, 5).map(({ at }) => ({ at, message: 'Without criteria too' })),
      fixes: criteria(spec, told, told),
    };
  },
  examples: {
    good: [
      '# Waitlist\n\n## Stories\n\n- As a guest, I want to be called back.\n- As a purser, I want to see the queue.\n\n## Acceptance criteria\n\n- A guest gets a mail within a minute.\n',
      '# Waitlist\n\n### Story 1\n\nAs a guest, I want to be called back.\n\nAcceptance criteria: a mail within a minute.\n',
    ],
    bad: [
      '# Waitlist\n\n## Stories\n\n- «As a guest, I want» to be called back.\n- As a purser, I want to see the queue.\n',
      '# Waitlist\n\n### Story 1\n\nAs a guest, I want to be called back.\n\nAcceptance criteria: a mail within a minute.\n\n### Story 2\n\n«As a purser, I want» to see the queue.\n',
    ],
  },
});

/** A place for the criteria of each of some stories; nothing where one of them has no place of its own. */
function criteria(spec: Spec, all: readonly Story[], lacking: readonly Story[]): readonly Fix[] {
  const edits = lacking.map((story) => (all.filter(({ section }) => section === story.section).length === 1 ? underSection(spec, story) : underItem(spec, story)));
  const found = edits.filter((edit) => edit !== undefined);
  return found.length === edits.length ? [{ title: `Put a place for the acceptance criteria under ${lacking.length === 1 ? 'this story' : 'each story'}`, kind: 'fill-section', edits: found }] : [];
}

const underSection = (spec: Spec, { section }: Story): Edit | undefined =>
  appendTo(spec, spec.sections[section]!, (marker) => ['Acceptance criteria:', '', `${marker} Given TBD, when TBD, then TBD`]);

/** A list in the item that tells the story. */
function underItem(spec: Spec, { section, at }: Story): Edit | undefined {
  const { origin, blocks } = spec.sections[section]!;
  const item = blocks.find((block) => block.kind === 'item' && origin + block.start <= at.start && at.start < origin + block.end);
  if (!item) return undefined;
  const from = origin + item.start, end = origin + item.end;
  const [lead, indent, marker] = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+/.exec(spec.text.slice(lineStart(spec.text, from), end)) ?? [];
  if (lead === undefined) return undefined;
  const bullet = /\d/.test(marker!) ? '-' : marker!;
  return { at: { start: end, end }, text: `${lineEndOf(spec.text)}${indent}${' '.repeat(lead.length - indent!.length)}${bullet} Acceptance criteria: given TBD, when TBD, then TBD` };
}

/** Whether criteria stand with the story: in its section or in one below it. */
const isAccepted = (spec: Spec, { index, subtreeEnd }: Section): boolean => spec.sections.slice(index, subtreeEnd)
  .some((s) => (s.index > index && ACCEPTANCE.test(s.heading?.key ?? '')) || s.blocks.some((b) => WORDING.test(b.text)));
