import type { ContractFile, ContractFormat, FenceContract } from '../analyzer/contract';
import type { Workspace } from '../analyzer/surroundings';
import type { Grammars } from '../contracts';

/** How contract files are found and read; paths from the workspace's root, with `/`. */
export interface ContractHost {
  /** The parsers, which are heavy; asked for once, by the first document that needs them. Undefined where the host could not load them, and said so. */
  grammars(): Promise<Grammars | undefined>;
  /** The files that the config of a document names; asked for only where it may speak of an interface. */
  files(path: string): Promise<readonly string[]>;
  /** Undefined where there is no such file, or where it lies outside of the workspace behind a link; never throws. */
  read(path: string): Promise<string | undefined>;
}

export interface Contracts {
  around(path: string, text: string): Promise<Pick<Workspace, 'contracts' | 'fences'>>;
  /** Forgets what was read where that file had a part in it. */
  forget(path: string): void;
}

/** Words without which a document names no operation. */
const MAY_NAME = /\b(?:GET|POST|PUT|PATCH|DELETE)\b|\brpc\b|\b[A-Z]\w{1,60}[./][A-Z]\w/;
/** In fences that are kept. */
const MOST_KEPT = 200;
/** In UTF-16 code units and in fences of a document. */
const LARGEST_FENCE = 100_000;
const MOST_FENCES = 100;

/** What contracts say of documents: files are read once for all that name them, fences once for each text. */
export function contracts(host: ContractHost): Contracts {
  const sets = new Map<string, Promise<readonly ContractFile[] | undefined>>();
  const involved = new Set<string>();
  const fences = new Map<string, Promise<FenceContract | undefined>>();
  let grammars: Promise<Grammars | undefined> | undefined;
  const load = () => (grammars ??= host.grammars());

  async function filesFor(path: string): Promise<readonly ContractFile[] | undefined> {
    const paths = await host.files(path);
    if (!paths.length) return undefined;
    const key = paths.join('\n');
    let set = sets.get(key);
    if (!set) sets.set(key, (set = load().then((loaded) => loaded?.readContracts(paths, (one) => { involved.add(one); return host.read(one); }))));
    return set;
  }

  function read({ format, code }: Fence): Promise<FenceContract | undefined> {
    const key = `${format}\n${code}`;
    let known = fences.get(key);
    if (!known) {
      if (fences.size >= MOST_KEPT) fences.clear();
      fences.set(key, (known = load().then(async (loaded) => loaded && { code, contract: await loaded.readFence(format, code) })));
    }
    return known;
  }

  return {
    async around(path, text) {
      const own = fencesIn(text);
      const files = own.length || MAY_NAME.test(text) ? await filesFor(path) : undefined;
      const parsed = (await Promise.all(own.map(read))).filter((one) => one !== undefined);
      return { ...(files && { contracts: files.map((file) => spokenOf(file, text)) }), ...(parsed.length && { fences: parsed }) };
    },
    forget(path) {
      if (involved.has(path)) sets.clear();
    },
  };
}

/** The part of a file that a document may speak of: a review is handed no more than it can use. */
function spokenOf(file: ContractFile, text: string): ContractFile {
  const known = new Map<string, boolean>();
  const names = (word: string): boolean => {
    let is = known.get(word);
    if (is === undefined) known.set(word, (is = text.includes(word)));
    return is;
  };
  return {
    ...file,
    operations: file.operations.filter(({ kind, group, name }) => names(kind === 'field' ? name.slice(name.indexOf('.') + 1) : group)),
    types: file.types.filter(({ name }) => names(name.slice(name.lastIndexOf('.') + 1))),
  };
}

interface Fence {
  readonly format: ContractFormat;
  readonly code: string;
}

/** Contracts in the fences of a text, found without parsing it. */
export function fencesIn(text: string): readonly Fence[] {
  const found: Fence[] = [];
  let open: { readonly mark: string; readonly indent: number; readonly lang: string; readonly from: number } | undefined;
  for (const match of text.matchAll(/^([ \t]*)(`{3,}|~{3,})[ \t]*([\w+-]*)[^\n]*(?:\n|$)/gm)) {
    const [line, indent = '', mark = '', lang = ''] = match;
    if (!open) open = { mark, indent: indent.length, lang: lang.toLowerCase(), from: match.index + line.length };
    else if (mark.startsWith(open.mark) && lang === '') {
      const { from, lang: language, indent: depth } = open;
      open = undefined;
      if (match.index - from > LARGEST_FENCE || found.length >= MOST_FENCES) continue;
      // As the parser takes it: lines without the indentation of the fence, and without the last line end.
      const code = text.slice(from, match.index).split('\n').map((one) => one.slice(Math.min(depth, one.search(/\S|$/)))).join('\n').replace(/\r?\n$/, '');
      const format = formatOf(language, code);
      if (format) found.push({ format, code });
    }
  }
  return found;
}

const SDL = /^\s*(?:extend\s+)?(?:type|input|interface|schema)\b/m;
const QUERY = /^\s*(?:query|mutation|subscription|fragment)\b[^:]*\{|^\s*\{/m;
const PATHS = /^\s{0,4}["']?paths["']?:|^\s{0,4}["']?\/[\w{}/-]{1,200}["']?:/m;
const METHOD_KEY = /^\s+["']?(?:get|post|put|patch|delete)["']?:/m;

function formatOf(lang: string, code: string): ContractFormat | undefined {
  if (/^proto(?:buf|3)?$/.test(lang)) return 'proto';
  if (/^(?:graphqls?|gql|sdl)$/.test(lang)) return SDL.test(code) && !QUERY.test(code) ? 'graphql' : undefined;
  if (/^(?:\w*sql|ddl|sqlite3?|postgres)$/.test(lang)) return /\bcreate\s+table\b/i.test(code) ? 'sql' : undefined;
  // Several documents in one fence, and JSON with comments, are no YAML.
  if (!/^(?:ya?ml|json|openapi|)$/.test(lang) || /^---\s*$/m.test(code.slice(4)) || /^\s*\/\//m.test(code)) return undefined;
  if (/^\s{0,4}(?:\{\s*)?["']?(?:openapi|swagger)["']?:/m.test(code) || (PATHS.test(code) && METHOD_KEY.test(code))) return 'openapi';
  if (/^\s{0,4}["']?kind["']?: ["']?CustomResourceDefinition\b/m.test(code)) return 'crd';
  return /["']?\$schema["']?:/.test(code) && /["']?properties["']?:/.test(code) ? 'json-schema' : undefined;
}
