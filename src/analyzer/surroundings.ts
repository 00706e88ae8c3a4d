import type { ContractFile, FenceContract } from './contract';
import type { Profile, Stage } from './item';

/** What a review may know of the files around the document. Plain data, so that a shell can cache and send it. */
export interface Workspace {
  /** Documents that this one links to, and specs that may define the same. */
  readonly specs: readonly SpecEntry[];
  /** What a change did; undefined where none is looked at, or nothing tells. */
  readonly changes?: Changes;
  /** The files that the config key `contracts` names, as far as the document speaks of what they declare; undefined where it names none. */
  readonly contracts?: readonly ContractFile[];
  /** Contracts in the document's own fences; undefined where it has none. */
  readonly fences?: readonly FenceContract[];
}

export interface Changes {
  /** What the files are compared with, as a reader knows it: "main". */
  readonly since: string;
  /** Paths of all files that were changed, added, moved or deleted, from the workspace's root. */
  readonly files: readonly string[];
}

/** What other documents, and a list of all specs, need to know of one. */
export interface SpecEntry {
  /** From the workspace's root, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly profile: Profile;
  readonly stage: Stage | undefined;
  /** As the author wrote it: "Accepted". */
  readonly status: string | undefined;
  /** Names as written. */
  readonly deciders: readonly string[];
  readonly approvers: readonly string[];
  /** When it says that it was last changed, or written: YYYY-MM-DD. */
  readonly date: string | undefined;
  /** Paths of the documents that it links to, each once. */
  readonly links: readonly string[];
  /** Those among them, and others that its front matter names, that it says it depends on. */
  readonly dependsOn: readonly string[];
  readonly definitions: readonly { readonly key: string; readonly line: number }[];
  /** Globs of the code that implements it, from the workspace's root. */
  readonly implements: readonly string[];
}
