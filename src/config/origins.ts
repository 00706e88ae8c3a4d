import type { RuleSetting } from '../analyzer/review';
import { DEFAULT_STAGES } from '../analyzer/severity';
import { laidOver, layers, type Applied, type Layer } from './effective';

/** One value that applies to a document, and where it is written. */
export interface Origin {
  readonly value: string;
  /** The config, and the globs of its override: 'base.yaml, for "docs/prd/**"'; 'default' where no config says. */
  readonly from: string;
}

export interface Origins {
  /** Whether globs make it a spec; undefined where its content decides. */
  readonly isSpec: { readonly value: boolean; readonly from: string } | undefined;
  readonly profile: Origin;
  /** Where no config has any, undefined. */
  readonly contracts: Origin | undefined;
  /** By rule or wildcard, in the order in which they apply: the last that names a rule wins. */
  readonly rules: ReadonlyMap<string, Origin>;
  readonly stages: ReadonlyMap<string, Origin>;
  /** The team's own questions, by id. */
  readonly items: ReadonlyMap<string, Origin>;
}

const DEFAULT = 'default';

/** {@link ./effective effective}, told value by value. @param isSpec what `effective` says */
export function origins(configs: readonly Applied[], isSpec: boolean | undefined): Origins {
  const all = layers(configs);
  const profile = all.findLast((layer) => layer.profile);
  const globs = configs.findLast(({ config }) => config.specs);
  const stages = new Map<string, Origin>(Object.entries(DEFAULT_STAGES).map(([stage, value]) => [stage, { value, from: DEFAULT }]));
  for (const layer of all) for (const [stage, value] of Object.entries(layer.stages ?? {})) stages.set(stage, { value, from: place(layer) });
  const settings = new Map<string, RuleSetting>();
  const rules = new Map<string, Origin>();
  for (const layer of all) {
    for (const [rule, value] of Object.entries(layer.rules ?? {})) {
      const setting = laidOver(settings.get(rule), value);
      settings.set(rule, setting);
      rules.delete(rule);
      rules.set(rule, { value: written(setting), from: place(layer) });
    }
  }
  const described = configs.findLast(({ config }) => config.contracts);
  const items = configs.flatMap(({ config, from }) => (config.items ?? []).map((item) => [item.id.text, { value: item.question, from }] as const));
  return {
    isSpec: globs && isSpec !== undefined ? { value: isSpec, from: globs.from } : undefined,
    profile: profile ? { value: profile.profile!, from: place(profile) } : { value: 'auto', from: DEFAULT },
    contracts: described && { value: `[${described.config.contracts!.map((glob) => JSON.stringify(glob)).join(', ')}]`, from: described.from },
    rules, stages, items: new Map(items),
  };
}

/** As in a config: `[error, { tolerance: 0.1 }]`. */
const written = (setting: RuleSetting): string =>
  typeof setting === 'string' ? setting : `[${setting[0]}, { ${Object.entries(setting[1]).map(([name, figure]) => `${name}: ${figure}`).join(', ')} }]`;

const place = ({ from, files }: Layer): string => (files ? `${from}, for ${files.map((glob) => `"${glob}"`).join(', ')}` : from);
