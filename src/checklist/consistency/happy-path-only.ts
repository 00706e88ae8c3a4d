import { textOf } from '../../analyzer/facts/entries';
import { defineRule } from '../../analyzer/rule';
import { shift } from '../../analyzer/span';
import type { Section, Spec } from '../../analyzer/spec';

const CRITERIA = /\b(?:acceptance|success) (?:criteria|scenarios|tests?)\b/;
/** So few criteria are a start, not a set that somebody thought complete. */
const SET = 3;
/** Whatever is not the way it should go. */
const UNHAPPY = /\b(?:errors?|invalid\w*|fail\w*|empty|missing|den(?:y|ied|ies)|unauthori[sz]ed|forbidden|time-?outs?|offline|reject\w*|not|no longer|never|cannot|duplicat\w*|expired?|conflict\w*|unavailable|without|exceed\w*|wrong|edge|incorrect|malformed|unknown|retr(?:y|ies)|fallback|fall back|warn\w*|blocks?|blocked|prevent\w*|refus\w*|crash\w*|corrupt\w*|exceptions?|abort\w*|cancel\w*|degrad\w*|interrupt\w*|outage|[45]\d\d)\b|n't\b/i;

export default defineRule({
  id: 'consistency/happy-path-only',
  reports: 'Acceptance criteria of a product requirements document that describe success only.',
  why: 'What happens with invalid input, without permission, with nothing to show or with no network is built by whoever gets there first, and differently each time.',
  expected: 'add criteria for invalid input, missing permission, empty and failing states',
  severity: { kep: 'off', rfc: 'off', design: 'off', prd: 'warning', adr: 'off' },
  *check({ spec, profile }) {
    if (profile !== 'prd') return;
    const sections = spec.sections.filter((s) => s.role === 'body' && CRITERIA.test(s.heading?.key ?? ''));
    const [first] = sections;
    const count = sections.reduce((sum, s) => sum + criteria(spec, s), 0);
    if (!first || count < SET || sections.some((s) => UNHAPPY.test(textOf(spec, s))) || hasEdgeCases(spec)) return;
    yield {
      at: shift(first.heading!.span, first.origin),
      message: `All ${count} acceptance criteria describe success; add what happens with invalid input, without permission, with nothing to show and when a call fails.`,
    };
  },
  examples: {
    good: ['# PRD: Waitlist\n\n## Acceptance criteria\n\n- A guest joins the queue with one tap.\n- The guest at the top gets a mail within a minute.\n- A guest whose card is refused stays in the queue.\n'],
    bad: ['# PRD: Waitlist\n\n## «Acceptance criteria»\n\n- A guest joins the queue with one tap.\n- The guest at the top gets a mail within a minute.\n- The purser sees the queue.\n'],
  },
});

const criteria = (spec: Spec, section: Section): number =>
  spec.sections.slice(section.index, section.subtreeEnd).reduce((sum, s) => sum + s.blocks.filter((b) => b.kind === 'item').length + s.blocks.reduce((rows, b) => rows + (b.table?.rows.length ?? 0), 0), 0);

const hasEdgeCases = (spec: Spec): boolean => spec.sections.some((s) => /\b(?:edge cases?|error (?:handling|states?|cases?)|failure|empty states?|exceptions?|negative)\b/.test(s.heading?.key ?? ''));
