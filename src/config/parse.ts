import type { Config, CustomItem, Problem } from './config';
import { configShape, ruleNames } from './format';
import type { Placed } from './shape';
import { parseTree, type Report } from './tree';

export interface Parsed {
  readonly config: Config;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** A config file whose syntax was read; what it says can be read when the files that it extends are known. */
export interface OpenConfig {
  readonly bases: readonly Placed[];
  /**
   * @param knownRules ids that `rules` may name beside those of the config's own items
   * @param inherited ids of items that the config may define anew
   */
  read(knownRules: Iterable<string>, inherited?: Iterable<string>): Parsed;
}

/**
 * Reads the text of a config file; YAML or JSON by the name of the file.
 * What is wrong is left out of the config and told in `problems`; it never throws.
 */
export function openConfig(text: string, fileName: string): OpenConfig {
  const syntax: Problem[] = [];
  const root = parseTree(text, fileName, into(syntax));
  // A file of comments only is an empty config.
  const isEmpty = !root || (root.kind === 'scalar' && root.value === null);
  const read = (rules: Iterable<string>, report: Report): Config =>
    (isEmpty ? undefined : configShape.read(root, '', { report, rules: ruleNames(rules) })) ?? {};
  const { extends: bases = [], items: own = [] } = read([], () => undefined);
  return {
    bases,
    read(knownRules, inherited = []) {
      const problems: Problem[] = [];
      const taken = new Set(knownRules);
      const config = read([...taken, ...inherited, ...own.map((item) => item.id.text)], into(problems));
      const items = config.items && distinct(config.items, taken, into(problems));
      return {
        config: items ? { ...config, items } : config,
        problems: [...syntax, ...problems].sort((a, b) => a.span.start - b.span.start),
      };
    },
  };
}

/** {@link openConfig} for a text that extends nothing. */
export const parseConfig = (text: string, fileName: string, knownRules: Iterable<string>): Parsed => openConfig(text, fileName).read(knownRules);

const into = (problems: Problem[]): Report => (message, span) => void problems.push({ message, span });

/** Without the items whose id is taken by a rule or by an item before it. */
function distinct(items: readonly CustomItem[], rules: ReadonlySet<string>, report: Report): CustomItem[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => {
    if (rules.has(id.text)) report(`"${id.text}" is a rule already; give the item an id of its own`, id.span);
    else if (seen.has(id.text)) report(`"${id.text}" stands twice; give each item an id of its own`, id.span);
    else return seen.add(id.text);
    return false;
  });
}
