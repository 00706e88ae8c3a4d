import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** An absolute path with `/`, as every path inside this program. */
export const absolute = (path: string, base = process.cwd()): string => slashes(resolve(base, path));

export const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** From a folder to a path, with `/`; starts with `../` where the path is outside. */
export const from = (folder: string, path: string): string => slashes(relative(folder || '/', path));

/** As a user reads it: relative to the current folder, but for a path outside that was given as an absolute one. */
export function shown(path: string, given = ''): string {
  const local = from(process.cwd(), path);
  return isAbsolute(local) || (isAbsolute(given) && local.startsWith('../')) ? path : local || '.';
}

/** The folder of an absolute path; '' at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Whether a folder is the root of a git work tree. */
export const isWorkTree = (folder: string): boolean => existsSync(`${folder}/.git`);

/** The root of the work tree that a folder is in, else the current folder: what a document's path is told relative to. */
export function rootOf(folder: string): string {
  for (let at = folder; ; at = folderOf(at)) {
    if (isWorkTree(at)) return at;
    if (at === folderOf(at)) return slashes(process.cwd());
  }
}
