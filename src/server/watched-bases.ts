import { DidChangeWatchedFilesNotification, type Connection } from 'vscode-languageserver';
import { CONFIG_NAMES } from '../config/config';
import type { LoadedConfig } from '../config/load';
import type { Client } from './client';
import { relative } from './settings';

/** Watches the files that configs extend by names of their own ("team-defaults.yaml"), and the contracts that they name. */
export interface WatchedBases {
  watch(config: LoadedConfig): void;
  /** Whether what a URI names is a config, or one that a config extends. */
  isConfig(uri: string): boolean;
}

export function watchedBases(connection: Connection, client: Client): WatchedBases {
  const names = new Set<string>(), globs = new Set<string>();
  return {
    watch({ sources }) {
      const added = sources.map(({ path }) => nameOf(path)).filter((name) => !isNamedSo(name) && !names.has(name));
      added.forEach((name) => names.add(name));
      const described = sources.flatMap(({ config }) => config.contracts ?? []).filter((glob) => !glob.startsWith('!') && !globs.has(glob));
      described.forEach((glob) => globs.add(glob));
      const watchers = [...added.map(escaped), ...described.map((glob) => glob.replace(/^\.\//, ''))].map((glob) => ({ globPattern: `**/${glob}` }));
      if (watchers.length && client.registersWatchers) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
    isConfig: (uri) => isNamedSo(nameOf(uri)) || names.has(nameOf(uri)),
  };
}

const nameOf = (uri: string): string => relative(uri, undefined).replace(/^.*\//, '');
const isNamedSo = (name: string): boolean => CONFIG_NAMES.some((config) => name.endsWith(config));
/** What a glob has a meaning for stands for any character. */
const escaped = (name: string): string => name.replace(/[*?[\]{}]/g, '?');
