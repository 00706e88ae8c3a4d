import type { FilePlace } from './contract';
import type { ItemId, Level, Priority, Profile, Severity, Stage, State } from './item';
import type { RuleFinding } from './rule';
import type { Span } from './span';
import type { Workspace } from './surroundings';

/** What a document answers and what it does not. Plain data; all offsets absolute, in UTF-16 code units. */
export interface Review {
  readonly profile: Profile;
  /** Undefined where no metadata tells. */
  readonly stage: Stage | undefined;
  /** One for each item of the checklist, in its order, whatever the profile. */
  readonly coverage: readonly Coverage[];
  /** Loudest first: by priority, then severity, then weight, then position. */
  readonly findings: readonly Finding[];
  /** Rules of the at most three findings that matter most. */
  readonly brief: readonly string[];
}

export interface Coverage {
  readonly item: ItemId;
  readonly state: State;
  /** Probability, 0 to 1, that covered-or-gap is right. Below {@link CONFIDENT} it is for a human to check, never a finding. */
  readonly confidence: number;
  /** One sentence that can be read aloud: what was found, where, and what is lacking. */
  readonly reason: string;
  /** At most three, best first. */
  readonly evidence: readonly Span[];
  /** Where no answer was found but something came close. */
  readonly closest?: Span;
  readonly decision?: Decision;
}

export const CONFIDENT = 0.8;

export interface Finding {
  /** An item's id, `decision/…`, or `<area>/*` for the finding that rolls up an area's smaller gaps. */
  readonly rule: string;
  readonly severity: Severity;
  readonly priority: Priority;
  /** One sentence: what is wrong, where, and what would satisfy it. */
  readonly message: string;
  readonly at: Span;
  readonly related: readonly { readonly at: Span; readonly message: string }[];
  /** Places in other files that it is about. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly fixes: readonly Fix[];
  /** For a roll-up: the items it stands for. */
  readonly items?: readonly ItemId[];
  /** For a habit of the document: what each of its places would be told alone. */
  readonly members?: readonly RuleFinding[];
}

export interface Elsewhere extends FilePlace {
  /** From the workspace's root, with `/`. */
  readonly path: string;
  readonly message: string;
}

export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** Text edits that insert and never delete what an author wrote; one of kind `reorder` puts lines of theirs in another order. */
export interface Fix {
  /** Imperative, as the light bulb shows it. */
  readonly title: string;
  readonly kind: 'insert-section' | 'fill-section' | 'not-applicable' | 'accept' | 'answered' | 'placeholder' | 'tidy' | 'reorder';
  readonly item?: ItemId;
  readonly edits: readonly Edit[];
  /**
   * True only where it states nothing and leaves the document as it is built: it makes a place for an answer where the
   * document has one already. `--fix` applies those; on save, `source.fixAll.specReview`, only the ones that tidy.
   */
  readonly safe?: boolean;
}

/** `<!-- spec-review: not-applicable ITEM -- reason -->` and its kind: what the author decided, in the document. */
export interface Decision {
  readonly verb: 'not-applicable' | 'accept' | 'answered';
  readonly item: string;
  readonly reason: string;
  /** YYYY-MM-DD */
  readonly until?: string;
  readonly owner?: string;
  readonly span: Span;
}

/** The figures of a rule's options, by name: `{ tolerance: 0.1 }`. */
export type RuleFigures = Readonly<Record<string, number>>;
export type RuleSetting = Level | readonly [Level, RuleFigures];

export type Depth = 'essential' | 'thorough';

export interface ReviewOptions {
  /** Path relative to the workspace, with `/`; helps to tell the kind of document. */
  readonly path?: string;
  readonly profile?: Profile | 'auto';
  /** Rule id or wildcard (`api/*`) to level, and of a rule with options to level and figures; later entries win. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** The loudest a finding gets at each stage. */
  readonly stages?: Readonly<Partial<Record<Stage, Severity>>>;
  /** `thorough` reports every gap for itself; `essential`, the default, makes an area's smaller gaps one finding. */
  readonly depth?: Depth;
  /** What is around the document; without it the rules that compare documents are silent. */
  readonly workspace?: Workspace;
  /** YYYY-MM-DD; the analyzer has no clock. Without it no decision expires. */
  readonly today?: string;
}
