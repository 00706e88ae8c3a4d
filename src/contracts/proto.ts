import { Enum, MapField, Namespace, parse, Service, Type, type Field, type Method, type ReflectionObject } from 'protobufjs';
import { endpointOf, type Contract, type DeclaredField, type DeclaredOperation, type DeclaredType } from '../analyzer/contract';
import type { Span } from '../analyzer/span';
import { mapOf, textOf } from './yaml-tree';

export interface Proto {
  readonly contract: Contract<Span>;
  /** As they are written. */
  readonly imports: readonly string[];
}

/** Only proto2 has them; a fence seldom says which it is. */
const LABELS = /^\s*required\s/m;
/** In messages and operations together. */
const MOST = 20_000;
const VERBS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** RPCs and messages of a proto3 file, or of a part of one; endpoints that a gateway makes of RPCs too. */
export function readProto(text: string): Proto {
  try {
    const { root, imports } = parse(/^\s*(?:syntax|edition)\s*=/m.test(text) ? text : `syntax = "proto${LABELS.test(text) ? 2 : 3}"; ${text}`, { keepCase: true });
    const find = finder(text);
    const operations: DeclaredOperation<Span>[] = [], types: DeclaredType<Span>[] = [];
    for (const { object, outer } of nested(root, '')) {
      if (operations.length + types.length >= MOST) break;
      if (object instanceof Service) operations.push(...object.methodsArray.flatMap((method) => rpc(object, method, find)));
      else if (object instanceof Type) types.push(message(object, outer, find));
    }
    return { contract: { format: 'proto', operations, types }, imports: imports ?? [] };
  } catch (error) {
    return { contract: { format: 'proto', operations: [], types: [], problem: problemOf(error, text) }, imports: [] };
  }
}

/** The parser throws plain errors that tell the line, and runs out of stack where a file nests without end. */
function problemOf(error: unknown, text: string): NonNullable<Contract<Span>['problem']> {
  const [, said = 'it cannot be parsed', line = '1'] = /^(.*?)(?: \(.*?line (\d+)\))?$/s.exec(error instanceof Error ? error.message : String(error)) ?? [];
  const lines = text.split('\n');
  const at = Math.min(Number(line), lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
  return { message: `is not valid proto: ${said}`, at: { start, end: start + Math.max(1, lines[at]!.trimEnd().length) } };
}

/** Everything in a file, with the name of the message that it stands in. */
function* nested(namespace: Namespace, outer: string): Iterable<{ readonly object: ReflectionObject; readonly outer: string }> {
  for (const object of namespace.nestedArray) {
    yield { object, outer };
    if (object instanceof Namespace && !(object instanceof Service) && !(object instanceof Enum)) yield* nested(object, object instanceof Type ? `${outer}${object.name}.` : outer);
  }
}

function rpc(service: Service, method: Method, find: Find): DeclaredOperation<Span>[] {
  const owner = find(`service\\s+${service.name}\\b`, 0);
  const at = find(`rpc\\s+${method.name}\\b`, owner.start);
  const name = `${service.name}.${method.name}`;
  const stream = (is: boolean | undefined, type: string) => `${is ? 'stream ' : ''}${simple(type)}`;
  return [
    { kind: 'rpc', keys: [name], group: service.name, name, at, fields: [], takes: stream(method.requestStream, method.requestType), returns: stream(method.responseStream, method.responseType) },
    ...endpoints(method, at),
  ];
}

/** `option (google.api.http) = { post: "/v1/orders" }` */
function endpoints(method: Method, at: Span): DeclaredOperation<Span>[] {
  const options = (method as { parsedOptions?: unknown }).parsedOptions;
  const rules = (Array.isArray(options) ? options : []).map((option) => mapOf(mapOf(option)['(google.api.http)']));
  return rules.flatMap((rule) => VERBS.flatMap((verb): DeclaredOperation<Span>[] => {
    const path = textOf(rule[verb]);
    if (!path?.startsWith('/')) return [];
    const { key, resource } = endpointOf(verb, path);
    return [{ kind: 'endpoint', keys: [key], group: resource, name: `${verb.toUpperCase()} ${path}`, at, fields: [] }];
  }));
}

function message(type: Type, outer: string, find: Find): DeclaredType<Span> {
  const at = find(`message\\s+${type.name}\\b`, 0);
  return { name: `${outer}${type.name}`, at, fields: type.fieldsArray.map((field): DeclaredField<Span> => ({ name: field.name, at: find(`\\b${field.name}\\s*=\\s*${field.id}\\b`, at.start), type: typeOf(field), tag: field.id })) };
}

const typeOf = (field: Field): string =>
  field instanceof MapField ? `map<${field.keyType},${simple(field.type)}>` : `${field.repeated ? 'repeated ' : ''}${simple(field.type)}`;

/** Without the package: files write the same type with and without it. */
const simple = (type: string): string => type.replace(/^\.?(?:[a-z_]\w*\.)+(?=[A-Z])/, '').replace(/^\./, '');

/** The first match of a pattern behind an offset; the parser does not tell places. */
type Find = (pattern: string, from: number) => Span;

function finder(text: string): Find {
  // As long as before, so that offsets stay what they are.
  const code = text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return (pattern, from) => {
    const matcher = new RegExp(pattern, 'g');
    matcher.lastIndex = from;
    const match = matcher.exec(code);
    return match ? { start: match.index, end: match.index + match[0].length } : { start: from, end: Math.min(from + 1, text.length) };
  };
}
