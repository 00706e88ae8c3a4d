import type { Workspace } from '../analyzer/surroundings';
import { workspaceIndex, type WorkspaceIndex } from '../workspace';
import type { Configs } from './configs';
import { contractFiles } from './contract-files';
import { folderOf, from, rootOf } from './paths';
import { readText } from './read';
import type { Since } from './since';

/** What the reviews of a run know of each other's documents, by work tree. */
export interface Workspaces {
  /** @param file absolute */
  around(file: string, text: string): Promise<Workspace>;
}

/**
 * @param files absolute paths of all documents that the run may look at, in whichever part of it they are reviewed
 * @param configs those of these files
 */
export function workspacesOf(files: readonly string[], configs: Pick<Configs, 'of' | 'folderOf'>, since: Since | undefined): Workspaces {
  const known = new Set(files);
  const indexes = new Map<string, WorkspaceIndex>();
  const make = (root: string): WorkspaceIndex => workspaceIndex({
    list: async () => files.filter((file) => rootOf(folderOf(file)) === root && configs.of(file).isSpec !== false).map((file) => from(root, file)),
    // A document that cannot be read is told where it is reviewed.
    read: (path) => readText(`${root}/${path}`).catch(() => undefined),
    isListed: async (path) => (known.has(`${root}/${path}`) ? configs.of(`${root}/${path}`).isSpec : undefined),
    changes: async () => since?.changes(root),
    contracts: contractFiles(root, configs),
  });
  return {
    around(file, text) {
      const root = rootOf(folderOf(file));
      const index = indexes.get(root) ?? make(root);
      indexes.set(root, index);
      return index.around(from(root, file), text);
    },
  };
}
