import { access } from 'node:fs/promises';
import type { OwnItem } from '../analyzer/own-item';
import { knownRules } from '../checklist/rules';
import type { CustomItem } from '../config/config';
import { effective, type Applied, type Effective } from '../config/effective';
import { configFinder } from '../config/find';
import { loadConfig, type ConfigHost, type LoadedConfig } from '../config/load';
import { positions } from '../report/position';
import { Failure } from './failure';
import { absolute, folderOf, from, isWorkTree, shown, slashes } from './paths';
import { readText } from './read';

/** What the configs say about each file, and which they are. */
export interface Configs {
  of(path: string): Effective;
  /** The configs that apply to a file, the later wins. */
  applied(path: string): readonly Applied[];
  /** Absolute: what the globs that apply to a file are relative to; undefined where it has no config. */
  folderOf(path: string): string | undefined;
  /** The team's own questions for a file; the same array for all files of a config. */
  itemsOf(path: string): readonly OwnItem[];
  /** The same as their configs write them, the later wins. */
  definitionsOf(path: string): readonly CustomItem[];
  /** The team's own questions of all configs, by id. */
  readonly items: readonly OwnItem[];
  /** Absolute paths of the config files in use. */
  readonly files: readonly string[];
}

/**
 * Loads the configs of all `paths` before any is reviewed: the nearest of each, or the one that `--config` names.
 * Throws a {@link Failure} with a line for everything that is wrong in one of them.
 */
export async function loadConfigs(paths: readonly string[], override: string | undefined): Promise<Configs> {
  const byFolder = new Map<string, LoadedConfig | undefined>();
  const only = override === undefined ? undefined : await named(absolute(override));
  const find = configFinder(host, knownRules);
  for (const folder of new Set(paths.map(folderOf))) byFolder.set(folder, only ?? await find(folder));

  const loaded = [...new Set([only, ...byFolder.values()])].filter((config) => config !== undefined);
  const lines = new Set(loaded.flatMap(complaints));
  if (lines.size) throw new Failure([...lines].join('\n'));
  const configOf = (path: string): LoadedConfig | undefined => byFolder.get(folderOf(path));
  const applied = (path: string): readonly Applied[] => {
    const config = configOf(path);
    return config?.sources.map((source) => ({ config: source.config, path: from(config.folder, path), from: shown(source.path) })) ?? [];
  };
  return {
    applied,
    of: (path) => effective(applied(path)),
    folderOf: (path) => configOf(path)?.folder,
    itemsOf: (path) => configOf(path)?.items ?? [],
    definitionsOf: (path) => configOf(path)?.sources.flatMap(({ config }) => config.items ?? []) ?? [],
    items: [...new Map(loaded.flatMap(({ items }) => items).map((item) => [item.id, item])).values()],
    files: [...new Set(loaded.flatMap(({ sources }) => sources.map(({ path }) => path)))],
  };
}

const host: ConfigHost = { read, isRoot: async (folder) => isWorkTree(folder) };

/** A config for files that it does not stand above: its globs are relative to the current folder. */
const named = async (path: string): Promise<LoadedConfig> => loadConfig(path, slashes(process.cwd()), await readConfig(path), host, knownRules);

async function read(path: string): Promise<string | undefined> {
  try {
    await access(path);
  } catch {
    return undefined;
  }
  return readConfig(path);
}

async function readConfig(path: string): Promise<string> {
  try {
    return await readText(path);
  } catch (error) {
    throw error instanceof Failure ? new Failure(`the config ${shown(path)} ${error.message}`) : error;
  }
}

const complaints = ({ sources }: LoadedConfig): string[] => sources.flatMap(({ path, text, problems }) => {
  const at = positions(text);
  return problems.map(({ message, span }) => {
    const { line, column } = at.point(span.start);
    return `${shown(path)}:${line}:${column}: ${message}`;
  });
});
