import { hasPlaceholder } from '../placeholder';
import type { Block } from '../spec';

/** What makes a block specific, whatever it is about. */
export interface Quality {
  readonly quantity: boolean;
  readonly named: boolean;
  readonly hedged: boolean;
  readonly committed: boolean;
  readonly open: boolean;
}

const QUANTITY = /\d(?:[\d,._]*\d)?\s?(?:%|ms\b|µs\b|s\b|secs?\b|seconds?\b|min(?:ute)?s?\b|hours?\b|h\b|days?\b|weeks?\b|months?\b|years?\b|[kmgt]i?b\b|bytes?\b|[rqt]ps\b|requests?\b|users?\b|nodes?\b|cores?\b|items?\b|rows?\b|replicas?\b|times\b|x\b)/i;
const NAMED = /`[^`]+`|\b[a-z]+(?:[A-Z][a-z]+)+\b|\b[a-z]+_[a-z_]+\b|\b[A-Z][a-z]+[A-Z]\w*\b/;
const HEDGED = /\b(?:may|might|could|possibly|perhaps|maybe|probably|ideally|eventually|some ?how|hopefully|would be nice|in the future|later(?: on)?|at some point|not sure|unclear|consider(?:ing)?|not yet|yet to|still (?:have|has|need|needs|to)|(?:have|has|need|needs) to be (?:defined|decided|discussed|clarified|determined|worked out)|will be (?:defined|decided|determined|discussed|worked out|filled in)|look into|figure out|think about)\b/i;
const COMMITTED = /\b(?:will|must|shall|should|cannot|can|is|are|does|returns?|uses?|adds?|requires?|only|never|always|by default)\b/i;

const known = new WeakMap<Block, Quality>();

/** Read once for each block, as many items as it may speak to. */
export function qualityOf(block: Block): Quality {
  let found = known.get(block);
  if (!found) {
    const { text } = block;
    found = { quantity: QUANTITY.test(text), named: NAMED.test(text), hedged: HEDGED.test(text), committed: COMMITTED.test(text), open: hasPlaceholder(text) };
    known.set(block, found);
  }
  return found;
}
