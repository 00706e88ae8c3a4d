import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocuments } from 'vscode-languageserver';
import { isSpec } from '../analyzer/is-spec';
import type { Item } from '../analyzer/item';
import type { OwnItem } from '../analyzer/own-item';
import type { Review, ReviewOptions } from '../analyzer/review';
import type { Spec } from '../analyzer/spec';
import { checklist, reviewer, type Reviewer } from '../index';
import type { Workspace } from '../analyzer/surroundings';
import { dayOf } from '../report/day';
import type { Halted } from './protocol';
import type { DocumentSettings, SettingsStore } from './settings';
import type { Surroundings } from './surroundings';

/** One version of an open Markdown document, read. The text and all offsets stay valid when the author types on. */
export interface ReadDocument {
  readonly document: TextDocument;
  /** Undefined where it is no spec, is switched off, or could not be reviewed. */
  readonly reviewed: Reading | undefined;
  readonly ms: number;
  /** Why its review was given up, as a clause. */
  readonly halted?: string;
}

export interface Reading {
  readonly review: Review;
  readonly spec: Spec;
  /** What the document was reviewed against: the checklist, then the team's own questions. */
  readonly items: readonly Item[];
  /** From its workspace folder, with `/`; its whole path where it is in none. */
  readonly path: string;
  /** What made the review, with what; for other versions of the text. */
  readonly reviewer: Reviewer;
  readonly options: ReviewOptions;
}

export type ReviewedDocument = ReadDocument & { readonly reviewed: NonNullable<ReadDocument['reviewed']> };

export const isReviewed = (read: ReadDocument | undefined): read is ReviewedDocument => read?.reviewed !== undefined;

export interface Documents {
  /** The review of the latest text, made at once; undefined where the document is not open. */
  current(uri: string): Promise<ReadDocument | undefined>;
  /** The same when the author pauses, for those who ask on every keystroke. */
  settled(uri: string): Promise<ReadDocument | undefined>;
  /** Reviews an open document whatever detection says, until it is closed. */
  reviewAnyway(uri: string): Promise<ReadDocument | undefined>;
  /** Reviews an open document again because more is known of what is around it; all of them where settings changed. */
  refresh(uri?: string): void;
  /** Gives up the review of documents until they change; before they are opened. */
  halt(documents: Halted['documents']): void;
  /**
   * Reviews a text that need not be open.
   * @param anyway whatever detection says
   */
  reviewText(uri: string, text: string, anyway?: boolean): Promise<ReadDocument>;
}

export interface DocumentEvents {
  /** A review begins; what it returns is called when it ends. */
  reviewing(uri: string): () => void;
  read(read: ReadDocument): void;
  closed(uri: string): void;
}

/** How long the author must pause, in ms. */
const PAUSE = 150;
/** In UTF-16 code units. Larger texts are exports and dumps. */
const LARGEST = 2_000_000;

/** An open document. Its reviewer keeps what did not change between versions. */
interface Open {
  readonly document: TextDocument;
  /** Made for the team's own questions that apply, and kept as long as they do. */
  reader: { readonly own: readonly OwnItem[]; readonly reviewer: Reviewer } | undefined;
  anyway: boolean;
  /** The document's latest review; of an older text or older settings where `isStale`. */
  read: ReadDocument | undefined;
  isStale: boolean;
  /** How often what is around it changed: what was found out before is out of date. */
  around: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Resolved when the author pauses. */
  pause: PromiseWithResolvers | undefined;
  /** While it is reviewed: all who ask for the same text wait for the same review. */
  coming: Promise<void> | undefined;
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  resolve(): void;
}

/** Keeps a review of each open Markdown document. The newest text wins: results for an older one are dropped. */
export function openDocuments(connection: Connection, texts: TextDocuments<TextDocument>, settings: SettingsStore, around: Surroundings['around'], events: DocumentEvents): Documents {
  const all = new Map<string, Open>();
  const halted = new Map<string, string>();
  const turns = oneEachTurn();

  texts.onDidChangeContent(({ document }) => {
    const open = all.get(document.uri);
    if (open) {
      halted.delete(document.uri);
      return schedule(open);
    }
    if (!isMarkdown(document)) return;
    const added: Open = { document, reader: undefined, anyway: false, read: undefined, isStale: true, around: 0, timer: undefined, pause: undefined, coming: undefined };
    all.set(document.uri, added);
    void bringUpToDate(added);
  });

  texts.onDidClose(({ document }) => {
    const open = all.get(document.uri);
    if (!open) return;
    all.delete(document.uri);
    halted.delete(document.uri);
    endPause(open);
    events.closed(document.uri);
  });

  function schedule(open: Open): void {
    open.isStale = true;
    clearTimeout(open.timer);
    open.pause ??= withResolvers();
    open.timer = setTimeout(() => void bringUpToDate(open), PAUSE);
  }

  const isOpen = (open: Open): boolean => all.get(open.document.uri) === open;

  /** Undefined where the document was closed meanwhile. */
  async function bringUpToDate(open: Open): Promise<ReadDocument | undefined> {
    while (isOpen(open) && open.isStale) await (open.coming ??= readLatest(open));
    endPause(open);
    return isOpen(open) ? open.read : undefined;
  }

  async function readLatest(open: Open): Promise<void> {
    while (isOpen(open) && open.isStale) {
      const before = settings.of(open.document.uri), asOf = open.around;
      const found = await before;
      // Somebody looks at a document without findings: the first review waits for nothing.
      const patience = open.read ? undefined : 0;
      const workspace = isWanted(found, open) ? await around(open.document.uri, open.document.getText(), patience) : undefined;
      await turns.mine();
      // Settings and surroundings that changed meanwhile are asked for again; the text is taken as it is now.
      if (!isOpen(open) || !open.isStale || asOf !== open.around || before !== settings.of(open.document.uri)) continue;
      open.isStale = false;
      const { uri, languageId, version } = open.document;
      open.read = readNow(open, TextDocument.create(uri, languageId, version, open.document.getText()), found, workspace);
      events.read(open.read);
    }
    open.coming = undefined;
  }

  function readNow(open: Pick<Open, 'reader' | 'anyway'>, document: TextDocument, found: DocumentSettings, workspace: Workspace | undefined): ReadDocument {
    const start = performance.now();
    const done = (reviewed: ReadDocument['reviewed']) => ({ document, reviewed, ms: performance.now() - start });
    const text = document.getText();
    if (!isWanted(found, { anyway: open.anyway, document })) return done(undefined);
    const cause = halted.get(document.uri);
    if (cause !== undefined) return { ...done(undefined), halted: cause };
    const ended = events.reviewing(document.uri);
    turns.taken();
    try {
      if (open.reader?.own !== found.items) open.reader = { own: found.items, reviewer: reviewer(found.items) };
      const { reviewer: own } = open.reader, options = { ...found.options, today: today(), ...(workspace && { workspace }) };
      const review = own.review(text, options);
      const { spec } = own;
      return done(open.anyway || (found.isSpec ?? isSpec(spec, found.path)) ? { review, spec, items: [...checklist, ...found.items], path: found.path, reviewer: own, options } : undefined);
    } catch (error) {
      // One document must not end the reviews of all others; what the reviewer keeps of this one may be broken.
      open.reader = undefined;
      connection.console.error(`${document.uri} could not be reviewed: ${error instanceof Error ? error.stack : String(error)}`);
      return done(undefined);
    } finally {
      ended();
    }
  }

  async function current(uri: string): Promise<ReadDocument | undefined> {
    const open = all.get(uri);
    return open && bringUpToDate(open);
  }

  return {
    current,
    async settled(uri) {
      for (let pause = all.get(uri)?.pause; pause; pause = all.get(uri)?.pause) await pause.promise;
      return current(uri);
    },
    reviewAnyway(uri) {
      const open = all.get(uri);
      if (open) Object.assign(open, { anyway: true, isStale: true });
      return current(uri);
    },
    refresh(uri) {
      for (const open of all.values()) {
        if (uri !== undefined && open.document.uri !== uri) continue;
        open.isStale = true;
        open.around++;
        void bringUpToDate(open);
      }
    },
    halt(documents) {
      for (const { uri, cause } of documents) halted.set(uri, cause);
    },
    async reviewText(uri, text, anyway = false) {
      const found = await settings.of(uri);
      const document = TextDocument.create(uri, 'markdown', 0, text);
      return readNow({ reader: undefined, anyway }, document, found, isWanted(found, { anyway, document }) ? await around(uri, text) : undefined);
    },
  };
}

/** Whether a review may be wanted; what is no spec shows when it is read. */
const isWanted = ({ enabled, isSpec }: DocumentSettings, { anyway, document }: Pick<Open, 'anyway' | 'document'>): boolean =>
  anyway || (enabled && isSpec !== false && document.getText().length <= LARGEST);

/** Between two reviews the server hears what it is told: what is typed or asked does not wait for all open documents. */
function oneEachTurn(): { mine(): Promise<void>; taken(): void } {
  let next: Promise<void> | undefined;
  return {
    async mine() {
      while (next) await next;
    },
    taken() {
      next ??= new Promise((resolve) => setTimeout(() => {
        next = undefined;
        resolve();
      }));
    },
  };
}

function endPause(open: Open): void {
  clearTimeout(open.timer);
  open.timer = undefined;
  open.pause?.resolve();
  open.pause = undefined;
}

function withResolvers(): PromiseWithResolvers {
  let resolve!: () => void;
  return { promise: new Promise<void>((done) => { resolve = done; }), resolve };
}

/** Editors have many names for Markdown; all start with the word, or the file's name tells. */
const isMarkdown = ({ languageId, uri }: TextDocument): boolean => languageId.startsWith('markdown') || /\.(?:md|markdown)$/i.test(uri);

export const today = (): string => dayOf(new Date());
