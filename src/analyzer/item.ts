import type { Span } from './span';
import type { Block, Section, Spec } from './spec';

export type Area = 'api' | 'scalability' | 'infrastructure' | 'acceptance' | 'delivery';
export type Profile = 'kep' | 'rfc' | 'design' | 'prd' | 'adr';
export type Severity = 'error' | 'warning' | 'info';
export type Level = Severity | 'off';
/** Where the document is in its life, from its metadata. */
export type Stage = 'draft' | 'in-review' | 'accepted' | 'done';
export type Priority = 'blocker' | 'should' | 'could';
export type State = 'covered' | 'partial' | 'missing' | 'not-applicable' | 'accepted';
/** `area/name`. The area of a team's own item is any word. */
export type ItemId = `${string}/${string}`;

/**
 * One question of the checklist: what one file under `src/checklist` declares.
 * Adding a question is adding a file; `npm run generate` does the rest.
 */
export interface Item {
  readonly id: ItemId;
  /** As a reviewer would ask it aloud. */
  readonly question: string;
  /** Why a gap costs money later; one or two sentences of Markdown. */
  readonly why: string;
  /** What would satisfy it, as the end of a sentence: "name the flag, its default and who may switch it". */
  readonly expected: string;
  /** How loud a gap is in each kind of document, before the document's stage is taken into account. */
  readonly severity: Readonly<Record<Profile, Level>>;
  /** 1 (nice to know) to 5 (irreversible or user-visible when wrong); orders findings of equal severity. */
  readonly weight: number;
  /**
   * Why this document owes an answer ("it adds endpoints"), from its own operations, schema and components;
   * undefined where nothing in it makes the question due. Without this function the question is always due.
   */
  due?(facts: Facts): string | undefined;
  /** Why the question cannot apply to this document, by a computable cause; undefined where it can. */
  notApplicable?(facts: Facts): string | undefined;
  readonly evidence: Evidence;
  /**
   * What a whole answer consists of: a name that fits behind "with" and "without" ("who decides") to patterns that show
   * it. The reason says which are there; they never change the state.
   */
  readonly parts?: Readonly<Record<string, readonly RegExp[]>>;
  /** What "insert the missing section" inserts. */
  readonly skeleton: Skeleton;
  /** Lines behind these questions where the document says what is asked of: a table with a row for each of its operations. */
  table?(facts: Facts): readonly string[];
  readonly examples: Examples;
  /** What the source of the question is, where it has one: a template, a checklist, a paper. */
  readonly source?: string;
  /** Of a team's own item: where the team explains it. */
  readonly url?: string;
}

/** What counts as an answer. Patterns are tested on the plain text of a block and must be linear: no nested quantifiers. */
export interface Evidence {
  /** Whole headings, as keys (lower case, no numbering): a section under one of them is about this item and nothing else. */
  readonly headings: readonly string[];
  /** Headings that often are about it; tested on the key. */
  readonly headingPattern?: RegExp;
  /** The text touches the subject. Never enough alone. */
  readonly topic: RegExp;
  /** The text states something about it: actor and permission, number and unit, verb and object. Any one suffices. */
  readonly statements: readonly RegExp[];
  /** A structure that answers it: a table with the right columns, a fence that is a contract, Given/When/Then. */
  structure?(block: Block, section: Section): boolean;
  /** For answers that live in metadata (author, status); absolute spans. */
  metadata?(spec: Spec): readonly MetadataEvidence[];
  /** Sections of these roles count for this item although they answer nothing else. */
  readonly roles?: readonly Section['role'][];
}

export interface MetadataEvidence {
  readonly span: Span;
  readonly strength: 'covered' | 'partial';
  /** What was found, as the start of a sentence: 'Front matter names "authors"'. */
  readonly what: string;
}

export interface Skeleton {
  readonly heading: string;
  /** Questions the author answers, one line each; they stay reported until answered. */
  readonly questions: readonly string[];
  /** Headings (keys) it is usually placed after, best first. */
  readonly after: readonly string[];
}

/** Markdown snippets, each as small as shows the point. They are the item's documentation and its tests. */
export interface Examples {
  readonly covered: readonly string[];
  readonly partial: readonly string[];
  readonly missing: readonly string[];
  readonly notApplicable?: readonly string[];
}

/** What the document proposes, as far as rules ask: its own operations, schema and components only. */
export interface Facts {
  readonly spec: Spec;
  readonly profile: Profile;
  readonly stage: Stage | undefined;
  /** Endpoints, RPCs, commands, CRDs it adds or changes. */
  readonly operations: readonly Fact[];
  /** Tables, columns, messages, CRD fields it adds or changes. */
  readonly schemas: readonly Fact[];
  /** Personal or confidential data it handles. */
  readonly personalData: readonly Fact[];
  /** Feature flags, gates and settings it adds. */
  readonly flags: readonly Fact[];
  /** It stores, deploys or runs something. */
  readonly runtime: readonly Fact[];
}

export interface Fact {
  /** As the author wrote it: "POST /v1/orders". */
  readonly name: string;
  /** Absolute. */
  readonly span: Span;
}

/** Types an item file; returns it unchanged. */
export const defineItem = (item: Item & { readonly id: `${Area}/${string}` }): Item => item;

export const areaOf = (id: ItemId): string => id.slice(0, id.indexOf('/'));
