/** The library's door: the analyzer with the checklist it ships with. */
export type * from './analyzer/span';
export type * from './analyzer/spec';
export type * from './analyzer/item';
export type * from './analyzer/review';
