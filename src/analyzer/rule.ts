import type { Facts, ItemId, Level, Profile } from './item';
import type { Coverage, Elsewhere, Fix, RuleFigures } from './review';
import type { Span } from './span';
import type { Workspace } from './surroundings';

export type RuleId = `${'wording' | 'consistency'}/${string}`;

/**
 * Something that can be wrong with what a document says, beside the questions it leaves open: what one file under
 * `src/checklist/wording` or `src/checklist/consistency` declares. Adding a rule is adding a file.
 */
export interface Rule {
  readonly id: RuleId;
  /** The figures that a team may set beside the level, by name. */
  readonly options?: RuleOptions;
  /** What it reports, as one sentence. */
  readonly reports: string;
  /** Why that costs money later; one or two sentences of Markdown. */
  readonly why: string;
  /** What would satisfy it, as the end of a sentence that starts with a verb. */
  readonly expected: string;
  /** How loud it is in each kind of document, before the document's stage is taken into account. */
  readonly severity: Readonly<Record<Profile, Level>>;
  /** What the rule rests on, where it has a source: a standard, a paper, a measured corpus. */
  readonly source?: string;
  /** It reports that an answer is lacking: where an item's own finding says so of the whole section, that one is enough. */
  readonly yieldsToItems?: true;
  /** Its findings say different things, and stay apart however many they are. */
  readonly apart?: true;
  /**
   * Never throws, whatever the Markdown; says nothing rather than guess. In document order.
   * @param figures one for each of the options, as configured or by default
   */
  check(context: RuleContext, figures: RuleFigures): Iterable<RuleFinding>;
  /** Markdown; in the bad ones each expected place stands between « and ». They are documentation and tests. */
  readonly examples: RuleExamples;
}

export interface RuleExamples {
  readonly good: readonly string[];
  readonly bad: readonly string[];
  /** Of a rule that looks around: where the examples stand, and the documents beside them by path. */
  readonly path?: string;
  readonly beside?: Readonly<Record<string, string>>;
  /** The files that the config key `contracts` names, by path. */
  readonly contracts?: Readonly<Record<string, string>>;
  /** Paths of the files that a change touched. */
  readonly changed?: readonly string[];
}

export type RuleOptions = Readonly<Record<string, RuleOption>>;

export interface RuleOption {
  /** What the figure is, with its unit; Markdown. */
  readonly about: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

export interface RuleContext extends Facts {
  readonly coverage: readonly Coverage[];
  /** From the workspace's root, with `/`. */
  readonly path?: string;
  /** What is around the document; undefined where nobody looked. */
  readonly workspace?: Workspace;
}

export interface RuleFinding {
  /** The narrowest text that proves it; absolute. */
  readonly at: Span;
  /** One sentence: what is wrong here, and what would satisfy it. */
  readonly message: string;
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
  readonly elsewhere?: readonly Elsewhere[];
  readonly fixes?: readonly Fix[];
  /** The items whose gap it reports at the place where it arises; they are then left out of the roll-up of their area. */
  readonly items?: readonly ItemId[];
  /** Absolute: what it calls unanswered as a whole; rules that yield to items are silent in it too. */
  readonly unanswered?: Span;
}

/** Types a rule file; returns it unchanged. */
export const defineRule = (rule: Rule): Rule => rule;
