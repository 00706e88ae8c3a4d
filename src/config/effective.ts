import { matches } from '../analyzer/globs';
import type { RuleSetting } from '../analyzer/review';
import type { Config, Settings } from './config';

/** A config and the document as its globs see it. */
export interface Applied {
  readonly config: Config;
  /** The document's path from the folder that the config's globs are relative to, with `/`. */
  readonly path: string;
  /** What the config is called where it is told where a setting comes from. */
  readonly from: string;
}

export interface Effective {
  readonly options: Settings;
  /** Whether `specs` name the document; undefined where no config has any, so that detection decides. */
  readonly isSpec?: boolean;
  /** Globs of contract files, relative to the same folder as all globs; undefined where no config has any. */
  readonly contracts?: readonly string[];
}

/** Settings that apply to the document, and where they are written. */
export interface Layer extends Settings {
  readonly from: string;
  /** The globs of the override that they stand in; undefined at the top of the config. */
  readonly files?: readonly string[];
}

/**
 * What applies to one document, the later wins: config by config, and of each the top level, then those of its
 * overrides that name the document. So a config wins over all that it extends, overrides included.
 */
export const layers = (configs: readonly Applied[]): readonly Layer[] => configs.flatMap(({ config, path, from }) => [
  { ...settingsOf(config), from },
  ...(config.overrides ?? []).filter(({ files }) => matches(files, path)).map((override) => ({ ...settingsOf(override), from, files: override.files })),
]);

const settingsOf = ({ profile, rules, stages }: Settings): Settings => ({ ...(profile && { profile }), ...(rules && { rules }), ...(stages && { stages }) });

/** {@link layers} laid over each other: maps merge by key, `specs` and `contracts` are those of the last config that has any. */
export function effective(configs: readonly Applied[]): Effective {
  const all = layers(configs);
  const profile = all.findLast((l) => l.profile)?.profile;
  const rules = merge(all.map((l) => l.rules), laidOver);
  const stages = merge(all.map((l) => l.stages));
  const options = { ...(profile && { profile }), ...(rules && { rules }), ...(stages && { stages }) };
  const chosen = configs.findLast(({ config }) => config.specs);
  const contracts = configs.findLast(({ config }) => config.contracts)?.config.contracts;
  return { options, ...(chosen && { isSpec: matches(chosen.config.specs!, chosen.path) }), ...(contracts && { contracts }) };
}

/** What a later setting of a rule makes of an earlier one: its level, and the figures that it does not set itself. */
export function laidOver(earlier: RuleSetting | undefined, later: RuleSetting): RuleSetting {
  if (typeof earlier !== 'object') return later;
  return typeof later === 'object' ? [later[0], { ...earlier[1], ...later[1] }] : [later, earlier[1]];
}

/** A key that is set again moves behind the others, so that a rule also wins over an earlier wildcard. */
function merge<V>(records: readonly (Readonly<Record<string, V>> | undefined)[], join = (_earlier: V | undefined, later: V): V => later): Record<string, V> | undefined {
  const merged = new Map<string, V>();
  for (const [key, value] of records.flatMap((r) => Object.entries(r ?? {}))) {
    const joined = join(merged.get(key), value);
    merged.delete(key);
    merged.set(key, joined);
  }
  return merged.size ? Object.fromEntries(merged) : undefined;
}
