import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { cause, Failure } from './failure';

const MB = 1024 * 1024;
/** In bytes. Nobody reviews a document of this size; what is larger is data or generated. */
const LIMIT = 2 * MB;
/** In bytes: where a text has no NUL and almost every binary file has one. */
const HEAD = 8 * 1024;

/** The text of a file, without a byte order mark. Throws a {@link Failure} whose message continues a sentence that starts with the path. */
export async function readText(path: string, limit = LIMIT): Promise<string> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > limit) throw tooLarge(size);
    bytes = await readFile(path);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(cause(error));
  }
  return decode(bytes);
}

/** The text of a report, which may be larger than a document; as {@link readText}. */
export async function readReportText(path: string): Promise<string> {
  return decode(await readFile(path).catch((error: unknown) => { throw new Failure(cause(error)); }));
}

/** The text of a stream; as {@link readText}. Stops reading at the limit. */
export async function readStream(stream: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Uint8Array).length;
    if (size > LIMIT) throw new Failure(`is too large to review: the limit is ${LIMIT / MB} MB`);
    chunks.push(chunk as Uint8Array);
  }
  return decode(Buffer.concat(chunks));
}

const tooLarge = (size: number): Failure =>
  new Failure(`is too large to review: ${(Math.ceil((size / MB) * 10) / 10).toFixed(1)} MB, the limit is ${LIMIT / MB} MB`);

function decode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new Failure('is UTF-16, not UTF-8; save it as UTF-8');
  if (bytes.subarray(0, HEAD).includes(0)) throw new Failure('is binary, not text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('is not UTF-8; save it as UTF-8');
  }
}
