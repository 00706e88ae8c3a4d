import picomatch from 'picomatch';
import type { Config, Settings } from './config';

export interface Effective {
  readonly options: Settings;
  /** Whether the config's `specs` name the file; undefined where it has no `specs`, so that detection decides. */
  readonly isSpec?: boolean;
}

/**
 * What a config says about one file. Overrides are laid over the top level in order, the later wins; a rule set
 * again moves behind the others, so that it also wins over an earlier wildcard.
 * @param relativePath from the config's folder, with `/`
 */
export function effective(config: Config, relativePath: string): Effective {
  const layers: Settings[] = [config, ...config.overrides.filter((o) => matches(o.files, relativePath))];
  const profile = layers.findLast((l) => l.profile)?.profile;
  const rules = merge(layers.map((l) => l.rules));
  const stages = merge(layers.map((l) => l.stages));
  const options = { ...(profile && { profile }), ...(rules && { rules }), ...(stages && { stages }) };
  return config.specs ? { options, isSpec: matches(config.specs, relativePath) } : { options };
}

/** Whether the last of `globs` that speaks of `path` takes it in; one that starts with `!` takes it out. */
export const matches = (globs: readonly string[], path: string): boolean =>
  compile(globs).findLast(({ test }) => test(path))?.takesIn ?? false;

interface Glob {
  readonly takesIn: boolean;
  test(path: string): boolean;
}

/** A config's globs are asked for every file: each list is compiled once, and forgotten with its config. */
const compiled = new WeakMap<readonly string[], readonly Glob[]>();

function compile(globs: readonly string[]): readonly Glob[] {
  let found = compiled.get(globs);
  if (!found) {
    found = globs.map((glob) => ({
      takesIn: !glob.startsWith('!'),
      test: picomatch(glob.replace(/^!?(\.\/)?/, ''), { dot: true, windows: false }),
    }));
    compiled.set(globs, found);
  }
  return found;
}

function merge<V>(records: readonly (Readonly<Record<string, V>> | undefined)[]): Record<string, V> | undefined {
  const merged = new Map<string, V>();
  for (const [key, value] of records.flatMap((r) => Object.entries(r ?? {}))) {
    merged.delete(key);
    merged.set(key, value);
  }
  return merged.size ? Object.fromEntries(merged) : undefined;
}
