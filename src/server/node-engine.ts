import { setFlagsFromString } from 'node:v8';

/** The major versions of Node whose engine is known to know the flag; another one would complain on standard error. */
const KNOWN = new Set(['20', '22', '24', '26']);

/**
 * Has the engine compile each pattern once, to machine code: byte code first, for one use, takes longer than both, and a
 * first review uses most of them. Holds for the process: threads that start later have it.
 */
export function compilePatternsOnce(): void {
  if (KNOWN.has(process.versions.node.split('.', 1)[0]!)) setFlagsFromString('--no-regexp-tier-up');
}
