import type { Level } from '../analyzer/item';
import { didYouMean } from '../analyzer/nearest';
import type { RuleFigures, RuleSetting } from '../analyzer/review';
import type { RuleOptions } from '../analyzer/rule';
import { oneOf, words, type Context, type Shape } from './shape';
import type { Tree } from './tree';

export const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly Level[];

const level = oneOf(LEVELS);

/**
 * How loud a rule is; of a rule with options also `[level, { option: figure }]`.
 * @param options of the rule; undefined where it has none
 */
export const ruleSetting = (options: RuleOptions | undefined): Shape<RuleSetting> => ({
  read(node, what, context) {
    if (node.kind !== 'list') return level.read(node, what, context);
    if (!options) return void context.report(`${what} has no options; write ${words(LEVELS, 'or')} alone`, node.span);
    const [first, second, ...more] = node.items;
    if (!first || more.length) return void context.report(`${what} must be a level, or a list of a level and a map of options: ${example(options)}`, node.span);
    const chosen = level.read(first, what, context);
    const figures = second ? readFigures(second, what, options, context) : {};
    return chosen && figures && [chosen, figures];
  },
  schema(names) {
    if (!options) return level.schema(names);
    const figures = Object.fromEntries(Object.entries(options).map(([name, { about, default: figure, min, max }]) =>
      [name, { description: about, type: 'number', minimum: min, maximum: max, default: figure }]));
    const tuple = { type: 'array', items: [level.schema(names), { type: 'object', properties: figures, additionalProperties: false }], minItems: 1, maxItems: 2 };
    return { anyOf: [level.schema(names), tuple] };
  },
});

/** The figures without those that are wrong, which are reported; undefined where it is no map. */
function readFigures(node: Tree, what: string, options: RuleOptions, { report }: Context): RuleFigures | undefined {
  if (node.kind !== 'map') return void report(`the options of ${what} must be a map: ${example(options)}`, node.span);
  const figures: Record<string, number> = {};
  for (const { key, span, value } of node.entries) {
    const option = Object.hasOwn(options, key) ? options[key] : undefined;
    const figure = value.kind === 'scalar' ? value.value : undefined;
    if (!option) report(`unknown option "${key}"${didYouMean(key, Object.keys(options)) || `; ${what} has ${words(Object.keys(options))}`}`, span);
    else if (typeof figure !== 'number' || !(figure >= option.min && figure <= option.max)) report(`"${key}" must be a number from ${option.min} to ${option.max}`, value.span);
    else figures[key] = figure;
  }
  return figures;
}

const example = (options: RuleOptions): string => `[warning, { ${Object.entries(options).map(([name, option]) => `${name}: ${option.default}`).join(', ')} }]`;
