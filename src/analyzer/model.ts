import type { BlockModel } from './signals/block-model';
import { ENOUGH_WORDS, type Signals } from './signals/signals';

/**
 * A logistic layer pooled over the items: one weight for each feature, one offset for each item, and a small
 * correction for each item and feature. Learned by `npm run train`; see the file's own `provenance`.
 */
export interface Model {
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly features: readonly string[];
  readonly weights: readonly number[];
  readonly items: Readonly<Record<string, { readonly offset: number; readonly corrections: readonly number[] }>>;
  /** Word weights that find likely blocks; in the order of the checklist. */
  readonly blocks?: BlockModel;
}

/** In the order of {@link featureVector}; each between 0 and 1. */
export const FEATURES = [
  'strict heading with text', 'strict heading without text', 'words under strict heading', 'loose heading with text', 'loose heading without text',
  'statement', 'statements', 'kinds of statement', 'statement under heading', 'structure', 'structure under heading',
  'topic', 'topic thrice', 'topic blocks', 'topic under heading',
  'metadata answers', 'metadata touches',
  'quantity in best', 'name in best', 'hedge in best', 'commitment in best', 'placeholder in best',
  'structured section', 'only elsewhere', 'words in best',
  'likely block', 'likely block low', 'second likely block', 'likely is stated', 'likely has quantity', 'likely has name', 'likely hedges', 'likely commits', 'words in likely',
] as const;

/** A score in spreads, 0 at the mean and 1 at two spreads above it. */
const above = (score: number | undefined) => Math.min(1, Math.max(0, (score ?? 0) / 2));
const capped = (value: number, at: number) => Math.min(1, value / at);

/** What the signals say, as numbers. Local evidence only: the length of the document and its other answers play no part. */
export function featureVector({ headings, hits, counts, elsewhere, metadata, likely }: Signals): number[] {
  const strict = headings.filter((h) => h.strict), loose = headings.filter((h) => !h.strict);
  const full = (matches: typeof headings) => matches.some((h) => h.words >= ENOUGH_WORDS);
  const words = Math.max(0, ...strict.map((h) => h.words));
  const [best] = hits;
  const [first, second] = likely;
  const flag = (condition: unknown) => (condition ? 1 : 0);
  return [
    flag(full(strict)), flag(strict.length && !full(strict)), capped(Math.log2(1 + words), 9), flag(full(loose)), flag(loose.length && !full(loose)),
    flag(counts.stated), capped(Math.log2(1 + counts.stated), 4), capped(counts.mostStatements, 3), flag(counts.statedHeaded),
    flag(counts.structured), flag(counts.structuredHeaded),
    flag(counts.all), flag(counts.all >= 3), capped(Math.log2(1 + counts.all), 6), flag(counts.headed),
    flag(metadata.some((m) => m.strength === 'covered')), flag(metadata.length),
    flag(best?.quality.quantity), flag(best?.quality.named), flag(best?.quality.hedged), flag(best?.quality.committed), flag(best?.quality.open),
    flag(strict.some((h) => h.section.blocks.some((b) => b.kind !== 'paragraph' && b.words > 0))), flag(!counts.all && elsewhere.length), capped(Math.log2(1 + (best?.block.words ?? 0)), 8),
    // Above and below the mean apart, so that a weight for each can bend.
    above(first?.score), above(-(first?.score ?? -2)), above(second?.score), flag(first?.stated),
    flag(first?.quality.quantity), flag(first?.quality.named), flag(first?.quality.hedged), flag(first?.quality.committed), capped(Math.log2(1 + (first?.block.words ?? 0)), 8),
  ];
}

/** Probability, 0 to 1, that the item is covered. An item the model does not know gets the pooled weights alone. */
export function probability(model: Model, item: string, features: readonly number[]): number {
  const own = model.items[item];
  let sum = own?.offset ?? 0;
  features.forEach((value, i) => { if (value) sum += value * ((model.weights[i] ?? 0) + (own?.corrections[i] ?? 0)); });
  return 1 / (1 + Math.exp(-sum));
}
