import { constants } from 'node:fs';
import { access, chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { cause, Failure } from './failure';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Replaces a file, or makes it, by way of a second one beside it: a run that is ended in between leaves the first as it
 * was. Throws a {@link Failure} whose message continues a sentence that starts with the path.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.${process.pid}.new`;
  try {
    await writeFile(next, text, { flag: 'wx' });
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true });
    throw new Failure(cause(error));
  }
}

/**
 * Writes a new version of a document that was read, with its permissions and byte order mark; of a link, that of the
 * file it leads to. As {@link replaceFile}, and a Failure where somebody else wrote it meanwhile.
 * @param before the text that was read, by which the new one was made
 */
export async function rewrite(file: string, before: string, after: string): Promise<void> {
  try {
    const path = await realpath(file);
    await access(path, constants.W_OK);
    const { mode } = await stat(path);
    const now = await readFile(path, 'utf8');
    const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    if (now.slice(mark.length) !== before) throw new Failure('was changed while it was reviewed, and was not fixed; run it again');
    await replaceFile(path, mark + after);
    await chmod(path, mode);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(cause(error));
  }
}
