import { above } from './base';
import { CONFIG_NAMES } from './config';
import { loadConfig, type ConfigHost, type LoadedConfig } from './load';

/**
 * Finds the config nearest to a file, from its folder upwards. Each folder is looked at once: make a new finder
 * when config files change.
 */
export function configFinder(host: ConfigHost, knownRules: Iterable<string>): (folder: string) => Promise<LoadedConfig | undefined> {
  const rules = [...knownRules];
  const found = new Map<string, Promise<LoadedConfig | undefined>>();

  async function look(folder: string): Promise<LoadedConfig | undefined> {
    // All names at once: a host that has to ask somebody waits for one answer only.
    const files = await Promise.all(CONFIG_NAMES.map(async (name) => ({ path: `${folder}/${name}`, text: await host.read(`${folder}/${name}`) })));
    for (const { path, text } of files) if (text !== undefined) return loadConfig(path, folder, text, host, rules);
    return above(folder) === folder || await host.isRoot(folder) ? undefined : find(above(folder));
  }

  function find(folder: string): Promise<LoadedConfig | undefined> {
    let result = found.get(folder);
    if (!result) found.set(folder, (result = look(folder)));
    return result;
  }
  return find;
}
