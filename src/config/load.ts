import type { OwnItem } from '../analyzer/own-item';
import { above, findBase } from './base';
import type { Config, Problem } from './config';
import { openConfig } from './parse';

/** How config files are read; the only thing that differs between command line, editor and browser. */
export interface ConfigHost {
  /** The text of a file, undefined where there is none. Throws where it exists and cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** Whether the search ends at this folder: the root of a work tree or of the workspace. */
  isRoot(folder: string): Promise<boolean>;
  /** A part of a path as the host writes it; for hosts whose paths are URIs. */
  encode?(part: string): string;
}

/** One config file, as it was read. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/** The config that was found for a folder, with all that it extends. */
export interface LoadedConfig {
  readonly path: string;
  /** Without a trailing `/`: what the globs of all sources are relative to. */
  readonly folder: string;
  /** The later wins: what is extended, then the config itself. */
  readonly sources: readonly Source[];
  /** The team's own questions, of all sources; of those with the same id the last. The same array for as long as the config is loaded. */
  readonly items: readonly OwnItem[];
}

/** Longer chains are mistakes, and more files an attack. */
const DEEPEST = 8;
const MOST = 32;

/** Reads a config and, before it, everything that it extends; each file once. What is wrong is told in its source. */
export async function loadConfig(path: string, folder: string, text: string, host: ConfigHost, knownRules: readonly string[]): Promise<LoadedConfig> {
  const sources = new Map<string, Source | undefined>();
  const inherited = (): string[] => [...sources.values()].flatMap((source) => source?.config.items ?? []).map((item) => item.id.text);

  async function add(at: string, content: string, trail: readonly string[]): Promise<void> {
    sources.set(at, undefined);
    const open = openConfig(content, at);
    const problems: Problem[] = [];
    for (const { text: name, span } of open.bases) {
      const base = await findBase(name, above(at), host);
      const problem = 'problem' in base ? base.problem : refusal(base.path, trail, sources.size);
      if (problem !== undefined) problems.push({ message: `"${name}" ${problem}`, span });
      else if ('path' in base && !sources.has(base.path)) await add(base.path, base.text, [...trail, base.path]);
    }
    const parsed = open.read(knownRules, inherited());
    // Behind its bases, whose entries were made later.
    sources.delete(at);
    sources.set(at, { path: at, text: content, config: parsed.config, problems: [...parsed.problems, ...problems].sort((a, b) => a.span.start - b.span.start) });
  }

  await add(path, text, [path]);
  return withItems(path, folder, [...sources.values()].filter((source) => source !== undefined));
}

/** Why a file is not extended once more. */
function refusal(path: string, trail: readonly string[], files: number): string | undefined {
  if (trail.includes(path)) return 'leads back to itself: a config cannot extend what extends it';
  if (trail.length >= DEEPEST) return `is ${DEEPEST} files deep; extend it from fewer files in a row`;
  if (files >= MOST) return `is one file too many; a config extends at most ${MOST - 1}`;
  return undefined;
}

/** The engine for the patterns of items is loaded only where there are items. */
async function withItems(path: string, folder: string, sources: readonly Source[]): Promise<LoadedConfig> {
  if (!sources.some(({ config }) => config.items?.length)) return { path, folder, sources, items: [] };
  const { buildItems } = await import('./custom-item');
  const items = new Map<string, OwnItem>();
  const checked = sources.map((source) => {
    const built = buildItems(source.config.items ?? []);
    for (const item of built.items) items.set(item.id, item);
    return { ...source, problems: [...source.problems, ...built.problems].sort((a, b) => a.span.start - b.span.start) };
  });
  return { path, folder, sources: checked, items: [...items.values()] };
}
