import { textOf } from '../../analyzer/facts/entries';
import { countWords } from '../../analyzer/placeholder';
import { defineRule } from '../../analyzer/rule';
import { shift } from '../../analyzer/span';
import type { Spec } from '../../analyzer/spec';

const HEADING = /^(?:rollback|roll back|rollback (?:plan|strategy|procedure|steps|process)|rolling back|(?:back ?-?out|revert) plan|rollout and rollback|how to roll back|kill switch)$/;
/** A signal or a person; wide, so that silence is the usual mistake. */
const TRIGGER = /\b(?:if|when|whenever|once|in case|in the event|upon|on failure|after (?:a|an|the)|signals?|triggers?|triggered|metrics?|alerts?|alarms?|thresholds?|error rates?|slos?|latency|monitor\w*|failures?|fails?|incidents?|regressions?|on-?call|owners?|decides?|decision|automatic\w*|future|not supported|not possible|cannot|users? (?:to|can|may))\b/i;
/** The same told elsewhere: "What metrics should inform a rollback?". */
const ELSEWHERE = /\b(?:roll(?:s|ed|ing)? ?-?back|revert(?:s|ed|ing)?)\b[^.\n]{0,80}\b(?:if|when|once|in case|trigger\w*|threshold\w*|alert\w*|metrics?)\b|\b(?:if|when|once|in case|trigger\w*|threshold\w*|alert\w*|metrics?)\b[^.\n]{0,80}\b(?:roll(?:s|ed|ing)? ?-?back|rollback|revert(?:s|ed|ing)?)\b/i;
/** A section of fewer words is a gap of its own, which the question on rollback reports. */
const ENOUGH = 12;

export default defineRule({
  id: 'consistency/rollback-without-trigger',
  reports: 'A rollback that says how, but neither which signal starts it nor who does.',
  why: '"Revert and redeploy" is a hope until somebody is named who does it, and a number at which it is done. Without them the discussion happens during the incident.',
  expected: 'name the signal and its threshold, and who decides',
  severity: { kep: 'off', rfc: 'info', design: 'info', prd: 'info', adr: 'info' },
  *check({ spec }) {
    for (const section of spec.sections) {
      if (section.role !== 'body' || !HEADING.test(section.heading?.key ?? '')) continue;
      const text = textOf(spec, section);
      if (countWords(text) < ENOUGH || TRIGGER.test(text) || isToldElsewhere(spec)) continue;
      yield {
        at: shift(section.heading!.span, section.origin),
        message: `“${section.heading!.text}” says how to go back, but not what starts it; name the signal with its threshold, and who decides.`,
      };
    }
  },
  examples: {
    good: ['# Waitlist\n\n## Rollback\n\nIf more than 1 % of the mails bounce, the purser on duty switches `waitlist` off; the queue is kept and shown again later.\n'],
    bad: ['# Waitlist\n\n## «Rollback»\n\nSwitch `waitlist` off and deploy the previous version; the queue is kept and shown again later.\n'],
  },
});

const isToldElsewhere = (spec: Spec): boolean => spec.sections.some((s) => s.blocks.some((b) => ELSEWHERE.test(b.text)) || ELSEWHERE.test(s.heading?.text ?? ''));
