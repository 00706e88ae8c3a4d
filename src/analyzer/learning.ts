/** What the training and quality scripts need of the analyzer beside the review itself. */
import { buildSpec } from './build-spec';
import type { Item } from './item';
import { createMarkdownParser } from './markdown';
import { featureVector } from './model';
import { createSignalReader } from './signals';

export { FEATURES, probability } from './model';

/** The feature vector of each item for one document, in the order of `items`. */
export function featureReader(items: readonly Item[]): (text: string) => readonly number[][] {
  const reader = createSignalReader(items);
  return (text) => reader.read(buildSpec(text, createMarkdownParser().parse(text))).map(featureVector);
}
