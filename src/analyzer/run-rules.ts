import type { Finding, ReviewOptions } from './review';
import type { Rule, RuleContext, RuleFinding } from './rule';
import type { Span } from './span';
import { atStage, configuredLevel } from './severity';

/** More findings of one rule than this are a habit of the document, which is one finding. */
const HABIT = 3;
/** So many of the places of a habit are listed. */
const LISTED = 20;

/**
 * What the rules report, each at the level of this kind of document and stage.
 * @param unanswered sections that findings of their own call unanswered; absolute
 */
export function runRules(rules: readonly Rule[], context: RuleContext, options: ReviewOptions, unanswered: readonly Span[]): readonly Finding[] {
  return rules.flatMap((rule) => {
    const level = atStage(configuredLevel(rule.id, options.rules) ?? rule.severity[context.profile], context.stage, options.stages);
    if (level === 'off') return [];
    const said = [...rule.check(context)];
    const found = rule.yieldsToItems ? said.filter(({ at }) => !unanswered.some(({ start, end }) => start <= at.start && at.start < end)) : said;
    return (found.length > HABIT ? [habit(found)] : found).map((finding): Finding => ({
      rule: rule.id, severity: level, priority: level === 'info' ? 'could' : 'should',
      message: finding.message, at: finding.at, related: finding.related ?? [], fixes: finding.fixes ?? [],
    }));
  });
}

/** The first finding stands for all; the others are its related places. */
function habit([first, ...others]: readonly RuleFinding[]): RuleFinding {
  return {
    ...first!,
    message: `${first!.message.replace(/\.$/, '')}; the same goes for ${others.length} more places.`,
    related: [...(first!.related ?? []), ...others.slice(0, LISTED).map(({ at, message }) => ({ at, message }))],
  };
}
