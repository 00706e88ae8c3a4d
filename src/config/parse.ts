import type { Level, Severity, Stage } from '../analyzer/item';
import { didYouMean } from '../analyzer/nearest';
import { PROFILES, type Config, type Override, type Problem, type Settings } from './config';
import { parseTree, type Entry, type Report, type Tree } from './tree';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly Level[];
const SEVERITIES = ['info', 'warning', 'error'] as const satisfies readonly Severity[];
const STAGES = ['draft', 'in-review', 'accepted', 'done'] as const satisfies readonly Stage[];
const SETTINGS = ['profile', 'rules', 'stages'] as const;

/** Keys of the format that this version does not read: refused, because a config that is half obeyed misleads. */
const UNSUPPORTED = new Set(['extends', 'items', 'contracts']);

/**
 * Reads the text of a config file; YAML or JSON by the name of the file.
 * What is wrong is left out of the config and told in `problems`, in the order of the file; it never throws.
 * @param knownRules ids that `rules` may name, beside `area/*` for an area of one of them, and `*`
 */
export function parseConfig(text: string, fileName: string, knownRules: Iterable<string>): { config: Config; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (message, span) => void problems.push({ message, span });
  const root = parseTree(text, fileName, report);
  const config = readConfig(root, ruleNames(knownRules), report);
  return { config, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

const ruleNames = (known: Iterable<string>): Set<string> => {
  const ids = [...known];
  return new Set(['*', ...ids, ...ids.map((id) => `${id.split('/')[0]}/*`)]);
};

function readConfig(root: Tree | undefined, rules: Set<string>, report: Report): Config {
  const config: Mutable<Config> = { overrides: [] };
  for (const entry of entriesOf(root, 'a config', ['specs', ...SETTINGS, 'overrides'], report)) {
    if (entry.key === 'specs') config.specs = globs(entry.key, entry.value, report);
    else if (entry.key === 'overrides') config.overrides = overrides(entry.value, rules, report);
    else readSetting(config, entry, rules, report);
  }
  return config;
}

function overrides(node: Tree, rules: Set<string>, report: Report): Override[] {
  return itemsOf(node, '"overrides"', 'overrides', report).map((item) => {
    const override: Mutable<Override> = { files: [] };
    const entries = entriesOf(item, 'an override', ['files', ...SETTINGS], report);
    for (const entry of entries) {
      if (entry.key === 'files') override.files = globs(entry.key, entry.value, report);
      else readSetting(override, entry, rules, report);
    }
    if (item.kind === 'map' && !entries.some((e) => e.key === 'files')) {
      report('an override needs "files": the globs of the files that it is for', item.span);
    }
    return override;
  });
}

/** Reads the keys that a config and an override share. */
function readSetting(into: Mutable<Settings>, { key, value }: Entry, rules: Set<string>, report: Report): void {
  if (key === 'profile') {
    const profile = oneOf([...PROFILES, 'auto'] as const, '"profile"', value, report);
    if (profile) into.profile = profile;
  } else if (key === 'rules') {
    into.rules = record('"rules"', value, rules, 'rule', LEVELS, report);
  } else {
    into.stages = record('"stages"', value, new Set(STAGES), 'stage', SEVERITIES, report);
  }
}

/** A map from known names to one of a few words: `rules` and `stages`. */
function record<V extends string>(what: string, node: Tree, names: Set<string>, noun: string, values: readonly V[], report: Report): Record<string, V> {
  const result: Record<string, V> = {};
  if (node.kind !== 'map') report(`${what} must map each ${noun} to ${list(values, 'or')}`, node.span);
  else for (const { key, span, value } of node.entries) {
    if (!names.has(key)) report(`unknown ${noun} "${key}"${didYouMean(key, names) || hint(names, noun)}`, span);
    else {
      const chosen = oneOf(values, `"${key}"`, value, report);
      if (chosen) result[key] = chosen;
    }
  }
  return result;
}

const hint = (names: Set<string>, noun: string): string =>
  noun === 'rule' ? '; "spec-review checklist" lists the rules' : `; the ${noun}s are ${list([...names])}`;

function oneOf<V extends string>(values: readonly V[], what: string, node: Tree, report: Report): V | undefined {
  const value = node.kind === 'scalar' ? node.value : undefined;
  const found = values.find((v) => v === value);
  if (found === undefined) {
    const shown = node.kind === 'scalar' ? JSON.stringify(value) : `a ${node.kind}`;
    const meant = typeof value === 'string' ? didYouMean(value, values) : '';
    report(`${what} must be ${list(values, 'or')}, not ${shown}${meant}`, node.span);
  }
  return found;
}

function globs(key: string, node: Tree, report: Report): string[] {
  return itemsOf(node, `"${key}"`, 'globs', report).flatMap((item) => {
    if (item.kind === 'scalar' && typeof item.value === 'string' && item.value.replace(/^!/, '').trim()) return [item.value];
    return report(`"${key}" must be a list of globs, each a text such as "docs/specs/**/*.md"`, item.span) ?? [];
  });
}

function itemsOf(node: Tree, what: string, plural: string, report: Report): readonly Tree[] {
  if (node.kind === 'list') return node.items;
  report(`${what} must be a list of ${plural}`, node.span);
  return [];
}

/** The entries whose key is known; the others are reported. */
function entriesOf(node: Tree | undefined, what: string, keys: readonly string[], report: Report): readonly Entry[] {
  // A file of comments only is an empty config.
  if (!node || (node.kind === 'scalar' && node.value === null)) return [];
  if (node.kind !== 'map') return report(`${what} must be a map with the keys ${list(keys)}, not a ${node.kind}`, node.span) ?? [];
  return node.entries.filter(({ key, span }) => {
    if (keys.includes(key)) return true;
    if (UNSUPPORTED.has(key)) report(`"${key}" is not supported by this version; remove it`, span);
    else report(`unknown key "${key}"${didYouMean(key, keys) || `; the keys of ${what} are ${list(keys)}`}`, span);
    return false;
  });
}

/** "a, b and c". */
const list = (words: readonly string[], last = 'and'): string => [words.slice(0, -1).join(', '), ...words.slice(-1)].join(` ${last} `);
