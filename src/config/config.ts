import type { Profile, Severity } from '../analyzer/item';
import type { ReviewOptions } from '../analyzer/review';
import type { Span } from '../analyzer/span';
import type { Placed } from './shape';

/** Names under which a config is looked for in each folder, the first found wins. */
export const CONFIG_NAMES = ['.spec-review.yaml', '.spec-review.yml', '.spec-review.json', '.spec-review.jsonc'] as const;

export const PROFILES = ['kep', 'rfc', 'design', 'prd', 'adr'] as const satisfies readonly Profile[];

/** What a config says about how documents are reviewed. */
export type Settings = Pick<ReviewOptions, 'profile' | 'rules' | 'stages'>;

/**
 * What one config file says. Globs are relative to the folder of the config that was found for a document, with `/`,
 * also in files that it extends.
 */
export interface Config extends Settings {
  /** Files or packages that this one is laid over, the later over the earlier. */
  readonly extends?: readonly Placed[];
  /** Which files are specs; a later glob wins over an earlier one, `!` takes files out. */
  readonly specs?: readonly string[];
  /** Globs of the files that say which interfaces there are: OpenAPI, proto, GraphQL. */
  readonly contracts?: readonly string[];
  /** In order; a later one wins. */
  readonly overrides?: readonly Override[];
  /** The team's own questions. */
  readonly items?: readonly CustomItem[];
}

/** Settings for the files that its globs name. */
export interface Override extends Settings {
  readonly files: readonly string[];
}

/** A question of the team's own, as it is written. Patterns are kept with their places: they are compiled later. */
export interface CustomItem {
  /** `acme/data-residency` */
  readonly id: Placed;
  readonly question: string;
  readonly why?: string;
  readonly expected?: string;
  /** Where the team explains it. */
  readonly url?: string;
  readonly severity?: Severity;
  readonly due?: { readonly mentions: readonly Placed[] };
  readonly evidence: CustomEvidence;
  /** Markdown: a heading, and a question in each line. */
  readonly skeleton?: string;
  readonly examples?: { readonly covered?: readonly string[]; readonly partial?: readonly string[]; readonly missing?: readonly string[] };
}

export interface CustomEvidence {
  readonly headings?: readonly string[];
  readonly phrases?: readonly Placed[];
  readonly tableColumns?: readonly string[];
  readonly minWords?: number;
}

/** What is wrong with a config file, as one sentence without the file's name, and where: offsets into its text. */
export interface Problem {
  readonly message: string;
  readonly span: Span;
}
