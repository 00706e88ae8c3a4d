import type { Span } from './span';

/**
 * What an interface description declares, whatever it is written in: plain data, made by `src/contracts`.
 * `At` is where something stands: a {@link Span} of the text that was read, or a {@link FilePlace}.
 */
export interface Contract<At> {
  readonly format: ContractFormat;
  readonly operations: readonly DeclaredOperation<At>[];
  readonly types: readonly DeclaredType<At>[];
  /** Something is left out on purpose ("..."), so that what is not there is not lacking. */
  readonly isPart?: true;
  /** Why it could not be read, as the end of a sentence that starts with its name. */
  readonly problem?: { readonly message: string; readonly at: At };
}

export type ContractFormat = 'openapi' | 'proto' | 'graphql' | 'sql' | 'json-schema' | 'crd';

export interface DeclaredOperation<At> {
  readonly kind: 'endpoint' | 'rpc' | 'field';
  /** The same for all spellings, several where a base path may be written or not: "GET orders/{}", "Orders.Create", "Query.order". */
  readonly keys: readonly string[];
  /** What it belongs to: the resource of an endpoint ("orders"), a service, a root type of GraphQL. */
  readonly group: string;
  /** As it is written: "GET /v1/orders/{id}". */
  readonly name: string;
  /** Of an endpoint, where something says which: "v1". */
  readonly version?: string;
  readonly at: At;
  /** Parameters, and the fields of the body and of the answer; empty where none are listed. */
  readonly fields: readonly DeclaredField<At>[];
  /** Of an RPC: the types of the message that it takes and of the one that it returns; of a field of GraphQL the latter. */
  readonly takes?: string;
  readonly returns?: string;
}

/** A message, an object, a table, a schema. */
export interface DeclaredType<At> {
  readonly name: string;
  readonly at: At;
  readonly fields: readonly DeclaredField<At>[];
}

export interface DeclaredField<At> {
  readonly name: string;
  readonly at: At;
  /** As it is written, without blanks: "string", "repeated Item", "[ID!]". */
  readonly type?: string;
  readonly required?: boolean;
  readonly in?: FieldPlace;
  /** The number of a field of a proto message. */
  readonly tag?: number;
}

export type FieldPlace = 'path' | 'query' | 'header' | 'body' | 'answer';

/** A place in another file: lines and columns from 1, columns in UTF-16 code units. */
export interface FilePlace {
  readonly start: FilePoint;
  readonly end: FilePoint;
}
interface FilePoint {
  readonly line: number;
  readonly column: number;
}

/** A file that the config key `contracts` names, or one that such a file imports. */
export interface ContractFile extends Contract<FilePlace> {
  /** From the workspace's root, with `/`. */
  readonly path: string;
  /** The first parts of the paths of its endpoints ("v1"), each once. */
  readonly prefixes: readonly string[];
}

/** A contract in a fence of the document itself; the offsets are those of its text. */
export interface FenceContract {
  /** The text of the fence, as the block has it. */
  readonly code: string;
  readonly contract: Contract<Span>;
}

const VERSION = /^v\d+(?:(?:alpha|beta)\d*)?$/i;
const PREFIX = /^(?:api|apis|rest)$/i;
const PARAMETER = /\{[^}]*\}|<[^>]*>|(?<=\/):\w+/g;

/** A path without its query, and with every parameter as `{}`. */
export const plainPath = (path: string): string => path.replace(/[?#].*$/, '').replace(PARAMETER, '{}').replace(/\/+$/, '');

export interface Endpoint {
  /** Without "/api" and a version in front, which are often left out: "GET orders/{}". */
  readonly key: string;
  /** "v1" where it stands in front. */
  readonly version: string | undefined;
  /** The first word of the path: "orders". */
  readonly resource: string;
}

/** What tells an endpoint from others, however it is spelled. */
export function endpointOf(method: string, path: string): Endpoint {
  const parts = plainPath(path).split('/').filter(Boolean);
  let version: string | undefined;
  while (parts.length > 1 && (VERSION.test(parts[0]!) || PREFIX.test(parts[0]!))) {
    const first = parts.shift()!;
    if (VERSION.test(first)) version = first.toLowerCase();
  }
  return { key: `${method.toUpperCase()} ${parts.join('/')}`, version, resource: parts.find((part) => part !== '{}') ?? '' };
}
