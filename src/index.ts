/** The library's door: the analyzer with the checklist it ships with. */
import { buildSpec } from './analyzer/build-spec';
import { isSpec as looksLikeSpec } from './analyzer/is-spec';
import type { Item } from './analyzer/item';
import { createMarkdownParser } from './analyzer/parse/markdown';
import type { Model } from './analyzer/model';
import type { OwnItem } from './analyzer/own-item';
import { createReviewer, type Reviewer } from './analyzer/reviewer';
import type { Review, ReviewOptions } from './analyzer/review';
import { items, rules } from './checklist';
import learned from './checklist/model.json';

export type * from './analyzer/span';
export type * from './analyzer/spec';
export type * from './analyzer/item';
export type * from './analyzer/review';
export type * from './analyzer/surroundings';
export type * from './analyzer/contract';
export type { Announced } from './analyzer/facts/announced';
export type { OwnCommand } from './analyzer/facts/own-commands';
export type { OwnEvent } from './analyzer/facts/own-events';
export type { OwnInterface } from './analyzer/facts/own-interfaces';
export type { Operation } from './analyzer/facts/operations';
export type { OwnResourceField } from './analyzer/facts/own-resource-fields';
export type { OwnItem } from './analyzer/own-item';
export { ownInterfaces } from './analyzer/facts/own-interfaces';
export type { Reviewer } from './analyzer/reviewer';
export { CONFIDENT } from './analyzer/review';

/** The items of the checklist, by area. */
export const checklist: readonly Item[] = items;

export const itemById = (id: string): Item | undefined => items.find((item) => item.id === id);

/**
 * A reviewer for the versions of one document; it reads again only what changed.
 * @param own items of a team's own, reviewed behind those of the checklist
 */
export const reviewer = (own: readonly OwnItem[] = []): Reviewer => createReviewer({ items, rules, model: learned as Model, own });

/** Reviews one document once. */
export const review = (text: string, options?: ReviewOptions): Review => reviewer().review(text, options);

/**
 * Whether a Markdown document is a spec that wants a review, rather than a README, a changelog or a guide.
 * @param path relative to the workspace, with `/`
 */
export const isSpec = (path: string, text: string): boolean => looksLikeSpec(buildSpec(text, createMarkdownParser().parse(text)), path);
