import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { compilePatternsOnce } from '../server/node-engine';

/**
 * How the engine compiles, for a program that runs a second: it is set for pages that stay open. By Node's major version,
 * because the engine complains on standard error of a flag that it does not know; another version goes without.
 */
const LATER = '--invocation-count-for-turbofan=30000';
const OPTIMIZE_LATER: Readonly<Record<string, string>> = { 20: '--interrupt-budget=1080000', 22: LATER, 24: LATER, 26: LATER };

// The flags are those of the process: threads that start later have them.
const later = OPTIMIZE_LATER[process.versions.node.split('.', 1)[0]!];
if (isMainThread && later) {
  compilePatternsOnce();
  setFlagsFromString(later);
}
