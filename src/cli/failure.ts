/** Ends the command with exit code 2; each line of the message is one sentence for the user. */
export class Failure extends Error {}

/** What a system error means, as the end of a sentence that starts with the path. */
export function cause(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT': return 'does not exist';
    case 'EACCES':
    case 'EPERM': return 'may not be read or written: permission denied';
    case 'EISDIR': return 'is a folder, not a file';
    case 'ENOTDIR': return 'does not exist: a part of its path is a file';
    case 'ELOOP': return 'is a link that leads back to itself';
    case 'ENOSPC': return 'cannot be written: the disk is full';
    default: return `cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}
