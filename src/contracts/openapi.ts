import { endpointOf, type Contract, type DeclaredField, type DeclaredOperation, type FieldPlace } from '../analyzer/contract';
import type { Span } from '../analyzer/span';
import { isMap, listOf, mapOf, textOf, type Tree, type YamlMap } from './yaml-tree';

/** A value, and the tree whose references it is written with. */
export interface Placed {
  readonly value: unknown;
  readonly tree: Tree;
}

/** What a `$ref` of a tree leads to; undefined where it leads nowhere, or out of what may be read. */
export type Resolve = (ref: string, from: Tree) => Promise<Placed | undefined>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
/** A chain of references that goes on longer leads in a circle. */
const MOST_HOPS = 16;
/** So does a nest of `allOf`, of which each level has at most so many parts. */
const DEEPEST_SCHEMA = 4;
const MOST_PARTS = 16;
/** In operations. */
const MOST = 20_000;
/** Set by every client, and so in no description of a single operation. */
const COMMON_HEADERS = /^(?:authorization|accept|content-type|user-agent)$/i;

/** The operations of an OpenAPI document, or of a fragment that only has paths. */
export async function readOpenApi(tree: Tree, resolve: Resolve): Promise<Contract<Span>> {
  const root = mapOf(tree.root);
  const paths = isMap(root['paths']) ? root['paths'] : root['openapi'] === undefined ? root : {};
  const bases = basesOf(root);
  const operations: DeclaredOperation<Span>[] = [];
  const deref = dereferencing(resolve);
  for (const [path, written] of Object.entries(paths)) {
    if (!path.startsWith('/')) continue;
    const item = await deref({ value: written, tree });
    for (const method of METHODS) {
      const operation = mapOf(item.value)[method];
      if (!isMap(operation) || operations.length >= MOST) continue;
      const at = item.tree === tree ? tree.at(operation) : tree.at(written);
      const reading: Reading = { home: tree, deref, at };
      const part = (of: unknown, key: string): Placed => ({ value: mapOf(of)[key], tree: item.tree });
      const fields = [
        ...await parameters(reading, part(operation, 'parameters'), part(item.value, 'parameters')),
        ...await bodyFields(reading, part(operation, 'requestBody')), ...await answerFields(reading, part(operation, 'responses')),
      ];
      operations.push({ kind: 'endpoint', ...spellings(method, path, bases), name: `${method.toUpperCase()} ${path}`, at, fields });
    }
  }
  return { format: 'openapi', operations, types: [] };
}

/** How an endpoint may be written: with the path of one of the servers in front, or without. */
function spellings(method: string, path: string, bases: readonly string[]): Pick<DeclaredOperation<Span>, 'keys' | 'group' | 'version'> {
  const all = ['', ...bases].map((base) => endpointOf(method, base + path));
  const [version, ...others] = new Set(all.flatMap((one) => one.version ?? []));
  return { keys: [...new Set(all.map(({ key }) => key))], group: all[0]!.resource, ...(version !== undefined && !others.length && { version }) };
}

/** The paths of the servers, without their hosts. */
const basesOf = (root: YamlMap): readonly string[] => [...new Set(listOf(root['servers']).flatMap((server) => {
  const path = textOf(mapOf(server)['url'])?.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, '');
  return path?.startsWith('/') ? [path] : [];
}))].slice(0, 5);

type Deref = (placed: Placed) => Promise<Placed>;

function dereferencing(resolve: Resolve): Deref {
  return async (placed) => {
    let now = placed;
    for (let hops = 0; isMap(now.value) && hops < MOST_HOPS; hops++) {
      const ref = textOf(now.value['$ref']);
      if (ref === undefined) return now;
      const next = await resolve(ref, now.tree);
      if (!next) return { value: undefined, tree: now.tree };
      now = next;
    }
    return now;
  };
}

/** What the fields of one operation are read with. What stands in another file is placed at the operation. */
interface Reading {
  readonly home: Tree;
  readonly deref: Deref;
  readonly at: Span;
}

const placeOf = ({ home, at }: Reading, { value, tree }: Placed): Span => (tree === home && isMap(value) ? tree.at(value) : at);

/** Those of the operation win over those that all of its path share. */
async function parameters(reading: Reading, own: Placed, shared: Placed): Promise<DeclaredField<Span>[]> {
  const found = new Map<string, DeclaredField<Span>>();
  for (const { value, tree } of [shared, own]) for (const written of listOf(value)) {
    const { value: parameter, tree: home } = await reading.deref({ value: written, tree });
    const name = textOf(mapOf(parameter)['name']), place = textOf(mapOf(parameter)['in']);
    if (!name || (place !== 'path' && place !== 'query' && place !== 'header') || (place === 'header' && COMMON_HEADERS.test(name))) continue;
    const type = await typeOf(reading, { value: mapOf(parameter)['schema'] ?? parameter, tree: home });
    found.set(`${place} ${name}`, { name, at: placeOf(reading, { value: written, tree }), in: place, required: mapOf(parameter)['required'] === true, ...(type && { type }) });
  }
  return [...found.values()];
}

async function bodyFields(reading: Reading, written: Placed): Promise<DeclaredField<Span>[]> {
  const body = await reading.deref(written);
  return schemaFields(reading, { value: jsonSchema(body.value), tree: body.tree }, 'body');
}

/** Of the answers that say that it worked. */
async function answerFields(reading: Reading, { value, tree }: Placed): Promise<DeclaredField<Span>[]> {
  const fields: DeclaredField<Span>[] = [];
  for (const [code, written] of Object.entries(mapOf(value))) {
    if (!/^(?:2..|default)$/i.test(code)) continue;
    const answer = await reading.deref({ value: written, tree });
    fields.push(...await schemaFields(reading, { value: jsonSchema(answer.value), tree: answer.tree }, 'answer'));
  }
  return fields;
}

/** The properties of an object, those that it is put together from included; of a list those of its elements. */
async function schemaFields(reading: Reading, written: Placed, place: FieldPlace, depth = 0): Promise<DeclaredField<Span>[]> {
  const { value, tree } = await reading.deref(written);
  if (!isMap(value) || depth > DEEPEST_SCHEMA) return [];
  const required = new Set(listOf(value['required']));
  const fields: DeclaredField<Span>[] = [];
  for (const part of listOf(value['allOf']).slice(0, MOST_PARTS)) fields.push(...await schemaFields(reading, { value: part, tree }, place, depth + 1));
  for (const [name, property] of Object.entries(mapOf(value['properties']))) {
    const type = await typeOf(reading, { value: property, tree });
    const isReadOnly = place === 'body' && mapOf(property)['readOnly'] === true;
    fields.push({ name, at: placeOf(reading, { value: property, tree }), in: isReadOnly ? 'answer' : place, required: !isReadOnly && required.has(name), ...(type && { type }) });
  }
  if (place === 'answer' && value['items']) fields.push(...await schemaFields(reading, { value: value['items'], tree }, place, depth + 1));
  return fields;
}

async function typeOf({ deref }: Reading, written: Placed): Promise<string | undefined> {
  const { value } = await deref(written);
  const type = mapOf(value)['type'];
  // OpenAPI 3.1 writes what may be null as a list of types.
  return textOf(type) ?? listOf(type).map(textOf).find((one) => one !== undefined && one !== 'null') ?? (mapOf(value)['properties'] ? 'object' : undefined);
}

function jsonSchema(message: unknown): unknown {
  const content = mapOf(mapOf(message)['content']);
  const name = Object.keys(content).find((type) => /json/i.test(type)) ?? Object.keys(content)[0];
  return name === undefined ? undefined : mapOf(content[name])['schema'];
}
