import { sectionsFor } from '../../analyzer/facts/statements';
import { sumsIn, totalOf, type ReadFigure } from '../../analyzer/facts/sums';
import { defineRule } from '../../analyzer/rule';
import { short } from '../../analyzer/figures';

export default defineRule({
  id: 'consistency/estimate-sum',
  reports: 'Phases whose efforts or durations do not add up to the total that is stated for them.',
  why: 'People are promised by the total and planned by the parts. One of the two is wrong, and the release date hangs on it.',
  expected: 'correct the total or the part that is wrong',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  options: { tolerance: { about: 'How far the sum may differ from the stated total, as a share of it: totals are rounded.', default: 0.05, min: 0, max: 1 } },
  *check({ spec }, { tolerance }) {
    const plans = new Set(sectionsFor(spec, ['plan', 'rollout']));
    for (const section of spec.sections) {
      if (section.role !== 'body' || !plans.has(section) && !section.blocks.some(({ table }) => table?.roles.includes('estimate'))) continue;
      for (const { parts, total } of sumsIn(spec, section, (header) => ESTIMATE.test(header), readEstimate)) {
        const sum = totalOf(parts);
        if (Math.abs(sum - total.value) <= total.value * tolerance! + 1e-9) continue;
        yield {
          at: total.at,
          message: `The ${parts.length} parts add up to ${short(sum)}, not to the ${total.text.trim()} stated as the total; correct the total or a part.`,
          related: parts.map(({ at, name }) => ({ at, message: `One of the parts: ${name}` })),
        };
      }
    }
  },
  examples: {
    good: [
      '# Berths\n\n## Plan\n\n| phase | effort |\n|---|---|\n| survey | 3 days |\n| crane | 8 days |\n| Total | 11 days |\n',
      '# Berths\n\n## Plan\n\nThe crane is built in parallel to the survey.\n\n| phase | duration |\n|---|---|\n| survey | 3 weeks |\n| crane | 8 weeks |\n| Total | 8 weeks |\n',
      '# Berths\n\n## Plan\n\n| phase | effort |\n|---|---|\n| survey | 2-3 days |\n| crane | 8 days |\n| Total | 12 days |\n',
    ],
    bad: [
      '# Berths\n\n## Plan\n\n| phase | effort |\n|---|---|\n| survey | 3 days |\n| crane | 8 days |\n| trials | 2 days |\n| **Total** | «**10 days**» |\n',
      '# Berths\n\n## Plan\n\nThe work takes «6 weeks» in total.\n\n1. Survey (2 weeks)\n2. Crane (4 weeks)\n3. Trials (1 week)\n',
    ],
  },
});

const ESTIMATE = /\b(?:efforts?|estimates?|estimated|durations?|story points|points|person[- ]?(?:days|weeks|months)|days|weeks|pd|pw)\b/i;
const FIGURE = /^\W*(?:~|about |approx\.? ?)?(?<value>\d+(?:[.,]\d+)?)\s*(?<unit>(?:person|engineer|dev|developer|man|working)?[- ]?(?:days?|weeks?|months?|hours?)|d|w|h|pd|pw|points?|pts?|sp|sprints?)?\W*$/i;

/** "3 days" and "3 person-days" are added as what they are; figures without a unit only to their like. */
const readEstimate: ReadFigure = (text) => {
  const { value, unit = '' } = FIGURE.exec(text)?.groups ?? {};
  if (value === undefined) return undefined;
  const name = unit.toLowerCase().replace(/^(?:person|engineer|dev|developer|man|working)[- ]?/, '').replace(/s$/, '');
  return { value: Number(value.replace(',', '.')), unit: { d: 'day', w: 'week', h: 'hour', pd: 'day', pw: 'week', pt: 'point', sp: 'point' }[name] ?? name };
};
