import { didYouMean } from '../analyzer/nearest';
import type { Span } from '../analyzer/span';
import type { Entry, Report, Tree } from './tree';

/**
 * What a part of a config may look like. One declaration reads it, says what is wrong with it, and describes it to
 * editors as JSON Schema, so that the three cannot differ.
 */
export interface Shape<T> {
  /**
   * The node's value without what is wrong in it, which is reported; undefined where nothing is left.
   * @param what names the node in messages: '"profile"'
   */
  read(node: Tree, what: string, context: Context): T | undefined;
  schema(names: Names): JsonSchema;
}

/** What `rules` may name. */
export interface Names {
  /** Ids and wildcards. */
  readonly rules: ReadonlySet<string>;
  /** What a rule asks or reports, by id; for the schema. */
  readonly about?: ReadonlyMap<string, string>;
}

export interface Context extends Names {
  readonly report: Report;
}

/** JSON Schema, draft 7: what editors read. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Key<V> {
  /** For the schema; Markdown. */
  readonly about: string;
  readonly shape: Shape<V>;
  /** What is reported where the key is missing; without it the key is optional. */
  readonly required?: string;
}
type Keys<T> = { readonly [K in keyof T]-?: Key<NonNullable<T[K]>> };

/** A map with these keys. It reads as undefined where a required key is missing or wrong. */
export function mapOf<T extends object>(noun: string, keys: Keys<T>): Shape<T> {
  const names = Object.keys(keys);
  const required = names.filter((name) => keys[name as keyof T].required);
  return {
    read(node, _what, context) {
      const entries = entriesOf(node, noun, names, context.report);
      if (!entries) return undefined;
      const values = entries.flatMap(({ key, value }) => {
        const read = keys[key as keyof T].shape.read(value, `"${key}"`, context);
        return read === undefined ? [] : [[key, read] as const];
      });
      for (const name of required) if (!entries.some((e) => e.key === name)) context.report(keys[name as keyof T].required!, node.span);
      const found = Object.fromEntries(values);
      return required.every((name) => name in found) ? found as T : undefined;
    },
    schema: (ruleNames) => ({
      type: 'object', additionalProperties: false, ...(required.length && { required }),
      properties: Object.fromEntries(names.map((name) => {
        const { about, shape } = keys[name as keyof T];
        return [name, { description: about, ...shape.schema(ruleNames) }];
      })),
    }),
  };
}

/** The entries whose key is known; the others are reported. Undefined where the node is no map. */
function entriesOf(node: Tree, noun: string, keys: readonly string[], report: Report): readonly Entry[] | undefined {
  if (node.kind !== 'map') return void report(`${noun} must be a map with the keys ${words(keys)}, not a ${node.kind}`, node.span);
  return node.entries.filter(({ key, span }) => {
    if (keys.includes(key)) return true;
    report(`unknown key "${key}"${didYouMean(key, keys) || `; the keys of ${noun} are ${words(keys)}`}`, span);
    return false;
  });
}

/** A list of at most `most` elements; those that are wrong are left out. */
export const listOf = <T>(plural: string, element: Shape<T>, most = 1_000): Shape<readonly T[]> => ({
  read(node, what, context) {
    if (node.kind !== 'list') return void context.report(`${what} must be a list of ${plural}`, node.span);
    if (node.items.length > most) context.report(`${what} must be a list of at most ${most} ${plural}, not ${node.items.length}`, node.span);
    return node.items.slice(0, most).flatMap((item) => element.read(item, what, context) ?? []);
  },
  schema: (names) => ({ type: 'array', items: element.schema(names), maxItems: most }),
});

/** A map from known names to one of a few words: `rules` and `stages`. Later entries win, so their order is kept. */
export function recordOf<V>(noun: 'rule' | 'stage', namesOf: (names: Names) => ReadonlySet<string>, valueOf: (name: string) => Shape<V>, words: string): Shape<Readonly<Record<string, V>>> {
  const hint = (names: ReadonlySet<string>): string => noun === 'rule' ? '; "spec-review checklist" lists the rules' : `; the stages are ${wordsOf(names)}`;
  return {
    read(node, what, context) {
      if (node.kind !== 'map') return void context.report(`${what} must map each ${noun} to ${words}`, node.span);
      const names = namesOf(context);
      const record: Record<string, V> = {};
      for (const { key, span, value } of node.entries) {
        if (!names.has(key)) context.report(`unknown ${noun} "${key}"${didYouMean(key, names) || hint(names)}`, span);
        else {
          const chosen = valueOf(key).read(value, `"${key}"`, context);
          if (chosen !== undefined) record[key] = chosen;
        }
      }
      return record;
    },
    schema(names) {
      // Rules of a team's own items are known to the config alone.
      const plain = valueOf('').schema(names);
      const schemas = [...namesOf(names)].map((name) => [name, valueOf(name).schema(names)] as const);
      const special = schemas.filter(([, schema]) => JSON.stringify(schema) !== JSON.stringify(plain)).map(([name]) => `(?!${name}$)`);
      const own = noun === 'rule' ? { patternProperties: { [`^${special.join('')}[a-z0-9-]+/([a-z0-9-]+|\\*)$`]: plain } } : {};
      return { type: 'object', properties: Object.fromEntries(schemas.map(([name, schema]) => [name, { ...(names.about?.has(name) && { description: names.about.get(name) }), ...schema }])), ...own, additionalProperties: false };
    },
  };
}

/** One of a few words. */
export const oneOf = <V extends string>(values: readonly V[]): Shape<V> => ({
  read(node, what, { report }) {
    const value = node.kind === 'scalar' ? node.value : undefined;
    const found = values.find((v) => v === value);
    if (found !== undefined) return found;
    const shown = node.kind === 'scalar' ? JSON.stringify(value) : `a ${node.kind}`;
    const meant = typeof value === 'string' ? didYouMean(value, values) : '';
    return void report(`${what} must be ${words(values, 'or')}, not ${shown}${meant}`, node.span);
  },
  schema: () => ({ type: 'string', enum: values }),
});

interface TextRules {
  /** Ends the sentence `"specs" must be …`. */
  readonly says: string;
  readonly pattern?: RegExp;
  /** In UTF-16 code units. */
  readonly longest?: number;
}

/** A text that is not empty, with its place: what it means may have to be looked at later. */
export const placedText = ({ says, pattern, longest = 2_000 }: TextRules): Shape<Placed> => ({
  read(node, what, { report }) {
    const text = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
    if (text.trim() && text.length <= longest && (!pattern || pattern.test(text))) return { text, span: node.span };
    return void report(text.length > longest ? `${what} must have at most ${longest} characters, not ${text.length}` : `${what} must be ${says}`, node.span);
  },
  schema: () => ({ type: 'string', minLength: 1, maxLength: longest, ...(pattern && { pattern: pattern.source }) }),
});

export interface Placed {
  readonly text: string;
  readonly span: Span;
}

/** A text that is not empty. */
export const text = (rules: TextRules): Shape<string> => {
  const placed = placedText(rules);
  return { read: (node, what, context) => placed.read(node, what, context)?.text, schema: placed.schema };
};

/** A whole number from 1 to `most`. */
export const count = (most: number): Shape<number> => ({
  read(node, what, { report }) {
    const value = node.kind === 'scalar' ? node.value : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
    return void report(`${what} must be a whole number from 1 to ${most}`, node.span);
  },
  schema: () => ({ type: 'integer', minimum: 1, maximum: most }),
});

/** "a, b and c". */
export const words = (all: readonly string[], last = 'and'): string => [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(` ${last} `);

const wordsOf = (names: ReadonlySet<string>): string => words([...names]);
