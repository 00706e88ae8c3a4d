import { childrenOf, textOf } from '../../analyzer/facts/entries';
import { countWords, hasPlaceholder, isPlaceholder } from '../../analyzer/placeholder';
import { defineRule } from '../../analyzer/rule';
import { shift } from '../../analyzer/span';
import type { Section, Spec } from '../../analyzer/spec';

const STAGE = /^(?:(?:private |public |closed |open |internal |limited )?(?:alpha|beta|preview)|ga|general availability(?: ga)?|(?:alpha|beta|preview|ga|tech preview|dev preview) ?(?:to|\/|->|→) ?\w+.*|canary|pilot|(?:phase|stage|ring|wave) (?:\d+|[a-c])\b.*|(?:alpha|beta|ga|stable)(?: \(?v?\d[\w.]*\)?| stage| phase| release| criteria)?|stable)$/;
const ROLLOUT = /\b(?:graduation|rollout|roll out|launch|release|rollout plan|maturity|phased|gradual|deployment plan|stages?)\b/;
/** What may be a condition; wide, so that a plan in other words is left alone. */
const CONDITION = /\b(?:when|once|after|until|unless|if|before|criteri\w+|conditions?|gates?|gated|exit|entry|ready|readiness|pass\w*|complet\w*|success\w*|stable|stability|no|not|at least|all|tests?|tested|testing|feedback|metrics?|errors?|bugs?|issues?|without|meets?|met|achiev\w*|approv\w*|verif\w*|validat\w*|sign ?-?off|reviewed|proven|demonstrat\w*|target|threshold|slo|kpi|monitor\w*|removed|deprecat\w*|enabled by default|default|implemented|documentation|documented|coverage|must|should|required?|requires|need\w*|ensure\w*|deliver\w*|goal|outcome|milestone|weeks?|days?|months?|q[1-4]|20\d\d)\b|[✅☐☑]|\d ?%/i;
/** Fewer words around a mark such as "TODO" hold no condition. */
const FEW = 6;

export default defineRule({
  id: 'consistency/stage-without-gate',
  reports: 'A stage of the rollout (alpha, beta, general availability, phase 2) that says nothing of what lets it begin or end.',
  why: 'A stage without a condition begins when somebody is tired of waiting. The condition is agreed while nobody is in a hurry, or never.',
  expected: 'name what must be true before the stage begins, or before the next one does',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  *check({ spec }) {
    for (const section of spec.sections) {
      if (!ROLLOUT.test(section.heading?.key ?? '') || section.role !== 'body') continue;
      const stages = childrenOf(spec, section).filter((child) => STAGE.test(child.heading!.key));
      const isUngated = stages.length > 1 && !CONDITION.test(textOf(spec, section));
      for (const stage of stages) if (isUngated || isBare(spec, stage)) yield {
        at: shift(stage.heading!.span, stage.origin),
        message: `“${stage.heading!.text}” under “${section.heading!.text}” names no condition; say what must be true before it begins, or before the next stage does.`,
        unanswered: { start: stage.span.start, end: spec.sections[stage.subtreeEnd - 1]!.span.end },
      };
    }
  },
  examples: {
    good: ['# Waitlist\n\n## Rollout\n\n### Pilot\n\nOne ferry, until 200 guests were called back without a complaint.\n\n### GA\n\nAll ferries, once the pilot met its target.\n'],
    bad: ['# Waitlist\n\n## Rollout\n\n### Pilot\n\nOne ferry, until 200 guests were called back without a complaint.\n\n### «GA»\n\nTBD\n', '# Waitlist\n\n## Rollout\n\n### «Phase 1: pilot»\n\nOne ferry.\n\n### «Phase 2: everyone»\n\nThe whole fleet.\n'],
  },
});

/** Nothing beneath but a mark that something is to follow; "N/A" says that there is no such stage. */
function isBare(spec: Spec, stage: Section): boolean {
  const text = textOf(spec, stage).trim();
  if (/^\W*(?:n\/?a|not applicable|none)\b/i.test(text)) return false;
  return text === '' || isPlaceholder(text) || (hasPlaceholder(text) && countWords(text) < FEW);
}
