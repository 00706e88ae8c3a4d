import { defineItem, type MetadataEvidence } from '../../analyzer/item';
import { shift } from '../../analyzer/span';
import { subtree, type Section, type Spec } from '../../analyzer/spec';

/** An author who says that nothing is open has answered the question. */
const NOTHING_OPEN = /^\W*(?:none|no open (?:questions|issues)|nothing)\b(?: (?:at (?:this|the) (?:time|moment)|for now|so far|yet|left|known|remain\w*|currently))*\W*$/i;

const isOpen = (section: Section): boolean => section.role === 'open-questions';

const saidNone = (spec: Spec): MetadataEvidence[] =>
  spec.sections.filter((section) => isOpen(section) && section.heading !== undefined).flatMap((section): MetadataEvidence[] => {
    const blocks = subtree(spec, section).flatMap((below) => below.blocks);
    const [only] = blocks;
    if (!only || blocks.length > 1 || !NOTHING_OPEN.test(only.text)) return [];
    return [{ span: shift(only, section.origin), strength: 'covered', what: `"${section.heading?.text ?? ''}" says "${only.text.trim()}"` }];
  });

/** A bare "N/A" is no answer, but says enough for nobody to be asked again. */
const DISMISSED = /^\W*(?:n\s?\/\s?a|not applicable|none|nothing|no)\W*$/i;
const isDismissed = (spec: Spec, section: Section): boolean => {
  const blocks = subtree(spec, section).flatMap((below) => below.blocks);
  return blocks.length > 0 && blocks.every(({ text }) => DISMISSED.test(text));
};

export default defineItem({
  id: 'delivery/open-questions',
  question: 'What is unresolved, listed as such?',
  why: 'A list of unknowns is a sign of health. The ones nobody lists are found by whoever is building the part, on the day they are in the way.',
  expected: 'list each open question with who answers it and by when, or say that there is none',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  weight: 2,
  // Who lists none may have none.
  due: ({ stage, spec }) =>
    stage !== 'done' && spec.sections.some((section) => isOpen(section) && section.heading !== undefined && !isDismissed(spec, section)) ? 'it has a section for them' : undefined,
  evidence: {
    headings: [
      'open questions', 'open question', 'open issues', 'open questions and issues', 'open points', 'open topics', 'open items', 'open decisions',
      'unresolved questions', 'unresolved issues', 'outstanding questions', 'outstanding issues', 'remaining questions', 'remaining issues',
      'pending decisions', 'to be decided', 'unknowns', 'still to figure out', 'rabbit holes', 'experiment questions', 'answered questions',
      'resolved questions', 'deferred to implementation', 'concerns/gaps', 'concerns', 'are there any open issues that need to be addressed later',
      'scenarios and open questions', 'key assumptions to test and questions to answer', 'areas for further discussion',
    ],
    headingPattern: /\b(?:open|unresolved|outstanding|remaining|key) (?:\w+ )?(?:questions?|issues?|points|decisions)\b|\bquestions\b|\btbds?\b|\bunknowns?\b/,
    topic: /\b(?:open (?:questions?|issues?|points?)|unresolved|undecided|to be (?:decided|determined|discussed|confirmed)|tbd|unclear|unknown|not (?:yet )?(?:decided|clear|sure))\b/i,
    statements: [
      /\b(?:open|outstanding|unresolved|remaining) (?:design )?(?:questions?|issues?|points?|decisions?) (?:is|are|remain|include|about|with|for|on|of|regarding)\b/i,
      /\bthere (?:is|are) (?:an? |some |several |still |two |three |no )?(?:open|outstanding|unresolved|remaining) (?:\w+ )?(?:questions?|issues)\b/i,
      /^\W*(?:open )?question ?(?:#?\d+)?\s*:\s*\S.{10,}\?/i,
      /\b(?:these|following) (?:are )?(?:some )?(?:questions|points|issues|decisions)\b[^.\n]{0,40}\b(?:we plan to answer|remain|are (?:still )?open|need(?:s)? (?:to be )?(?:answer|decid|discuss|resolv)\w*)/i,
    ],
    structure: (block, section) => isOpen(section) && block.words >= 4 && (block.kind !== 'code'),
    metadata: saidNone,
    roles: ['open-questions'],
  },
  skeleton: {
    heading: 'Open questions',
    questions: ['What is not decided yet, and who decides it by when?', 'What happens if it is decided the other way?'],
    after: ['alternatives considered', 'alternatives', 'risks', 'risks and mitigations', 'drawbacks', 'plan', 'design'],
  },
  examples: {
    covered: [
      '## Open questions\n\n- May a gift be moved by the person who receives it? Ana asks legal by 1 March.\n',
      '## Calendar\n\nThe calendar shows four weeks. There are two open questions:\n\n- Question 1: Do the holidays differ by region?\n- Question 2: Who keeps the list of holidays?\n',
    ],
    partial: ['## Open questions\n\nTBD\n'],
    missing: ['## Calendar\n\nThe calendar shows the free days of the next four weeks.\n'],
  },
});
