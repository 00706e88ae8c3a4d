import { CONFIG_NAMES } from './config';
import type { ConfigHost } from './load';

/** Where a name under `extends` leads, or why it leads nowhere: the end of a sentence that starts with the name. */
export type Base = { readonly path: string; readonly text: string } | { readonly problem: string };

const IS_CONFIG = /\.(?:ya?ml|jsonc?)$/i;
/** `@scope/name` or `name`, and a file inside. */
const PACKAGE = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/([^\s]+))?$/i;

/**
 * Reads what `name` stands for in a config in `folder`: `./file` and `../file` beside it, anything else in the nearest
 * `node_modules`, where a package's own config is taken unless a file inside it is named.
 */
export async function findBase(name: string, folder: string, host: ConfigHost): Promise<Base> {
  try {
    return await (/^\.{1,2}\//.test(name) ? inFile(name, folder, host) : inPackage(name, folder, host));
  } catch (error) {
    return { problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function inFile(name: string, folder: string, host: ConfigHost): Promise<Base> {
  if (!IS_CONFIG.test(name)) return { problem: 'is no config; name a .yaml, .yml, .json or .jsonc file' };
  const path = join(folder, name, host);
  const text = await host.read(path);
  return text === undefined ? { problem: 'does not exist; correct the path, which is relative to this file' } : { path, text };
}

async function inPackage(name: string, folder: string, host: ConfigHost): Promise<Base> {
  const [, id, file] = PACKAGE.exec(name) ?? [];
  if (!id || file?.split('/').includes('..')) return { problem: 'is neither a file, which starts with "./" or "../", nor the name of a package' };
  if (file && !IS_CONFIG.test(file)) return { problem: 'is no config; name a .yaml, .yml, .json or .jsonc file of the package' };
  for (let at = folder; ; at = above(at)) {
    for (const candidate of file ? [file] : CONFIG_NAMES) {
      const path = join(at, `node_modules/${id}/${candidate}`, host);
      const text = await host.read(path);
      if (text !== undefined) return { path, text };
    }
    if (above(at) === at || await host.isRoot(at)) break;
  }
  return { problem: `was not found; install the package, which must hold ${file ?? CONFIG_NAMES[0]}` };
}

export const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** `path`, which may start with `./` and `../`, from `folder`; never above the top. */
function join(folder: string, path: string, host: ConfigHost): string {
  let at = folder;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  for (const part of parts) at = part === '..' ? above(at) : `${at}/${host.encode?.(part) ?? part}`;
  return at;
}
