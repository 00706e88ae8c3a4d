import { roughDefinitions } from '../analyzer/facts/definitions';
import { resolveLink } from '../analyzer/facts/document-links';
import { buildSpec } from '../analyzer/build-spec';
import { isSpec } from '../analyzer/is-spec';
import { createMarkdownParser } from '../analyzer/parse/markdown';
import { detectProfile, detectStage } from '../analyzer/profile';
import { specEntry } from '../analyzer/spec-entry';
import type { Changes, SpecEntry, Workspace } from '../analyzer/surroundings';
import { contracts, type ContractHost } from './contracts';

/** How the documents of a workspace are read; paths from its root, with `/`. */
export interface WorkspaceHost {
  /** Markdown files; asked for once. */
  list(): Promise<readonly string[]>;
  /** Undefined where there is no such file or it is no text; never throws. */
  read(path: string): Promise<string | undefined>;
  /** Whether globs make it a spec; undefined where its content decides. */
  isListed(path: string): Promise<boolean | undefined>;
  /** What a change did; asked only for documents that name their code. */
  changes?(): Promise<Changes | undefined>;
  /** Without it, contracts are not read. */
  readonly contracts?: ContractHost;
}

export interface WorkspaceIndex {
  /** What a review of this text may know of the others. Reads no more than it needs: most documents need nothing. */
  around(path: string, text: string): Promise<Workspace>;
  /** Reads a document or contract again that was changed, and no other. */
  changed(path: string): void;
  /** Looks anew which documents there are: this one, or a contract, was made or deleted. */
  forget(path: string): void;
}

/** In files. Larger workspaces are not compared as a whole: a document then knows only what it links to. */
const MOST = 3_000;
/** In UTF-16 code units. */
const LARGEST = 500_000;
/** Files that are read at once. */
const AT_ONCE = 16;
const MOST_LINKS = 50;
/** As many others may define the same: more have it from a template. */
const MOST_RIVALS = 10;

/** Without words of these two kinds no rule asks what a document links to. */
const ACCEPTED = /\b(?:status|state|stage)\b[\s\S]{0,120}?\b(?:accepted|approved|implementable|final|active|implementing|in progress|in development|adopted|agreed|ratified|stable|ready)\b/i;
const NEEDS = /depend|requires?|rel(?:ies|ying|y) on|builds? (?:up)?on|blocked|prerequisite/i;

const LINK = /\]\(\s{0,9}<?([^)\s>]{1,500}\.(?:md|markdown|mdx))|^\s*(?:depends[-_ ]?on|requires|prerequisites?|blocked[-_ ]by|builds[-_ ]on|dependencies)\s*:/gim;
const FIELD_PATH = /[^\s"',[\]]{1,500}\.(?:md|markdown|mdx)\b/gi;
const NAMES_CODE = /^implements\s*:/m;
/** In UTF-16 code units: how far a front matter reaches. */
const FRONT_MATTER = 20_000;

/** Whether the front matter names the code that implements the document, as far as can be told without parsing. */
export const namesCode = (text: string): boolean => NAMES_CODE.test(text.slice(0, FRONT_MATTER));

/** An index that is filled as reviews ask for it, and kept until a document changes. */
export function workspaceIndex(host: WorkspaceHost): WorkspaceIndex {
  const entries = new Map<string, Promise<SpecEntry | undefined>>();
  const described = host.contracts && contracts(host.contracts);
  let marks: Promise<Marks> | undefined;

  async function makeEntry(path: string): Promise<SpecEntry | undefined> {
    const text = await host.read(path);
    return text === undefined || text.length > LARGEST ? undefined : readEntry(path, text, await host.isListed(path));
  }
  const entryOf = (path: string): Promise<SpecEntry | undefined> => {
    let entry = entries.get(path);
    if (!entry) entries.set(path, (entry = makeEntry(path)));
    return entry;
  };

  /** Which documents may define what this one does. */
  async function rivals(path: string, text: string): Promise<readonly string[]> {
    const own = roughDefinitions(text);
    if (!own.size) return [];
    const { byMark } = await (marks ??= readMarks(host));
    const found = [...own].flatMap((mark) => {
      const paths = [...(byMark.get(mark) ?? [])].filter((other) => other !== path);
      return paths.length > MOST_RIVALS ? [] : paths;
    });
    return [...new Set(found)];
  }

  /** Nothing that was read in it holds any more. */
  const outdate = (path: string): void => {
    entries.delete(path);
    described?.forget(path);
  };

  return {
    async around(path, text) {
      const linked = ACCEPTED.test(text) && NEEDS.test(text) ? linksIn(path, text) : [];
      const wanted = new Set([...linked, ...await rivals(path, text)]);
      wanted.delete(path);
      const found = await Promise.all([...wanted].map(entryOf));
      const changes = namesCode(text) ? await host.changes?.() : undefined;
      return { specs: found.flatMap((entry) => entry ?? []), ...(changes && { changes }), ...await described?.around(path, text) };
    },
    changed(path) {
      outdate(path);
      marks = marks?.then((known) => readMarksOf(host, path, known));
    },
    forget(path) {
      outdate(path);
      marks = undefined;
    },
  };
}

/** Undefined where the document is no spec: what has neither the form of one nor a status is a guide or a note. */
function readEntry(path: string, text: string, isListed: boolean | undefined): SpecEntry | undefined {
  const spec = buildSpec(text, createMarkdownParser().parse(text));
  const stage = detectStage(spec);
  return isListed ?? (stage !== undefined || isSpec(spec, path)) ? specEntry(path, spec, detectProfile(spec, path), stage) : undefined;
}

function linksIn(path: string, text: string): readonly string[] {
  const urls = [...text.matchAll(LINK)].slice(0, MOST_LINKS).flatMap((match) =>
    match[1] ? [match[1]] : text.slice(match.index, match.index + 2_000).split(/\n(?![\s-])/, 1)[0]!.match(FIELD_PATH) ?? []);
  return urls.flatMap((url) => resolveLink(path, url) ?? []);
}

/** {@link roughDefinitions} of all documents: one pass over their texts, none of which is kept. */
interface Marks {
  readonly paths: ReadonlySet<string>;
  readonly byMark: Map<string, Set<string>>;
}

async function readMarks(host: WorkspaceHost): Promise<Marks> {
  const byMark = new Map<string, Set<string>>();
  const paths = await host.list();
  for (let i = 0; paths.length <= MOST && i < paths.length; i += AT_ONCE) {
    const read = await Promise.all(paths.slice(i, i + AT_ONCE).map(async (path) => ({ path, marks: await marksOf(host, path) })));
    for (const { path, marks } of read) addMarks(byMark, path, marks);
  }
  return { paths: new Set(paths), byMark };
}

/** The same with the marks of one of them as they are now; what was never listed does not belong to the workspace. */
async function readMarksOf(host: WorkspaceHost, path: string, known: Marks): Promise<Marks> {
  if (!known.paths.has(path) || known.paths.size > MOST) return known;
  const marks = await marksOf(host, path);
  for (const holders of known.byMark.values()) holders.delete(path);
  addMarks(known.byMark, path, marks);
  return known;
}

function addMarks(byMark: Marks['byMark'], path: string, marks: Iterable<string>): void {
  for (const mark of marks) byMark.set(mark, (byMark.get(mark) ?? new Set()).add(path));
}

async function marksOf(host: WorkspaceHost, path: string): Promise<Iterable<string>> {
  const text = await host.read(path);
  return text === undefined || text.length > LARGEST ? [] : roughDefinitions(text);
}
