import { once } from 'node:events';
import { open, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { cause, Failure } from './failure';
import { absolute, shown } from './paths';

/** Where a report goes. */
export interface Output {
  /** Resolves when there is room for more, so that a slow reader does not fill the memory. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
  /** Whether the reader went away: nobody is left to write for. */
  readonly isClosed: boolean;
}

/** Writes to a stream, and falls silent when its reader leaves (`| head -1`). Throws a {@link Failure} on any other error. */
export function streamOutput(stream: Writable): Output {
  let isClosed = false;
  let failed: unknown;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code !== 'EPIPE') failed = error;
  });
  return {
    async write(text) {
      if (!isClosed && text && !stream.write(text)) await once(stream, 'drain').catch(() => undefined);
      if (failed) throw new Failure(`standard output ${cause(failed)}`);
    },
    close: async () => undefined,
    get isClosed() { return isClosed; },
  };
}

/** Writes to a file, which must not be one of `inputs` (absolute paths). Throws a {@link Failure} where it cannot. */
export async function fileOutput(name: string, inputs: readonly string[]): Promise<Output> {
  const path = absolute(name);
  const failure = (error: unknown): Failure => new Failure(`the output ${shown(path)} ${isMissing(error) ? 'cannot be written: its folder does not exist' : cause(error)}`);
  if (await isOneOf(path, inputs)) throw new Failure(`the output ${shown(path)} is one of the files that are read; name another one`);
  const file = await open(path, 'w').catch((error: unknown) => { throw failure(error); });
  return {
    write: async (text) => void await file.write(text).catch((error: unknown) => { throw failure(error); }),
    close: () => file.close(),
    isClosed: false,
  };
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** By identity and not by name: a link, or another spelling, is the same file. */
async function isOneOf(path: string, others: readonly string[]): Promise<boolean> {
  const identity = async (file: string) => stat(file, { bigint: true }).then((s) => `${s.dev} ${s.ino}`, () => undefined);
  const own = await identity(path);
  if (own === undefined) return false;
  for (const other of others) if (await identity(other) === own) return true;
  return false;
}
