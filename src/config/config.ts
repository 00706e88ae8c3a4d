import type { Profile } from '../analyzer/item';
import type { ReviewOptions } from '../analyzer/review';
import type { Span } from '../analyzer/span';

/** Names under which a config is looked for in each folder, the first found wins. */
export const CONFIG_NAMES = ['.spec-review.yaml', '.spec-review.yml', '.spec-review.json', '.spec-review.jsonc'] as const;

export const PROFILES = ['kep', 'rfc', 'design', 'prd', 'adr'] as const satisfies readonly Profile[];

/** What a config says about how documents are reviewed. */
export type Settings = Pick<ReviewOptions, 'profile' | 'rules' | 'stages'>;

/** A config file's content. Globs are relative to the folder of the file, with `/`. */
export interface Config extends Settings {
  /** Which files are specs; a later glob wins over an earlier one, `!` takes files out. */
  readonly specs?: readonly string[];
  /** In order; a later one wins. */
  readonly overrides: readonly Override[];
}

/** Settings for the files that its globs name. */
export interface Override extends Settings {
  readonly files: readonly string[];
}

/** What is wrong with a config file, as one sentence without the file's name, and where: offsets into its text. */
export interface Problem {
  readonly message: string;
  readonly span: Span;
}
