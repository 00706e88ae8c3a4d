import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Changes, Workspace } from '../analyzer/surroundings';
import { matches } from '../analyzer/globs';
import { workspaceIndex, type WorkspaceIndex } from '../workspace';
import type { ContractHost } from '../workspace/contracts';
import type { Client } from './client';
import type { ClientRequests } from './protocol';
import type { Host } from './server';
import { relative, uriIn, type ReadFile, type SettingsStore } from './settings';

/** What the reviews of open documents know of the others in their workspace folder. */
export interface Surroundings {
  /**
   * Undefined for a document outside of every folder, and where it takes long: then the review does not wait, and is made
   * again when it is known. Never rejects: what cannot be found out is logged and left out.
   * @param patience how long to wait, in ms
   */
  around(uri: string, text: string, patience?: number): Promise<Workspace | undefined>;
  /** The other Markdown documents of its folder that hold something, as they are now; only the open ones where the client does not list them. */
  others(uri: string, holds: (text: string) => boolean): Promise<readonly OtherText[]>;
  /**
   * A document or a contract was written.
   * @param isNew whether it was made or deleted: others may be there than before
   */
  written(uri: string, isNew: boolean): void;
  /** What the branch changed is to be asked for again. */
  changesMoved(): void;
  /** Forgets all. */
  forget(): void;
}

export interface OtherText {
  readonly uri: string;
  readonly text: string;
}

/** In files; more are not searched. */
const MOST = 3_000;
/** In ms: nobody sees a review that is as much later. */
const PATIENCE = 100;

export const DOCUMENT = /\.(?:md|markdown|mdx)$/i;
export const CONTRACT = /\.(?:ya?ml|json|proto|graphqls?|gql)$/i;
/** What makes a name a glob. */
const WILDCARD = /[*?[\]{}()!+@]/;

/** @param onLate told when what the review of a document did not wait for is known */
export function surroundings(connection: Connection, texts: TextDocuments<TextDocument>, client: Client, settings: SettingsStore, { readFile, ...host }: Host & { readonly readFile: ReadFile }, onLate: (uri: string) => void): Surroundings {
  /** By document: what a review did not wait for, until the next one takes it. Looked for again, it might be late again and for ever. */
  const late = new Map<string, { readonly text: string; readonly workspace: Workspace }>();
  /** Counts what makes all that was found out of date. */
  let turn = 0;
  const outdate = () => {
    turn++;
    late.clear();
  };
  const indexes = new Map<string, WorkspaceIndex>();
  /** By folder; git is slow to answer. */
  const changes = new Map<string, Promise<Changes | undefined>>();
  const ask = <M extends keyof ClientRequests>(method: M, params: ClientRequests[M]['params']) => connection.sendRequest<ClientRequests[M]['result']>(method, params);
  const folderOf = (uri: string): string | undefined => client.folders.findLast((folder) => uri.startsWith(`${folder}/`));

  function changesIn(folder: string): Promise<Changes | undefined> {
    let known = changes.get(folder);
    if (!known) changes.set(folder, (known = client.knowsWorkspace ? ask('specReview/changes', { folder }).then((told) => told ?? undefined) : Promise.resolve(undefined)));
    return known;
  }

  // As in the editor where it is open: clients spell a URI in their own way.
  const openIn = (folder: string, path: string) => texts.all().find(({ uri }) => folderOf(uri) === folder && relative(uri, folder) === path);

  function make(folder: string): WorkspaceIndex {
    const uriOf = (path: string) => uriIn(folder, path);
    const open = (path: string) => openIn(folder, path);
    return workspaceIndex({
      list: async () => (client.knowsWorkspace ? (await ask('specReview/listDocuments', { folder })).paths : []),
      read: async (path) => open(path)?.getText() ?? readFile(open(path)?.uri ?? uriOf(path)).catch(() => undefined),
      isListed: async (path) => (await settings.of(open(path)?.uri ?? uriOf(path))).isSpec,
      changes: () => changesIn(folder),
      ...(host.grammars && { contracts: contractHost(folder, host.grammars) }),
    });
  }

  function contractHost(folder: string, grammars: NonNullable<Host['grammars']>): ContractHost {
    return {
      grammars: () => grammars(async () => (client.knowsWorkspace ? (await ask('specReview/parsers', null)).script : undefined))
        .catch((error: unknown) => void connection.console.error(`The parsers of contracts could not be loaded: ${String(error)}`)),
      async files(path) {
        const { contracts } = await settings.of(openIn(folder, path)?.uri ?? uriIn(folder, path));
        if (!contracts || !`${contracts.folder}/`.startsWith(`${folder}/`)) return [];
        const base = contracts.folder === folder ? '' : `${relative(contracts.folder, folder)}/`;
        const wanted = contracts.globs.filter((glob) => !glob.startsWith('!')).map((glob) => glob.replace(/^\.\//, ''));
        const patterns = wanted.filter((glob) => WILDCARD.test(glob)).map((glob) => base + glob);
        const listed = patterns.length && client.knowsWorkspace ? (await ask('specReview/listDocuments', { folder, globs: patterns })).paths : [];
        const all = [...wanted.filter((glob) => !WILDCARD.test(glob)).map((glob) => base + glob), ...listed];
        return [...new Set(all)].filter((one) => one.startsWith(base) && matches(contracts.globs, one.slice(base.length))).sort();
      },
      async read(path) {
        const uri = uriIn(folder, path);
        if (uri.startsWith('file:') && host.isInside && !await host.isInside(uri, folder)) return undefined;
        return readFile(uri).catch(() => undefined);
      },
    };
  }

  return {
    async around(uri, text, patience = PATIENCE) {
      const folder = folderOf(uri);
      if (folder === undefined) return undefined;
      const kept = late.get(uri);
      late.delete(uri);
      if (kept?.text === text) return kept.workspace;
      const index = indexes.get(folder) ?? make(folder);
      indexes.set(folder, index);
      let isLate = false;
      const asOf = turn;
      const found = index.around(relative(uri, folder), text).then((workspace) => {
        if (isLate && asOf === turn) {
          late.set(uri, { text, workspace });
          onLate(uri);
        }
        return workspace;
      }, (error: unknown) => void connection.console.error(`The documents around ${uri} could not be read: ${String(error)}`));
      const given = await Promise.race([found, new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late'))]);
      if (given !== 'late') return given;
      isLate = true;
      return undefined;
    },
    async others(uri, holds) {
      const folder = folderOf(uri);
      if (folder === undefined) return [];
      const open = texts.all().filter((other) => folderOf(other.uri) === folder && DOCUMENT.test(other.uri)).map((other) => relative(other.uri, folder));
      const listed = client.knowsWorkspace ? (await ask('specReview/listDocuments', { folder })).paths.slice(0, MOST) : [];
      const found: OtherText[] = [];
      for (const path of new Set([...open, ...listed])) {
        const shown = openIn(folder, path);
        if ((shown?.uri ?? uriIn(folder, path)) === uri) continue;
        const text = shown?.getText() ?? await readFile(uriIn(folder, path)).catch(() => undefined);
        if (text !== undefined && holds(text)) found.push({ uri: shown?.uri ?? uriIn(folder, path), text });
      }
      return found;
    },
    written(uri, isNew) {
      const folder = folderOf(uri);
      outdate();
      const index = folder === undefined ? undefined : indexes.get(folder);
      if (isNew) index?.forget(relative(uri, folder));
      else index?.changed(relative(uri, folder));
    },
    changesMoved() {
      outdate();
      changes.clear();
    },
    forget() {
      outdate();
      indexes.clear();
      changes.clear();
    },
  };
}
