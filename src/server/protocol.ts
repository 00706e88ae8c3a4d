import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { ItemId, Priority, Profile, Severity, Stage, State } from '../analyzer/item';
import type { Decision } from '../analyzer/review';
import type { Changes } from '../analyzer/surroundings';
import type { FileTool } from '../report/agent-tools';
import type { Changes as VersionChanges, Snapshot } from '../report/changes';
import type { SpecStatus } from '../report/status';

/**
 * What the server and a client of ours say to each other beside the Language Server Protocol.
 * Plain types by method name, so that the extension shares them without loading a line of the server.
 */

/** `initializationOptions`: what a client can do beyond the protocol. */
export interface Initialization {
  /** It asks the author for a reason: decisions then arrive as the command {@link RECORD_DECISION}. */
  readonly canAsk?: boolean;
  /** It answers `specReview/readFile`; a server in a web worker has no other way to read a config file. */
  readonly readsFiles?: boolean;
  /** It runs where the server runs: what is at a `file:` URI the server reads itself, which is much faster than to ask. */
  readonly sharesDisk?: boolean;
  /** It answers `specReview/listDocuments`, `specReview/changes` and `specReview/parsers`, and tells with `specReview/changesMoved`. */
  readonly knowsWorkspace?: boolean;
  /** How long one review may take, in ms, before it is given up; 10,000 where nothing is said. For the supervisor. */
  readonly patience?: number;
  /** Set by the supervisor: it wants to know what is under review. */
  readonly supervised?: boolean;
}

/** What a thread is told to be that runs the server for a supervisor. */
export const SERVES = 'language server';
/** Server to supervisor: a review begins, or ends (null). */
export const REVIEWING = 'specReview/reviewing';
export interface Reviewing {
  readonly uri: string | null;
}
/** Supervisor to server, answered with null as soon as the server is free. */
export const PING = 'specReview/ping';
/** Supervisor to server, before the documents are opened again: the reviews of which ended its predecessor. */
export const HALTED = 'specReview/halted';
export interface Halted {
  /** The cause as a clause: "a review took longer than 10 s". */
  readonly documents: readonly { readonly uri: string; readonly cause: string }[];
}

/** Commands that a client with `canAsk` registers; the server puts them on code actions. */
export const RECORD_DECISION = 'specReview.recordDecision';
/** Takes an item's id as its only argument. */
export const EXPLAIN_ITEM = 'specReview.explainItem';

/** Shows the checklist of the active document; without arguments. */
export const SHOW_CHECKLIST = 'specReview.showChecklist';

/** The only argument of {@link RECORD_DECISION}. */
export interface DecisionRequest {
  readonly uri: string;
  readonly item: string;
  readonly verb: Decision['verb'];
}

/** `data` of a diagnostic. */
export interface DiagnosticData {
  readonly rule: string;
  readonly items: readonly ItemId[];
  /** What the finding is known by in a {@link Snapshot}; for our own clients. */
  readonly entries?: readonly string[];
}

/** Client to server. */
export interface Requests {
  /** The review of an open document, made now if there is none of its latest text; null where it is not open. */
  'specReview/review': { params: { uri: string; base?: Base }; result: DocumentReview | null };
  /** What is kept of an open document to tell later versions from it: of its latest text, or of an earlier one. Null where it is not open or no spec. */
  'specReview/snapshot': { params: { uri: string; text?: string }; result: Snapshot | null };
  /** Reviews an open Markdown document that detection leaves alone, until it is closed. */
  'specReview/reviewAnyway': { params: { uri: string }; result: DocumentReview | null };
  /** Reviews text that is not open in the editor; for the workspace. Publishes nothing. */
  'specReview/reviewText': { params: { uri: string; text: string }; result: DocumentReview };
  /** Lines, from 0, of the headings whose sections answer something and leave nothing open; none where the document is not open or no spec. */
  'specReview/settledLines': { params: { uri: string }; result: readonly number[] };
  /** The documentation of an item as Markdown; null for an unknown one. A team's own are known for an open document. */
  'specReview/explain': { params: { item: string; uri?: string }; result: string | null };
  /** What applies to a document, and where each value is written: a config that says the same, as YAML with comments. */
  'specReview/effectiveConfig': { params: { uri: string }; result: string };
  /** Null where the document is not open or the item unknown. */
  'specReview/insertSection': { params: { uri: string; item: string }; result: WorkspaceEdit | null };
  /** Null where the document is not open or the item unknown. */
  'specReview/decisionEdit': { params: DecisionRequest & DecisionAnswers; result: WorkspaceEdit | null };
  /** All answers as one edit, in their order; unknown items are left out. Null where the document is not open. */
  'specReview/answersEdit': { params: { uri: string; answers: readonly Answer[] }; result: WorkspaceEdit | null };
  /** The review as Markdown for a pull request; null where the document is not open or no spec. */
  'specReview/conversation': { params: { uri: string }; result: string | null };
  /** The report on an open document, the same as the command line's, with `onlyNew` as with `--since`; null where it is not open or no spec. */
  'specReview/report': { params: { uri: string; format: 'html' | 'markdown' | 'json'; base?: Base; onlyNew?: boolean }; result: string | null };
  /** What a model is to be told that drafts a section; null where the document is not open or the item unknown. At most `longest` UTF-16 code units of the document are in it. */
  'specReview/draftPrompt': { params: { uri: string; item: string; longest: number }; result: string | null };
  /** Whether what a model said may be offered; null likewise. */
  'specReview/checkDraft': { params: { uri: string; item: string; said: string }; result: DraftReview | null };
  /** What a tool of an agent answers, of an open document or any other text; like `reviewText` it publishes nothing. */
  'specReview/agentTool': { params: AgentCall; result: AgentAnswer };
  /** A new document of that kind, as Markdown. */
  'specReview/template': { params: { profile: Profile }; result: string };
}

/** A draft, reviewed in its document. */
export interface DraftReview {
  readonly edit: WorkspaceEdit;
  /** The document with the draft in it. */
  readonly text: string;
  /** Why it may not be offered, each a sentence; none where it passes. */
  readonly problems: readonly string[];
  /** What the model is told when there are problems. */
  readonly again: string;
  /** Figures and names in code that it states and the document does not. */
  readonly unsaid: readonly string[];
}

/** A call of one of the tools that MCP offers as well. */
export type AgentCall = { readonly tool: FileTool; readonly uri: string; readonly text: string } | { readonly tool: 'explain_item'; readonly item: string };

/** In words, for a model to read. */
export interface AgentAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** An earlier version that a document is compared with. */
export interface Base {
  /** What it is called: a revision as the user named it, a review of theirs, a milestone. */
  readonly since: string;
  readonly snapshot: Snapshot;
}

/** What an author says about a gap. */
export type Answer = { readonly item: string } & (
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  /** Somebody else's to answer; without an owner the place for the name is left to fill. */
  | { readonly kind: 'ask'; readonly owner?: string }
);

/** What the author said when asked. */
export interface DecisionAnswers {
  readonly reason: string;
  /** YYYY-MM-DD; for `accept`. */
  readonly until?: string;
  readonly owner?: string;
}

/** Server to client. */
export interface ClientRequests {
  /** Null where there is no such file. */
  'specReview/readFile': { params: { uri: string }; result: { text: string } | null };
  /** Markdown files in a workspace folder, or those that globs relative to it name: paths from it, with `/`, at most a few thousand. */
  'specReview/listDocuments': { params: { folder: string; globs?: readonly string[] }; result: { paths: readonly string[] } };
  /** The script with the parsers of contracts, for a server in a web worker. */
  'specReview/parsers': { params: null; result: { script: string } };
  /** What the current branch changed, committed or not; null where there is no git to ask. */
  'specReview/changes': { params: { folder: string }; result: Changes | null };
}

/** Client to server, without an answer. Params are null. */
export const CHANGES_MOVED = 'specReview/changesMoved';

/** Server to client. */
export interface Notifications {
  /** After each review of an open document, and when a document stops being a spec. */
  'specReview/reviewed': Reviewed;
}

export interface Reviewed {
  readonly uri: string;
  readonly isSpec: boolean;
  /** Items with a gap that is certain enough to be reported. */
  readonly open: number;
  /** Items that are answered, decided or do not apply. */
  readonly answered: number;
  readonly total: number;
  /** How long the review took. */
  readonly ms: number;
  /** Why the review was given up, as a clause; reviewed again when the document changes. */
  readonly halted?: string;
}

export type DocumentReview = { readonly uri: string; readonly isSpec: false } | SpecReview;

/** A review with positions of the protocol: lines and characters from 0, characters in UTF-16 code units. */
export interface SpecReview {
  readonly uri: string;
  readonly isSpec: true;
  readonly title: string;
  readonly profile: Profile;
  readonly stage: Stage | null;
  /** Rules of the at most three findings that matter most. */
  readonly brief: readonly string[];
  /** All items of the checklist, in its order. */
  readonly items: readonly ItemReview[];
  /** How it stands among the others; the stages of those that it depends on are not known here. */
  readonly status: SpecStatus;
  /** Items that are answered best, at most three, the weightiest first. */
  readonly well: readonly ItemId[];
  /** Loudest first. */
  readonly findings: readonly FindingReview[];
  readonly summary: Reviewed;
  /** With a base: what became of the document since. */
  readonly changes?: VersionChanges;
}

export interface ItemReview {
  readonly item: ItemId;
  /** One of the checklist's, or any word for a team's own questions. */
  readonly area: string;
  readonly question: string;
  /** Why a gap costs money later; Markdown. */
  readonly why: string;
  readonly state: State;
  /** False where the verdict is for a human to check. */
  readonly confident: boolean;
  readonly reason: string;
  /** At most three, best first. */
  readonly evidence: readonly Range[];
  readonly closest: Range | null;
  readonly decision: { readonly verb: Decision['verb']; readonly reason: string; readonly until?: string; readonly owner?: string; readonly range: Range } | null;
}

export interface FindingReview {
  readonly rule: string;
  readonly severity: Severity;
  readonly priority: Priority;
  readonly message: string;
  readonly range: Range;
  /** For a roll-up: the items it stands for. */
  readonly items: readonly ItemId[];
  /** With a base: all that it says was so then. */
  readonly isKnown?: true;
  /** Documentation of the rule. */
  readonly href: string;
}
