import { endpointOf, type Contract, type ContractFile, type DeclaredField, type DeclaredOperation, type DeclaredType, type FilePlace } from '../analyzer/contract';
import type { Operation } from '../analyzer/facts/operations';
import type { Elsewhere } from '../analyzer/review';
import type { RuleFinding } from '../analyzer/rule';
import type { Span } from '../analyzer/span';

/** In names: what more there is, is counted. */
const NAMED = 3;

/** Something that a file declares, and the file. */
interface There<T> {
  readonly file: ContractFile;
  readonly one: T;
}
type Declared = There<DeclaredOperation<FilePlace>>;

/** Where a document's own operations and types differ from those of the files, in document order. */
export const drift = (...given: Parameters<typeof differing>): readonly RuleFinding[] => [...differing(...given)].sort((a, b) => a.at.start - b.at.start);

/** @param isAhead whether the document may have an operation before the files do */
function* differing(own: readonly Operation[], contracts: readonly Contract<Span>[], files: readonly ContractFile[], isAhead: (operation: Operation) => boolean): Iterable<RuleFinding> {
  const known = knownIn(files);
  const pairs = own.map((operation) => ({ operation, there: same(operation, known).find(({ one }) => isOfOneVersion(operation, one)) }));
  const hasMatch = pairs.some(({ there }) => there);
  for (const { operation, there } of pairs) {
    if (there) yield* differences(operation, there);
    else if (!isAhead(operation)) yield* missing(operation, known, files, hasMatch);
  }
  yield* untold(pairs, known);
  yield* typeDrift(contracts, files);
}

/** What the files declare, by what it is looked for: a large API is not searched for each operation. */
interface Known {
  readonly byKey: ReadonlyMap<string, readonly Declared[]>;
  /** Endpoints, without their methods. */
  readonly byPath: ReadonlyMap<string, readonly Declared[]>;
  /** By kind and group. */
  readonly byGroup: ReadonlyMap<string, readonly Declared[]>;
}

function knownIn(files: readonly ContractFile[]): Known {
  const byKey = new Map<string, Declared[]>(), byPath = new Map<string, Declared[]>(), byGroup = new Map<string, Declared[]>();
  const add = (map: Map<string, Declared[]>, key: string, declared: Declared) => {
    const those = map.get(key);
    if (those) those.push(declared);
    else map.set(key, [declared]);
  };
  for (const file of files) for (const one of file.operations) {
    const declared = { file, one };
    add(byGroup, groupOf(one), declared);
    for (const key of one.keys) {
      add(byKey, `${one.kind} ${key}`, declared);
      if (one.kind === 'endpoint') add(byPath, splitName(key)[1], declared);
      // An RPC that is shown without its service is that of any.
      if (one.kind === 'rpc') add(byKey, `rpc ${key.slice(key.indexOf('.') + 1)}`, declared);
    }
  }
  return { byKey, byPath, byGroup };
}

const groupOf = ({ kind, group }: Pick<Operation, 'kind' | 'group'>): string => `${kind} ${group}`;
const same = ({ kind, keys }: Operation, { byKey }: Known): readonly Declared[] => keys.flatMap((key) => byKey.get(`${kind} ${key}`) ?? []);

function isOfOneVersion(own: Operation, there: DeclaredOperation<FilePlace>): boolean {
  const [here, other] = own.kind === 'endpoint' ? [own, there].map(({ version, name }) => version ?? versionOf(name)) : [];
  return !here || !other || here === other;
}

const splitName = (name: string): readonly [string, string] => [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)];
const versionOf = (name: string): string | undefined => endpointOf(...splitName(name)).version;

/** An operation that no file has; nothing where the files are about something else. */
function* missing(own: Operation, known: Known, files: readonly ContractFile[], hasMatch: boolean): Iterable<RuleFinding> {
  const at = own.at, what = `“${own.name}”`;
  if (own.kind === 'endpoint') {
    const [method, path] = splitName(own.keys[0]!);
    const others = known.byPath.get(path) ?? [];
    const [nearest] = others, [older] = same(own, known);
    if (older) {
      yield { at, message: `${what} is “${older.one.name}”${older.one.version ? ` of ${older.one.version}` : ''} in ${older.file.path}; make the two agree on the version.`, elsewhere: [place(older, 'As it is there')] };
      return;
    }
    if (nearest) {
      const methods = [...new Set(others.map(({ one }) => splitName(one.name)[0]))];
      yield { at, message: `${what} is not in ${nearest.file.path}, where this path has ${list(methods)}; add ${method} there, or correct it here.`, elsewhere: others.slice(0, NAMED).map((other) => place(other, `${other.one.name} there`)) };
      return;
    }
    const [near] = known.byGroup.get(groupOf(own)) ?? [];
    const prefix = splitName(own.name)[1].split('/')[1] ?? '';
    const file = near?.file ?? files.find(({ format, prefixes, problem }) => format !== 'graphql' && !problem && prefixes.length && (hasMatch || prefixes.includes(prefix)));
    if (file) yield { at, message: `${what} is not in ${file.path}; add it there, or correct it here.`, elsewhere: near ? [place(near, `The nearest there is ${near.one.name}`)] : [] };
  } else if (own.kind === 'rpc') {
    const [near] = own.group === '' ? [] : known.byGroup.get(groupOf(own)) ?? [];
    if (near) yield { at, message: `${what} is not in ${near.file.path}, where ${own.group} has other methods; add it there, or correct it here.`, elsewhere: [place(near, `The first of ${own.group} there is ${near.one.name}`)] };
  } else {
    const file = files.find(({ format, problem }) => format === 'graphql' && !problem);
    if (file) yield { at, message: `${what} is not in ${file.path}; add it there, or correct it here.` };
  }
}

/** What an operation that both have is called with, and answers. */
function* differences(own: Operation, there: Declared): Iterable<RuleFinding> {
  const { one, file } = there;
  for (const part of ['takes', 'returns'] as const)
    if (own[part] && one[part] && own[part] !== one[part]) yield { at: own.at, message: `“${own.name}” ${part} ${own[part]} here and ${one[part]} in ${file.path}; make the two agree.`, elsewhere: [place(there, 'As it is there')] };
  if (own.kind !== 'rpc') yield* fieldDrift({ name: own.name, at: own.at, fields: own.fields.filter(({ name }) => !isInPath(name, own.name)) }, { file, one });
}

const isInPath = (name: string, operation: string): boolean => operation.includes(`{${name}}`) || operation.includes(`:${name}`) || operation.includes(`<${name}>`);

interface Fields {
  readonly name: string;
  readonly at: Span;
  readonly fields: readonly DeclaredField<Span>[];
}

function* fieldDrift(own: Fields, { file, one }: There<{ readonly name: string; readonly at: FilePlace; readonly fields: readonly DeclaredField<FilePlace>[] }>): Iterable<RuleFinding> {
  if (!own.fields.length || !one.fields.length) return;
  for (const field of own.fields) {
    const same = one.fields.filter(({ name }) => name === field.name);
    const other = same.find((found) => found.in === field.in) ?? same[0];
    const what = `“${field.name}” of “${own.name}”`;
    if (!other) {
      yield { at: field.at, message: `${what} is not in ${file.path}; add it there, or correct it here.`, elsewhere: [{ path: file.path, ...one.at, message: `${one.name} there` }] };
      continue;
    }
    const elsewhere: Elsewhere[] = [{ path: file.path, ...other.at, message: 'As it is there' }];
    if (differ(field, other)) yield { at: field.at, message: `${what} is ${article(field)} here and ${article(other)} in ${file.path}; make the two agree.`, elsewhere };
    else if (field.required !== undefined && other.required !== undefined && field.required !== other.required && other.in !== 'answer' && field.in !== 'answer')
      yield { at: field.at, message: `${what} is ${need(field.required)} here and ${need(other.required)} in ${file.path}; make the two agree.`, elsewhere };
  }
  yield* unlisted(own, file, one);
}

/** What a caller must send and the document does not list, though it lists others of its kind. */
function* unlisted(own: Fields, file: ContractFile, one: { readonly fields: readonly DeclaredField<FilePlace>[] }): Iterable<RuleFinding> {
  const listed = own.fields.filter((field) => field.type !== undefined || field.required !== undefined);
  const places = new Set(listed.flatMap((field) => (field.in ?? one.fields.find(({ name }) => name === field.name)?.in) ?? []));
  const lacking = one.fields.filter((field) => field.required && field.in !== undefined && field.in !== 'path' && field.in !== 'answer' && places.has(field.in) && !own.fields.some(({ name }) => name === field.name));
  if (!lacking.length) return;
  yield {
    at: own.at, message: `“${own.name}” needs ${list(lacking.map(({ name }) => `“${name}”`))} in ${file.path}, which ${lacking.length === 1 ? 'is' : 'are'} not listed here; add ${lacking.length === 1 ? 'it' : 'them'}, or correct the file.`,
    elsewhere: lacking.slice(0, NAMED).map((field) => ({ path: file.path, ...field.at, message: `“${field.name}” there` })),
  };
}

const need = (required: boolean): string => (required ? 'required' : 'optional');
const article = ({ type, tag }: DeclaredField<unknown>): string => `${type ?? 'of no type'}${tag === undefined ? '' : ` = ${tag}`}`;

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['list', /^(?:array|list|repeated)\b|\[\]$|^\[/i], ['text', /^(?:string|str|text|varchar|char|uuid|guid|url|uri|email|enum|date|date-?time)\b/i],
  ['number', /^(?:u?int(?:eger)?\d*|long|short|number|float|double|decimal|numeric|bigint)\b/i], ['boolean', /^bool(?:ean)?\b/i], ['object', /^(?:object|map|dict|json)\b/i],
];
const kindOf = (type: string): string | undefined => KINDS.find(([, pattern]) => pattern.test(type))?.[0];

/** Words for types differ; only what cannot be the same does. Grammars have one word for each. */
function differ(own: DeclaredField<Span>, there: DeclaredField<FilePlace>): boolean {
  if (own.tag !== undefined || there.tag !== undefined || /[!\]]$/.test(there.type ?? '')) return own.type !== there.type || own.tag !== there.tag;
  const kinds = [own.type, there.type].map((type) => (type === undefined ? undefined : kindOf(type)));
  return kinds[0] !== undefined && kinds[1] !== undefined && kinds[0] !== kinds[1];
}

interface Pair {
  readonly operation: Operation;
  readonly there: Declared | undefined;
}

/**
 * Operations of a file that the document does not tell, one finding for each resource or service. Only where it lists them,
 * and at least half: a document that mentions one, or is about one of many, does not describe them all.
 */
function* untold(pairs: readonly Pair[], known: Known): Iterable<RuleFinding> {
  const matched = pairs.filter((pair): pair is Pair & { there: Declared } => pair.there !== undefined && pair.operation.kind !== 'field');
  const told = new Set(matched.map(({ there }) => there.one));
  const groups = new Map(matched.map((pair) => [`${pair.there.file.path} ${pair.there.one.kind} ${pair.there.one.group}`, pair]));
  for (const { there: { file, one } } of groups.values()) {
    const group = (known.byGroup.get(groupOf(one)) ?? []).filter((other) => other.file === file);
    const lacking = group.filter((other) => !told.has(other.one));
    if (!lacking.length || lacking.length * 2 > group.length) continue;
    const own = matched.filter(({ there }) => there.file === file && there.one.group === one.group).map(({ operation }) => operation);
    if (own.some(({ isPart }) => isPart) || own.every(({ from }) => from === 'text')) continue;
    yield {
      at: own[0]!.at, message: `${list(lacking.map((other) => `“${other.one.name}”`))} of ${file.path} ${lacking.length === 1 ? 'is' : 'are'} not here, though the others of “${one.group}” are; describe ${lacking.length === 1 ? 'it' : 'them'}, or say what is left out.`,
      elsewhere: lacking.slice(0, NAMED + 2).map((other) => place(other, `${other.one.name} there`)),
    };
  }
}

/** Messages and objects in fences against those of the same name. */
function* typeDrift(contracts: readonly Contract<Span>[], files: readonly ContractFile[]): Iterable<RuleFinding> {
  for (const { format, types } of contracts) for (const type of types) {
    const there = files.filter((file) => file.format === format).flatMap((file) => file.types.map((one): There<DeclaredType<FilePlace>> => ({ file, one }))).find(({ one }) => one.name === type.name);
    if (there) yield* fieldDrift(type, there);
  }
}

const place = ({ file, one }: Declared, message: string): Elsewhere => ({ path: file.path, ...one.at, message });

function list(words: readonly string[]): string {
  const shown = words.slice(0, NAMED), more = words.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
