import { meant, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

const OPEN_LIST = /\betc\b\.?|\band so (?:on|forth)\b|\band (?:more|others)(?=\.?$)/i;
const ESCAPE = /\b(?:(?:where|when|if|wherever|whenever) (?:possible|feasible|practical)|(?:as|where|when|if|wherever|whenever) (?:appropriate|necessary|needed|required|applicable|desired|suitable|relevant))\b/i;
const NORMATIVE = /\b(?:must|shall|should|needs? to|ha(?:s|ve) to|is required to)\b/i;
/** Words before the place that make it an example, an aside, or nothing to decide today. */
const EXAMPLES = /(?:\be\.?g\b|\bsuch as\b|\bfor (?:example|instance)\b|\blike\b|\brather than\b)[^)]*$/i, ASIDE = /\([^)]*$/, LATER = /\bin (?:the )?future\b/i;
/** In a longer sentence the words seldom belong to what is required. */
const LONG = 220;

/** The question that a reader would ask back. */
const asked = (words: string): string => {
  const word = words.toLowerCase().split(' ').at(-1)!;
  if (OPEN_LIST.test(words)) return 'what else belongs to the list?';
  if (/possible|feasible|practical/.test(word)) return 'who decides that it is not possible, and what happens then?';
  return `who decides when it is ${word}, and by which rule?`;
};

export default defineRule({
  id: 'wording/delegated-decision',
  reports: 'A requirement that leaves a decision to someone unnamed: "as appropriate", "where needed", "etc.".',
  why: 'Whoever builds it decides, alone and in passing, what the spec did not. The tester decides differently.',
  expected: 'name the cases, or who decides and by which rule',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  source: 'INCOSE Guide to Writing Requirements, R8 (escape clauses) and R9 (open-ended clauses)',
  check: phrases(['requirements', 'criteria'], ({ text }) => {
    const hit = text.length <= LONG ? meant(ESCAPE, text) ?? meant(OPEN_LIST, text) : undefined;
    if (!hit || !NORMATIVE.test(hit.start === 0 ? text : text.slice(0, hit.start))) return undefined;
    const before = text.slice(0, hit.start);
    if (OPEN_LIST.test(hit.text) ? EXAMPLES.test(before) : ASIDE.test(before) || LATER.test(before)) return undefined;
    return { ...hit, message: `“${hit.text}” leaves a decision to whoever builds it: ${asked(hit.text)}`.replace(/\?$/, '? Name it here.') };
  }),
  examples: {
    good: [
      '# Pilot boats\n\n## Requirements\n\nThe dispatcher must confirm a boat when the wind is above 7 Bft.\n',
      '# Pilot boats\n\n## Background\n\nCrews should rest as needed.\n',
      '# Pilot boats\n\n## Requirements\n\n- The log must keep what the crew wrote (e.g. weather, tide, etc.).\n- The chart must be open to other harbours in the future if needed.\n- A search must take a name (or a number, where applicable).\n',
    ],
    bad: [
      '# Pilot boats\n\n## Requirements\n\n- The system must notify the harbour master «where appropriate».\n- The log should record boat, crew, weather, «etc.»\n',
    ],
  },
});
