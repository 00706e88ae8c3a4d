import { parseTree as parseJson, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import type { Span } from '../analyzer/span';

/** A config file's data with its places; the same for YAML and JSON, so that it is checked once. */
export type Tree =
  | { readonly kind: 'map'; readonly span: Span; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Tree[] }
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: unknown };

export interface Entry {
  readonly key: string;
  /** Of the key alone. */
  readonly span: Span;
  readonly value: Tree;
}

/** Takes what is wrong, as one sentence, and where: offsets into the config's text. */
export type Report = (message: string, at: Span) => void;

/** Deeper than any config needs, and shallow enough to walk by recursion. */
const DEEPEST = 32;
/** In UTF-16 code units. A config is short; a parser's time and memory must not be an attacker's to choose. */
const LARGEST = 64_000;
/** In UTF-16 code units. The YAML parser's memory grows with the indentation of a line until the process dies. */
const LONGEST_LINE = 2_000;

/**
 * Parses a config file by its extension: JSON with comments for `.json` and `.jsonc`, else YAML. Undefined where it is
 * empty or cannot be parsed; then only the first error is told, as the others mostly follow from it.
 */
export function parseTree(text: string, fileName: string, report: Report): Tree | undefined {
  if (text.length > LARGEST) return void report(`is too large for a config: the limit is ${LARGEST} characters`, { start: 0, end: 0 });
  try {
    return /\.jsonc?$/i.test(fileName) ? readJson(text, report) : readYaml(text, report);
  } catch (error) {
    // Both parsers recurse; what they do not survive is no config.
    if (!(error instanceof RangeError)) throw error;
    return void report('is nested too deeply for a config', { start: 0, end: 0 });
  }
}

function readYaml(text: string, report: Report): Tree | undefined {
  const long = new RegExp(`^.{${LONGEST_LINE},}`, 'm').exec(text);
  if (long) return void report(`has a line of more than ${LONGEST_LINE} characters; break it`, { start: long.index, end: long.index });
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error?.code === 'RESOURCE_EXHAUSTION') throw new RangeError(error.message);
  if (error) return void report(`is not valid YAML: ${firstSentence(error.message)}`, { start: error.pos[0], end: error.pos[1] });
  return document.contents ? fromYaml(document.contents, report, 0) : undefined;
}

function fromYaml(node: YamlNode, report: Report, depth: number): Tree | undefined {
  const span = { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
  if (depth > DEEPEST) return void report('is nested too deeply for a config', span);
  // Aliases could make a small file expand without end, and a config has nothing to repeat.
  if (isAlias(node)) return void report(`uses the alias "*${node.source}"; write the value out`, span);
  if (isScalar(node)) return { kind: 'scalar', span, value: node.value };
  // A value left out has no place of its own; what is wrong with it shows at `place`.
  const child = (value: unknown, place: Span): Tree | undefined =>
    isNode(value) && value.range && value.range[0] < value.range[1] ? fromYaml(value, report, depth + 1) : { kind: 'scalar', span: place, value: null };
  if (isSeq(node)) return { kind: 'list', span, items: node.items.flatMap((item) => child(item, span) ?? []) };
  if (!isMap(node)) return undefined;
  const entries = node.items.flatMap((pair): Entry[] => {
    const key = child(pair.key, span);
    if (key?.kind !== 'scalar') return report('has a key that is not a word; write each key as plain text', key?.span ?? span) ?? [];
    const value = child(pair.value, key.span);
    return value ? [{ key: String(key.value), span: key.span, value }] : [];
  });
  return { kind: 'map', span, entries };
}

function readJson(text: string, report: Report): Tree | undefined {
  const errors: ParseError[] = [];
  const root = parseJson(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [error] = errors;
  if (error) return void report(`is not valid JSON: ${words(printParseErrorCode(error.error))}`, { start: error.offset, end: error.offset + error.length });
  return root && fromJson(root, report, 0);
}

function fromJson(node: JsonNode, report: Report, depth: number): Tree | undefined {
  const span = { start: node.offset, end: node.offset + node.length };
  if (depth > DEEPEST) return void report('is nested too deeply for a config', span);
  const children = node.children ?? [];
  if (node.type === 'array') return { kind: 'list', span, items: children.flatMap((item) => fromJson(item, report, depth + 1) ?? []) };
  if (node.type !== 'object') return { kind: 'scalar', span, value: node.value };
  const seen = new Set<string>();
  const entries = children.flatMap((property): Entry[] => {
    const [key, content] = property.children ?? [];
    const value = content && fromJson(content, report, depth + 1);
    if (!key || !value) return [];
    const place = { start: key.offset, end: key.offset + key.length };
    if (seen.has(key.value)) report(`is not valid JSON: the key "${key.value}" stands twice`, place);
    seen.add(key.value);
    return [{ key: key.value, span: place, value }];
  });
  return { kind: 'map', span, entries };
}

const firstSentence = (message: string): string => message.split('\n', 1)[0]!.replace(/[.:]$/, '');

/** "PropertyNameExpected" as words. */
const words = (code: string): string => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
