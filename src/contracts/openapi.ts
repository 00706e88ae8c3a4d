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
/** A chain of references, or a nest of `allOf`, that goes on longer leads in a circle. */
const DEEPEST = 16;
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
    const shared = mapOf(item.value)['parameters'];
    for (const method of METHODS) {
      const operation = mapOf(item.value)[method];
      if (!isMap(operation) || operations.length >= MOST) continue;
      const at = item.tree === tree ? tree.at(operation) : tree.at(written);
      const own = new FieldReader(tree, deref, at);
      const fields = [...await own.parameters({ value: operation['parameters'], tree: item.tree }, { value: shared, tree: item.tree }), ...await own.body({ value: operation['requestBody'], tree: item.tree }), ...await own.answer({ value: operation['responses'], tree: item.tree })];
      const { resource } = endpointOf(method, path);
      operations.push({ kind: 'endpoint', keys: [...new Set(['', ...bases].map((base) => endpointOf(method, base + path).key))], group: resource, name: `${method.toUpperCase()} ${path}`, at, fields });
    }
  }
  return { format: 'openapi', operations, types: [] };
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
    for (let hops = 0; isMap(now.value) && hops < DEEPEST; hops++) {
      const ref = textOf(now.value['$ref']);
      if (ref === undefined) return now;
      const next = await resolve(ref, now.tree);
      if (!next) return { value: undefined, tree: now.tree };
      now = next;
    }
    return now;
  };
}

/** Reads the fields of one operation. What stands in another file is placed at the operation. */
class FieldReader {
  readonly #home: Tree;
  readonly #deref: Deref;
  readonly #at: Span;

  constructor(home: Tree, deref: Deref, at: Span) {
    this.#home = home;
    this.#deref = deref;
    this.#at = at;
  }

  #place({ value, tree }: Placed): Span {
    return tree === this.#home && isMap(value) ? tree.at(value) : this.#at;
  }

  /** Those of the operation win over those that all of its path share. */
  async parameters(own: Placed, shared: Placed): Promise<DeclaredField<Span>[]> {
    const found = new Map<string, DeclaredField<Span>>();
    for (const { value, tree } of [shared, own]) for (const written of listOf(value)) {
      const { value: parameter, tree: home } = await this.#deref({ value: written, tree });
      const name = textOf(mapOf(parameter)['name']), place = textOf(mapOf(parameter)['in']);
      if (!name || (place !== 'path' && place !== 'query' && place !== 'header') || (place === 'header' && COMMON_HEADERS.test(name))) continue;
      const type = await this.#type({ value: mapOf(parameter)['schema'] ?? parameter, tree: home });
      found.set(`${place} ${name}`, { name, at: this.#place({ value: written, tree }), in: place, required: mapOf(parameter)['required'] === true, ...(type && { type }) });
    }
    return [...found.values()];
  }

  async body(written: Placed): Promise<DeclaredField<Span>[]> {
    const body = await this.#deref(written);
    return this.#schema({ value: jsonSchema(body.value), tree: body.tree }, 'body', 0);
  }

  /** Of the answers that say that it worked. */
  async answer({ value, tree }: Placed): Promise<DeclaredField<Span>[]> {
    const fields: DeclaredField<Span>[] = [];
    for (const [code, written] of Object.entries(mapOf(value))) {
      if (!/^(?:2..|default)$/i.test(code)) continue;
      const answer = await this.#deref({ value: written, tree });
      fields.push(...await this.#schema({ value: jsonSchema(answer.value), tree: answer.tree }, 'answer', 0));
    }
    return fields;
  }

  /** The properties of an object; of a list those of its elements. */
  async #schema(written: Placed, place: FieldPlace, depth: number): Promise<DeclaredField<Span>[]> {
    const { value, tree } = await this.#deref(written);
    if (!isMap(value) || depth > DEEPEST) return [];
    const required = new Set(listOf(value['required']));
    const fields: DeclaredField<Span>[] = [];
    for (const part of listOf(value['allOf']).slice(0, DEEPEST)) fields.push(...await this.#schema({ value: part, tree }, place, depth + DEEPEST / 4));
    for (const [name, property] of Object.entries(mapOf(value['properties']))) {
      const type = await this.#type({ value: property, tree });
      const isReadOnly = place === 'body' && mapOf(property)['readOnly'] === true;
      fields.push({ name, at: this.#place({ value: property, tree }), in: isReadOnly ? 'answer' : place, required: !isReadOnly && required.has(name), ...(type && { type }) });
    }
    if (place === 'answer' && value['items']) fields.push(...await this.#schema({ value: value['items'], tree }, place, depth + DEEPEST / 4));
    return fields;
  }

  async #type(written: Placed): Promise<string | undefined> {
    const { value } = await this.#deref(written);
    const type = mapOf(value)['type'];
    // OpenAPI 3.1 writes what may be null as a list of types.
    return textOf(type) ?? listOf(type).map(textOf).find((one) => one !== undefined && one !== 'null') ?? (mapOf(value)['properties'] ? 'object' : undefined);
  }
}

function jsonSchema(message: unknown): unknown {
  const content = mapOf(mapOf(message)['content']);
  const name = Object.keys(content).find((type) => /json/i.test(type)) ?? Object.keys(content)[0];
  return name === undefined ? undefined : mapOf(content[name])['schema'];
}
