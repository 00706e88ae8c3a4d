import { CONFIG_NAMES, type Config, type Problem } from './config';
import { parseConfig } from './parse';

/** How config files are read; the only thing that differs between command line, editor and browser. */
export interface ConfigHost {
  /** The text of a file, undefined where there is none. Throws where it exists and cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** Whether the search ends at this folder: the root of a work tree or of the workspace. */
  isRoot(folder: string): Promise<boolean>;
}

export interface LoadedConfig {
  readonly path: string;
  /** The folder of the file, without a trailing `/`: what its globs are relative to. */
  readonly folder: string;
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/**
 * Finds the config nearest to a file, from its folder upwards. Each folder is looked at once: make a new finder
 * when config files change.
 */
export function configFinder(host: ConfigHost, knownRules: Iterable<string>): (folder: string) => Promise<LoadedConfig | undefined> {
  const rules = [...knownRules];
  const found = new Map<string, Promise<LoadedConfig | undefined>>();

  async function look(folder: string): Promise<LoadedConfig | undefined> {
    for (const name of CONFIG_NAMES) {
      const path = `${folder}/${name}`;
      const text = await host.read(path);
      if (text !== undefined) return { path, folder, text, ...parseConfig(text, name, rules) };
    }
    const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    return above === folder || await host.isRoot(folder) ? undefined : find(above);
  }

  function find(folder: string): Promise<LoadedConfig | undefined> {
    let result = found.get(folder);
    if (!result) found.set(folder, (result = look(folder)));
    return result;
  }
  return find;
}
