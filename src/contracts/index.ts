/** What reads contracts, with parsers that are loaded only where there is something to read: a bundle of its own. */
import type { readContracts } from './files';
import type { readFence } from './fences';

export { readContracts } from './files';
export { readFence } from './fences';
export type { ReadContract } from './files';

export interface Grammars {
  readonly readContracts: typeof readContracts;
  readonly readFence: typeof readFence;
}
