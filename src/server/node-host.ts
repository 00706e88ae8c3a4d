import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from './server';

/** A server in Node reads config files itself, and loads the parsers of contracts. */
export const nodeHost: Host = {
  grammars: () => import('../contracts'),
  async isInside(uri, folder) {
    try {
      const [file, root] = await Promise.all([uri, folder].map((one) => realpath(fileURLToPath(one))));
      return file!.startsWith(`${root}${sep}`);
    } catch {
      return false;
    }
  },
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
};
