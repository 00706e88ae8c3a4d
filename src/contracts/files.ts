import { lineAt, lineStarts } from '../analyzer/lines';
import { resolveLink } from '../analyzer/facts/document-links';
import { plainPath, type Contract, type ContractFile, type FilePlace } from '../analyzer/contract';
import type { Span } from '../analyzer/span';
import { readGraphql } from './graphql';
import { readOpenApi, type Placed, type Resolve } from './openapi';
import { readProto } from './proto';
import { follow, openTree, type Tree } from './yaml-tree';

/** The text of a file of the workspace; undefined where there is none, or where it is not to be read. Never throws. */
export type ReadContract = (path: string) => Promise<string | undefined>;

/** In UTF-16 code units. */
const LARGEST = 8_000_000;
/** In files, those that are imported or referred to included. */
const MOST = 200;

/**
 * What the files declare, in their order, and behind them the proto files that they import. References and imports are
 * followed inside the workspace only, each file once, so that circles end. A file that cannot be read says so in its
 * `problem`; never throws.
 */
export async function readContracts(paths: readonly string[], read: ReadContract): Promise<readonly ContractFile[]> {
  const files = new Map<string, ContractFile>();
  const trees = openTrees(read);
  const waiting = paths.slice(0, MOST).map((path) => ({ path, isNamed: true }));
  for (let next = waiting.shift(); next && files.size < MOST; next = waiting.shift()) {
    const { path, isNamed } = next;
    if (files.has(path)) continue;
    const found = await readFile(path, read, trees);
    if (!found) {
      if (isNamed) files.set(path, failed(path, 'does not exist, is too large, or lies outside of the workspace'));
      continue;
    }
    files.set(path, found.file);
    for (const name of found.imports) {
      const target = await importedFrom(path, name, paths, read);
      if (target !== undefined) waiting.push({ path: target, isNamed: false });
    }
  }
  const found = [...files.values()];
  // Schemas lie beside the documents that refer to them; where there is nothing else, the wrong files are named.
  const hasAny = found.some(({ operations, types, problem }) => operations.length || types.length || problem);
  return hasAny ? found : found.slice(0, 1).map((file) => ({ ...file, ...failed(file.path, 'declares no operation') }));
}

interface Found {
  readonly file: ContractFile;
  readonly imports: readonly string[];
}

async function readFile(path: string, read: ReadContract, trees: Trees): Promise<Found | undefined> {
  if (/\.(?:ya?ml|json)$/i.test(path)) {
    const tree = await trees.of(path);
    if (!tree) return undefined;
    if ('problem' in tree) return { file: { ...failed(path, tree.problem), ...(tree.at && { problem: { message: tree.problem, at: tree.at } }) }, imports: [] };
    return { file: fileOf(path, await readOpenApi(tree, trees.resolve), tree.text), imports: [] };
  }
  const text = await read(path);
  if (text === undefined) return undefined;
  if (text.length > LARGEST) return { file: failed(path, TOO_LARGE), imports: [] };
  if (!/\.proto$/i.test(path)) return { file: fileOf(path, readGraphql(text), text), imports: [] };
  const { contract, imports } = readProto(text);
  return { file: fileOf(path, contract, text), imports };
}

const TOO_LARGE = `has more than ${LARGEST / 1_000_000} million characters; split it`;

/** An import is written from a root that only the build knows: beside the file, or at the end of the path of another one. */
async function importedFrom(path: string, name: string, paths: readonly string[], read: ReadContract): Promise<string | undefined> {
  const known = paths.find((other) => other === name || other.endsWith(`/${name}`));
  if (known !== undefined) return known;
  const folders = path.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const candidate = resolveLink([...folders.slice(0, depth), 'x'].join('/'), name);
    if (candidate !== undefined && await read(candidate) !== undefined) return candidate;
  }
  return undefined;
}

type Opened = (Tree & { readonly text: string }) | { readonly problem: string; readonly at?: FilePlace };

interface Trees {
  of(path: string): Promise<Opened | undefined>;
  readonly resolve: Resolve;
}

/** YAML and JSON files, each parsed once. */
function openTrees(read: ReadContract): Trees {
  const opened = new Map<string, Promise<Opened | undefined>>();
  const paths = new Map<Tree, string>();
  const of: Trees['of'] = (path) => {
    let tree = opened.get(path);
    if (!tree && opened.size < MOST) opened.set(path, (tree = open(path)));
    return tree ?? Promise.resolve(undefined);
  };
  async function open(path: string): Promise<Opened | undefined> {
    const text = await read(path);
    if (text === undefined || text.length > LARGEST) return text === undefined ? undefined : { problem: TOO_LARGE };
    const tree = openTree(text);
    if ('message' in tree) return { problem: tree.message, at: placesIn(text)(tree.at) };
    const found = { ...tree, text };
    paths.set(found, path);
    return found;
  }
  async function resolve(ref: string, from: Tree): Promise<Placed | undefined> {
    const [file = '', pointer = ''] = ref.split('#', 2);
    const target = file === '' ? paths.get(from) : resolveLink(paths.get(from) ?? '', file);
    const tree = target === undefined ? undefined : await of(target);
    return tree && 'root' in tree ? { value: follow(tree.root, pointer), tree } : undefined;
  }
  return { of, resolve };
}

const START: FilePlace = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const failed = (path: string, message: string): ContractFile => ({ path, format: 'openapi', operations: [], types: [], prefixes: [], problem: { message, at: START } });

/** The contract with lines and columns instead of offsets. */
function fileOf(path: string, { format, operations, types, problem }: Contract<Span>, text: string): ContractFile {
  const place = placesIn(text);
  const placed = <T extends { readonly at: Span }>(one: T) => ({ ...one, at: place(one.at) });
  const prefixes = operations.flatMap(({ kind, name }) => (kind === 'endpoint' ? plainPath(name.slice(name.indexOf(' ') + 1)).split('/')[1] ?? [] : []));
  return {
    path, format, prefixes: [...new Set(prefixes)],
    operations: operations.map((operation) => ({ ...placed(operation), fields: operation.fields.map(placed) })),
    types: types.map((type) => ({ ...placed(type), fields: type.fields.map(placed) })),
    ...(problem && { problem: placed(problem) }),
  };
}

function placesIn(text: string): (span: Span) => FilePlace {
  const starts = lineStarts(text);
  const point = (offset: number) => {
    const inside = Math.min(offset, text.length), line = lineAt(starts, inside);
    return { line: line + 1, column: inside - starts[line]! + 1 };
  };
  return ({ start, end }) => ({ start: point(start), end: point(end) });
}
