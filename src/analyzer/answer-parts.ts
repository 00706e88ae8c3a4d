import { bestHeading } from './evidence-ranges';
import type { Item } from './item';
import type { Signals } from './signals/signals';
import { subtree, type Block, type Spec } from './spec';

/** Which parts of an answer are there and which are not, by the names the item gives them. */
export interface PartsFound {
  readonly present: readonly string[];
  readonly lacking: readonly string[];
}

/** Undefined for an item without parts. Reads what counts for the item only: its own sections, and blocks that state something. */
export function findParts({ parts }: Item, { headings, hits }: Signals, spec: Spec): PartsFound | undefined {
  if (!parts) return undefined;
  const own = bestHeading(headings)?.section;
  const blocks = new Set<Block>([
    ...(own ? subtree(spec, own).flatMap((section) => section.blocks) : []),
    ...hits.filter((h) => h.statements > 0 || h.structure || h.headed).map((h) => h.block),
  ]);
  const texts = [...blocks].filter((b) => b.words > 0).map((b) => b.text.replaceAll('\n', ' '));
  const names = Object.keys(parts);
  const present = names.filter((name) => parts[name]!.some((pattern) => texts.some((text) => pattern.test(text))));
  return { present, lacking: names.filter((name) => !present.includes(name)) };
}

/** Behind "Answered in …": ", with the way back and the trigger, but without who decides"; nothing where no part is told apart. */
export function wholeParts(found: PartsFound | undefined): string {
  if (!found?.present.length) return '';
  return `, with ${listed(found.present)}${found.lacking.length ? `, but without ${listed(found.lacking)}` : ''}`;
}

/** Behind "… not answered": " (the way back is there; the trigger and who decides are not)". */
export function thinParts(found: PartsFound | undefined): string {
  if (!found?.present.length || !found.lacking.length) return '';
  return ` (${listed(found.present)} ${found.present.length > 1 ? 'are' : 'is'} there; ${listed(found.lacking)} ${found.lacking.length > 1 ? 'are' : 'is'} not)`;
}

const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
