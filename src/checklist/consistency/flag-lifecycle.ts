import { namedFlags } from '../../analyzer/facts/flags';
import { defineRule } from '../../analyzer/rule';
import type { Section } from '../../analyzer/spec';

const DEFAULT = /\b(?:defaults?|opt(?:ed|s)?[- ]?(?:in|out)|(?:is|are|be|initially|starts?|ships?|turned|switched|stays?) (?:\w+ )?(?:on|off|enabled|disabled|false|true)|(?:enabled|disabled|off|on) (?:by|for|in|until|at)|alpha|beta|(?:tech|dev)\w*[- ]preview|initial state|percentage|\d ?%)\b/i;
const END = /\b(?:remov\w+|clean(?:ed)?[- ]?up|delet\w+|retir\w+|deprecat\w+|drop(?:ped|s)?|sunset|permanent\w*|kill[- ]?switch|graduat\w+|ga|general(?:ly)? availab\w+|stable|lock(?:ed|ToDefault)?|no longer (?:needed|required)|temporar\w+|short[- ]lived|long[- ]lived)\b/i;

export default defineRule({
  id: 'consistency/flag-lifecycle',
  reports: 'A named feature flag in a document that tells neither its default nor its end, or only one of them.',
  why: 'A flag without a default is on for some and off for others by accident; one without an end is still in the code years later, untested in one of its two positions.',
  expected: 'say whether the flag is on or off at first, and what has to be true for it to be removed',
  severity: { kep: 'off', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  *check({ spec }) {
    for (const { name, at } of namedFlags(spec)) {
      const about = spec.sections.filter((section) => isAbout(section, name));
      const lacks = LIFE.filter(([, pattern]) => !says(about, pattern)).map(([what]) => what);
      if (lacks.length) yield { at, message: `Nothing says of the flag “${name}” ${lacks.join(' or ')}; add it, in a sentence.` };
    }
  },
  examples: {
    good: [
      '# Waitlist\n\n## Rollout\n\nThe queue is behind the feature flag `waitlist`, which is off by default and removed two weeks after the last ferry has it.\n',
      '# Waitlist\n\n## Rollout\n\nThe queue is behind the feature gate `waitlist` during tech preview, and removed with its promotion.\n',
    ],
    bad: ['# Waitlist\n\n## Rollout\n\nThe queue is behind the feature flag `«waitlist»`, which the purser can switch.\n'],
  },
});

const LIFE = [['whether it is on or off at first', DEFAULT], ['when it is removed', END]] as const;
const FLAG = /\b(?:feature[- ]?)(?:flag|gate|toggle)s?\b/i;
const STEPS = /\b(?:roll ?out|graduation|flags?|gates?|enablement|clean ?up|removal|deprecat\w+|release|launch|migration|rollback|future|phases?|plan|milestones?|maturity|alpha|beta|stages?)\b/;

/** Which flag a sentence on flags is about is not for a pattern to say, and plans speak of "it". */
const isAbout = ({ heading, blocks }: Section, flag: string): boolean =>
  STEPS.test(heading?.key ?? '') || blocks.some(({ text }) => text.includes(flag) || FLAG.test(text));

const says = (sections: readonly Section[], pattern: RegExp): boolean =>
  sections.some((s) => (s.heading && pattern.test(s.heading.text)) || s.blocks.some((b) => b.kind !== 'code' && pattern.test(b.text)));
