import { meant, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

const RELATIVE = /\b(?:(?<!as )soon(?! as\b)|as soon as possible|shortly(?! (?:after|before))|in the (?:near|not too distant|foreseeable) future|(?:early |late |by |end of )?next (?:week|month|quarter|year|release|sprint|semester|half)|later this (?:week|month|quarter|year)|(?:this|the coming|the next few|in the coming) (?:weeks|months|quarters|quarter|month|semester)|a few (?:weeks|months) from now|by the end of (?:the|this) (?:week|month|quarter|year)|at a later (?:date|time|stage|point))\b/i;

/** A date that fixes it, or a rhythm that repeats. */
const FIXED = /\b20\d\d\b|\bQ[1-4]\b|\b(?:cycle|cadence|each|every|milestone planning)\b/i;

export default defineRule({
  id: 'wording/relative-date',
  reports: 'A time in a plan or rollout that depends on the day of reading: "soon", "next quarter".',
  why: 'A spec is read for months. "Next quarter" moves with the reader, and no milestone that moves can be missed.',
  expected: 'give a date, a quarter with its year, or the event it waits for',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  check: phrases(['plan', 'rollout'], ({ text }) => {
    const hit = FIXED.test(text) ? undefined : meant(RELATIVE, text);
    return hit && { ...hit, ask: 'date', message: `“${hit.text}” moves with the day of reading; give a date, a quarter with its year, or the event it waits for.` };
  }),
  examples: {
    good: [
      '# Ferry tariff\n\n## Rollout\n\nThe pilot starts on 2026-03-02. As soon as it holds for a week, all lines follow.\n',
      '# Ferry tariff\n\n## Design\n\nThe cache is filled soon.\n',
    ],
    bad: ['# Ferry tariff\n\n## Timeline\n\n- Pilot on one line: «next quarter»\n- All lines: «in the near future»\n'],
  },
});
