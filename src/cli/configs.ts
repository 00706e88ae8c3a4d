import { access } from 'node:fs/promises';
import { effective, type Effective } from '../config/effective';
import { configFinder, type LoadedConfig } from '../config/find';
import { parseConfig } from '../config/parse';
import { positions } from '../report/position';
import { knownRules } from '../checklist/rules';
import { Failure } from './failure';
import { absolute, folderOf, from, isWorkTree, shown, slashes } from './paths';
import { readText } from './read';

/** What the configs say about each file, and which they are. */
export interface Configs {
  of(path: string): Effective;
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
  const find = configFinder({ read, isRoot: async (folder) => isWorkTree(folder) }, knownRules);
  for (const folder of new Set(paths.map(folderOf))) byFolder.set(folder, only ?? await find(folder));

  const loaded = [...new Set([only, ...byFolder.values()])].filter((config) => config !== undefined);
  const lines = loaded.flatMap(complaints);
  if (lines.length) throw new Failure(lines.join('\n'));
  return {
    files: loaded.map((config) => config.path),
    of(path) {
      const config = byFolder.get(folderOf(path));
      return config ? effective(config.config, from(config.folder, path)) : { options: {} };
    },
  };
}

/** A config for files that it does not stand above: its globs are relative to the current folder. */
async function named(path: string): Promise<LoadedConfig> {
  const text = await readConfig(path);
  return { path, folder: slashes(process.cwd()), text, ...parseConfig(text, path, knownRules) };
}

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

function complaints({ path, text, problems }: LoadedConfig): string[] {
  const at = positions(text);
  return problems.map(({ message, span }) => {
    const { line, column } = at.point(span.start);
    return `${shown(path)}:${line}:${column}: ${message}`;
  });
}
