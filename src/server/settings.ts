import type { Connection } from 'vscode-languageserver';
import type { Depth, ReviewOptions } from '../analyzer/review';
import { knownRules } from '../checklist/rules';
import type { OwnItem } from '../analyzer/own-item';
import type { Config } from '../config/config';
import { effective, type Applied } from '../config/effective';
import { configFinder } from '../config/find';
import type { LoadedConfig } from '../config/load';
import { parseConfig } from '../config/parse';
import type { Client } from './client';

/** How one document is to be reviewed. */
export interface DocumentSettings {
  readonly enabled: boolean;
  /** Whether globs make it a spec, or not; undefined where detection decides. */
  readonly isSpec: boolean | undefined;
  /** Relative to its workspace folder, with `/`; its whole path where it is in none. */
  readonly path: string;
  readonly options: ReviewOptions;
  /** Whether a line above the first heading says how the document stands. */
  readonly showsLens: boolean;
  /** Whether its sections stand in the outline with what they answer. */
  readonly showsOutline: boolean;
  /** Globs of contract files, and the URI of the folder that they are relative to. */
  readonly contracts?: { readonly globs: readonly string[]; readonly folder: string };
  /** The team's own questions; the same array for as long as the config is. */
  readonly items: readonly OwnItem[];
  /** What {@link options} are made of: the settings of the editor, then the config files. */
  readonly configs: readonly Applied[];
}

export interface SettingsStore {
  /** Of a document, by URI; read once and kept. Never rejects: what cannot be read is logged and left out. */
  of(uri: string): Promise<DocumentSettings>;
  /** Forgets all, because a setting or a config file changed. */
  forget(): void;
  /** Takes what a client sends that does not answer `workspace/configuration`. */
  push(settings: unknown): void;
}

/** Reads a file by URI; undefined where there is none. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

const NO_ITEMS: readonly OwnItem[] = [];
const EDITOR = 'the settings of the editor';

interface EditorSettings {
  readonly enabled: boolean;
  readonly depth: Depth;
  readonly showsLens: boolean;
  readonly showsOutline: boolean;
  readonly config: Config;
}

const NO_SETTINGS: EditorSettings = { enabled: true, showsLens: true, showsOutline: true, depth: 'essential', config: {} };

/** @param onConfig told of each config file that was read, also where nothing is wrong with it */
export function settingsStore(connection: Connection, client: Client, readFile: ReadFile, onConfig: (config: LoadedConfig) => void): SettingsStore {
  const cache = new Map<string, Promise<DocumentSettings>>();
  let pushed: unknown;
  let find = newFinder();

  function newFinder() {
    const read = configFinder({
      read: (uri) => readFile(uri),
      encode: encodeURIComponent,
      // Nothing above the workspace is read; outside of one the search ends where the path does.
      isRoot: async (folder) => client.folders.includes(folder) || /^[\w+.-]+:\/\/[^/]*$/.test(folder),
    }, knownRules);
    const told = new Set<string>();
    return async (uri: string): Promise<LoadedConfig | undefined> => {
      if (!/^[\w+.-]+:\/\//.test(uri)) return undefined;
      const found = await read(uri.slice(0, uri.lastIndexOf('/')));
      if (found && !told.has(found.path)) {
        told.add(found.path);
        onConfig(found);
      }
      return found;
    };
  }

  async function editorSettings(uri: string): Promise<EditorSettings> {
    const raw: unknown = client.answersConfiguration ? await connection.workspace.getConfiguration({ scopeUri: uri, section: 'specReview' }) : pushed;
    const { enable, specs, contracts, profile, rules, stages, depth, codeLens, outline } = (raw ?? {}) as Record<string, unknown>;
    // An empty list of globs and "auto" are the settings' defaults and say nothing.
    const given = { ...(Array.isArray(specs) && specs.length && { specs }), ...(Array.isArray(contracts) && contracts.length && { contracts }), ...(profile && profile !== 'auto' ? { profile } : {}), ...(rules ? { rules } : {}), ...(stages ? { stages } : {}) };
    const { config, problems } = parseConfig(JSON.stringify(given), 'settings.json', knownRules);
    for (const { message } of problems) connection.console.warn(`Setting specReview: ${message}.`);
    return { enabled: enable !== false, showsLens: codeLens !== false, showsOutline: outline !== false, depth: depth === 'thorough' ? depth : 'essential', config };
  }

  async function read(uri: string): Promise<DocumentSettings> {
    const failed = (what: string) => (error: unknown) => void connection.console.error(`${what} of ${uri} could not be read: ${String(error)}`);
    const editor = (await editorSettings(uri).catch(failed('The settings'))) ?? NO_SETTINGS;
    const file = await find(uri).catch(failed('The config file'));
    const folder = client.folders.findLast((f) => uri.startsWith(`${f}/`));
    const path = relative(uri, folder);
    const configs: Applied[] = [
      { config: editor.config, path, from: EDITOR },
      ...(file?.sources ?? []).map((source) => ({ config: source.config, path: relative(uri, file!.folder), from: relative(source.path, folder) })),
    ];
    const { options, isSpec, contracts } = effective(configs);
    const base = file?.sources.some(({ config }) => config.contracts) ? file.folder : folder;
    return { enabled: editor.enabled, showsLens: editor.showsLens, showsOutline: editor.showsOutline, isSpec, path, options: { ...options, path, depth: editor.depth }, ...(contracts && base !== undefined && { contracts: { globs: contracts, folder: base } }), items: file?.items ?? NO_ITEMS, configs };
  }

  return {
    of(uri) {
      let settings = cache.get(uri);
      if (!settings) cache.set(uri, (settings = read(uri).catch((error: unknown) => {
        connection.console.error(`The settings of ${uri} could not be used: ${String(error)}`);
        return { enabled: true, showsLens: true, showsOutline: true, isSpec: undefined, path: relative(uri, undefined), options: {}, items: NO_ITEMS, configs: [] };
      })));
      return settings;
    },
    forget() {
      cache.clear();
      find = newFinder();
    },
    push: (settings) => { pushed = (settings as { specReview?: unknown } | null)?.specReview; },
  };
}

/** The path of a document from a folder, with `/`; its whole path where it is in none. */
export function relative(uri: string, folder: string | undefined): string {
  const rest = folder !== undefined && uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : uri.replace(/^[\w+.-]+:(?:\/\/[^/]*)?\/?/, '');
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest; // Not encoded as it should be; the name as it came is the best there is.
  }
}

/** The URI of a path from a folder. */
export const uriIn = (folder: string, path: string): string => `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
