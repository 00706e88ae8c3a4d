import type { Facts, Item, Level, Priority, Severity, Stage } from './item';
import type { ReviewOptions, RuleFigures, RuleSetting } from './review';
import type { Rule } from './rule';

const LOUDNESS: Readonly<Record<Level, number>> = { off: 0, info: 1, warning: 2, error: 3 };

/** Where no configuration says otherwise. A document whose stage is unknown is taken at the profile's word. */
export const DEFAULT_STAGES: Readonly<Record<Stage, Severity>> = { draft: 'warning', 'in-review': 'warning', accepted: 'error', done: 'info' };

/** Whether a rule id or wildcard (`api/*`, `*`) names the rule. */
export const namesRule = (pattern: string, rule: string): boolean =>
  pattern === rule || pattern === '*' || (pattern.endsWith('/*') && rule.startsWith(pattern.slice(0, -1)));

/** The level that the configuration gives a rule, the last entry that names it; undefined where none does. */
export function configuredLevel(rule: string, rules: ReviewOptions['rules']): Level | undefined {
  const setting = Object.entries(rules ?? {}).findLast(([pattern]) => namesRule(pattern, rule))?.[1];
  return setting === undefined ? undefined : levelIn(setting);
}

export const levelIn = (setting: RuleSetting): Level => (typeof setting === 'string' ? setting : setting[0]);

/** A figure for each of a rule's options: the configured one, else the default. */
export function figuresOf({ id, options = {} }: Pick<Rule, 'id' | 'options'>, rules: ReviewOptions['rules']): RuleFigures {
  const setting = rules?.[id];
  const given = typeof setting === 'object' ? setting[1] : {};
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, given[name] ?? option.default]));
}

/** How loud a gap in the item is in this document: the kind of document decides, its stage sets the ceiling. */
export function levelOf(item: Item, facts: Facts, options: ReviewOptions): Level {
  const configured = configuredLevel(item.id, options.rules);
  const own = item.severity[facts.profile];
  // Of work that is finished only what could still do harm is worth asking.
  if (configured === undefined && facts.stage === 'done' && own !== 'error') return 'off';
  return atStage(configured ?? own, facts.stage, options.stages);
}

export function atStage(level: Level, stage: Stage | undefined, stages: ReviewOptions['stages']): Level {
  const ceiling = stage && (stages?.[stage] ?? DEFAULT_STAGES[stage]);
  return ceiling && LOUDNESS[level] > LOUDNESS[ceiling] ? ceiling : level;
}

export const louder = (a: Severity, b: Severity): Severity => (LOUDNESS[a] >= LOUDNESS[b] ? a : b);
export const loudness = (level: Level): number => LOUDNESS[level];

/** What stops a go decision, what a reviewer asks for, what would be nice: independent of the document's stage. */
export function priorityOf(item: Item, level: Level): Priority {
  if (level === 'error' || (level === 'warning' && item.weight >= 5)) return 'blocker';
  return level === 'warning' ? 'should' : 'could';
}
