import { realpath, stat } from 'node:fs/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import { matches } from '../analyzer/globs';
import type { ContractHost } from '../workspace/contracts';
import type { Configs } from './configs';
import { from, slashes } from './paths';
import { readText } from './read';

/** In bytes. What is larger is told by its absence: no description of an interface has as much. */
const LARGEST = 16 * 1024 * 1024;

/** Finds and reads the files that the configs of a work tree name under `contracts`. @param root absolute */
export function contractFiles(root: string, configs: Pick<Configs, 'of' | 'folderOf'>): ContractHost {
  const found = new Map<string, Promise<readonly string[]>>();
  return {
    grammars: () => import('../contracts'),
    async files(path) {
      const file = `${root}/${path}`, { contracts } = configs.of(file), folder = configs.folderOf(file);
      if (!contracts || folder === undefined) return [];
      const key = JSON.stringify([folder, contracts]);
      let files = found.get(key);
      if (!files) found.set(key, (files = search(contracts, folder)));
      return (await files).map((one) => from(root, one)).filter((one) => !one.startsWith('../'));
    },
    async read(path) {
      try {
        const file = await realpath(`${root}/${path}`);
        const isInside = slashes(file).startsWith(`${slashes(await realpath(root))}/`);
        return isInside && (await stat(file)).size <= LARGEST ? await readText(file, LARGEST) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** Absolute paths, sorted. A name without wildcards stands for a file that should be there. */
async function search(globs: readonly string[], folder: string): Promise<readonly string[]> {
  const wanted = globs.filter((one) => !one.startsWith('!'));
  const patterns = wanted.filter((one) => isDynamicPattern(one));
  const named = wanted.filter((one) => !isDynamicPattern(one)).map((one) => `${folder}/${one.replace(/^\.\//, '')}`);
  const files = patterns.length === 0 ? [] : await glob(patterns, { cwd: folder, absolute: true, dot: true, expandDirectories: false, followSymbolicLinks: false, ignore: ['**/node_modules/**', '**/.git/**'] });
  return [...new Set([...named, ...files.map(slashes)])].filter((file) => matches(globs, from(folder, file))).sort();
}
