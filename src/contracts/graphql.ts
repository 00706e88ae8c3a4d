import {
  GraphQLError, parse, print, type ASTNode, type DefinitionNode, type FieldDefinitionNode, type InputValueDefinitionNode, type NameNode,
} from 'graphql';
import type { Contract, DeclaredField, DeclaredOperation, DeclaredType } from '../analyzer/contract';
import type { Span } from '../analyzer/span';

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;
/** In tokens: a schema of a large product has a fifth of it. */
const MOST = 400_000;

/** Operations and types of a schema in GraphQL's definition language. */
export function readGraphql(text: string): Contract<Span> {
  try {
    const { definitions } = parse(text, { maxTokens: MOST });
    const roots = rootsOf(definitions);
    const operations: DeclaredOperation<Span>[] = [], types: DeclaredType<Span>[] = [];
    for (const definition of definitions) {
      if (!('fields' in definition) || !definition.fields) continue;
      const type = definition.name.value, root = roots.get(type);
      if (root) operations.push(...(definition.fields as readonly FieldDefinitionNode[]).map((field) => operation(root, field)));
      else types.push({ name: type, at: spanOf(definition.name), fields: definition.fields.map(fieldOf) });
    }
    return { format: 'graphql', operations, types };
  } catch (error) {
    // What is no error of the grammar is a stack that ran out.
    const { message, positions } = error instanceof GraphQLError ? error : { message: 'it nests too deeply', positions: undefined };
    const start = positions?.[0] ?? 0;
    return { format: 'graphql', operations: [], types: [], problem: { message: `is not valid GraphQL: ${message.replace(/^Syntax Error: /, '').replace(/\.$/, '')}`, at: { start, end: start + 1 } } };
  }
}

/** Which types hold the operations: those that `schema { … }` names, else those of the usual names. */
function rootsOf(definitions: readonly DefinitionNode[]): ReadonlyMap<string, string> {
  const roots = new Map<string, string>(Object.values(ROOTS).map((name) => [name, name]));
  for (const definition of definitions)
    if (definition.kind === 'SchemaDefinition' || definition.kind === 'SchemaExtension')
      for (const { operation: kind, type } of definition.operationTypes ?? []) roots.set(type.name.value, ROOTS[kind]);
  return roots;
}

const operation = (root: string, { name, arguments: given, type }: FieldDefinitionNode): DeclaredOperation<Span> => ({
  kind: 'field', keys: [`${root}.${name.value}`], group: root, name: `${root}.${name.value}`, at: spanOf(name), fields: (given ?? []).map(fieldOf), returns: typeText(type),
});

const fieldOf = (field: FieldDefinitionNode | InputValueDefinitionNode): DeclaredField<Span> => ({
  name: field.name.value, at: spanOf(field.name), type: typeText(field.type),
  ...(field.kind === 'InputValueDefinition' && { required: field.type.kind === 'NonNullType' && !field.defaultValue }),
});

const typeText = (type: ASTNode): string => print(type).replace(/\s+/g, '');
const spanOf = ({ loc }: NameNode): Span => ({ start: loc?.start ?? 0, end: loc?.end ?? 1 });
