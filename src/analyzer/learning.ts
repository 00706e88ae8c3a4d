/** What the training and quality scripts need of the analyzer beside the review itself. */
import type { BlockModel } from './signals/block-model';
import { buildSpec } from './build-spec';
import type { Item } from './item';
import { createMarkdownParser } from './parse/markdown';
import { featureVector } from './model';
import { createSignalReader } from './signals/signals';
import type { Spec } from './spec';

export { tokensOf } from './signals/block-model';
export { headingKeys } from './heading-key';
export { FEATURES, probability } from './model';

export const readSpec = (text: string): Spec => buildSpec(text, createMarkdownParser().parse(text));

/** The feature vector of each item for one document, in the order of `items`. */
export function featureReader(items: readonly Item[], blocks?: BlockModel): (spec: Spec) => readonly number[][] {
  const reader = createSignalReader(items, blocks);
  return (spec) => reader.read(spec).map(featureVector);
}

/** Each item's best block score in a document. */
export function bestScores(spec: Spec, items: readonly Item[], blocks: BlockModel): readonly number[] {
  return createSignalReader(items, blocks).read(spec).map(({ likely }) => likely[0]?.score ?? -5);
}
