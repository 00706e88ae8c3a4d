import { readdir, type Dirent } from 'node:fs';
import { lstat, readlink, stat } from 'node:fs/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import { didYouMean } from '../analyzer/nearest';
import type { Failed } from '../report/outcome';
import { COMMANDS } from './arguments';
import { cause } from './failure';
import { absolute, shown, slashes } from './paths';

/** A file to review. */
export interface Input {
  /** Absolute, with `/`. */
  readonly file: string;
  /** What the report calls it. */
  readonly path: string;
  /** Named by the user, and so reviewed whatever it holds; of others only specs are. */
  readonly named: boolean;
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;

/**
 * The files that the arguments stand for: in the order of the arguments, those of one folder or glob by path, each
 * once. An argument that stands for none is told as failed.
 */
export async function findInputs(words: readonly string[]): Promise<(Input | Failed)[]> {
  const found = new Map<string, Input | Failed>();
  for (const input of (await Promise.all(words.map(expand))).flat()) {
    const key = 'file' in input ? input.file : input.path;
    const known = found.get(key);
    if (!known || ('named' in input && input.named)) found.set(key, input);
  }
  return [...found.values()];
}

async function expand(word: string): Promise<(Input | Failed)[]> {
  const file = absolute(word);
  const path = shown(file, word);
  try {
    const kind = await stat(file);
    if (kind.isFile()) return [{ file, path, named: true }];
    if (!kind.isDirectory()) return [{ path, error: 'is neither a file nor a folder' }];
  } catch (error) {
    if (isDynamicPattern(word)) return orFailed(word, await search(word, process.cwd(), word), 'matches no Markdown file');
    return [{ path, error: await absence(word, file, error) }];
  }
  return orFailed(path, await search('**/*', file, word), 'is a folder without Markdown files');
}

const orFailed = (path: string, inputs: (Input | Failed)[], error: string): (Input | Failed)[] => (inputs.length ? inputs : [{ path, error }]);

/**
 * Hidden folders are left out, and links to folders are not followed: they can lead in circles, and out of what was
 * asked for. A folder that may not be read is told: specs in it would pass unseen.
 */
async function search(pattern: string, cwd: string, given: string): Promise<(Input | Failed)[]> {
  const closed: string[] = [];
  const files = await glob(slashes(pattern), {
    cwd, absolute: true, expandDirectories: false, followSymbolicLinks: false, ignore: ['**/node_modules/**'], fs: { readdir: noting(closed) },
  });
  const failed = closed.map((folder) => shown(absolute(folder, cwd), given)).sort().map((path) => ({ path, error: 'may not be read: permission denied' }));
  return [...failed, ...files.filter((file) => MARKDOWN.test(file)).map(slashes).sort().map((file) => ({ file, path: shown(file, given), named: false }))];
}

/** Reads folders, and notes those that it may not read: the search passes over them. */
const noting = (closed: string[]): typeof readdir => ((path: string, options: { withFileTypes: true }, done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void) =>
  readdir(path, options, (error, entries) => {
    if (error?.code === 'EACCES' || error?.code === 'EPERM') closed.push(path);
    done(error, entries);
  })) as unknown as typeof readdir;

/** Why a path is not there: a link that leads nowhere, a typo in a sub-command, or just missing. */
async function absence(word: string, file: string, error: unknown): Promise<string> {
  try {
    if ((await lstat(file)).isSymbolicLink()) return `is a broken link to "${await readlink(file)}"`;
  } catch {
    // Not even a link: the first error says why.
  }
  const isWord = /^[\w-]+$/.test(word);
  return isWord ? `is neither a file or folder nor a sub-command${didYouMean(word, COMMANDS)}` : cause(error);
}
