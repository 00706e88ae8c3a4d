import type { Contract, DeclaredField, DeclaredType } from '../analyzer/contract';
import type { Span } from '../analyzer/span';
import { isMap, listOf, mapOf, textOf, type Tree } from './yaml-tree';

/** A schema that nests deeper than this is generated. */
const DEEPEST = 8;
const MOST = 2_000;

/** The fields that a JSON Schema describes, those of objects in it by their path: "spec.replicas". */
export function readJsonSchema(tree: Tree): Contract<Span> {
  const root = mapOf(tree.root);
  const name = textOf(root['title']) ?? textOf(root['$id']) ?? 'schema';
  return { format: 'json-schema', operations: [], types: [{ name, at: tree.at(root['properties']), fields: fieldsOf(tree, root) }] };
}

/** The fields of each version that a CustomResourceDefinition serves. */
export function readCrd(tree: Tree): Contract<Span> {
  const spec = mapOf(mapOf(tree.root)['spec']);
  const kind = textOf(mapOf(spec['names'])['kind']) ?? textOf(mapOf(mapOf(tree.root)['metadata'])['name']) ?? 'resource';
  const versions = listOf(spec['versions']).filter(isMap);
  const types = versions.map((version): DeclaredType<Span> =>
    ({ name: `${kind}/${textOf(version['name']) ?? '?'}`, at: tree.at(version), fields: fieldsOf(tree, mapOf(mapOf(version['schema'])['openAPIV3Schema'])) }));
  return { format: 'crd', operations: [], types };
}

function fieldsOf(tree: Tree, schema: unknown, path = '', depth = 0): DeclaredField<Span>[] {
  const required = new Set(listOf(mapOf(schema)['required']));
  const fields: DeclaredField<Span>[] = [];
  for (const [name, property] of Object.entries(mapOf(mapOf(schema)['properties']))) {
    if (fields.length >= MOST) break;
    const type = textOf(mapOf(property)['type']);
    fields.push({ name: path + name, at: tree.at(property), required: required.has(name), ...(type && { type }) });
    if (depth < DEEPEST) fields.push(...fieldsOf(tree, property, `${path}${name}.`, depth + 1));
  }
  return fields;
}
