import { endpointOf, type DeclaredField, type DeclaredOperation, type FieldPlace } from '../contract';
import { lineAround } from '../insertion';
import type { Facts } from '../item';
import { remembered } from '../remembered';
import { shift, type Span } from '../span';
import { sourceOffset, subtree, type Block, type Cell, type Section, type Spec, type Table } from '../spec';
import type { Workspace } from '../surroundings';
import { isOwn, operationIn, rowsOf } from './definitions';
import { ownContracts } from './own-contracts';

/** An operation that the document calls its own, wherever it says so. */
export interface Operation extends DeclaredOperation<Span> {
  readonly from: 'heading' | 'table' | 'text' | 'contract';
  /** The document says that it does not exist yet. */
  readonly isNew: boolean;
  /** It stands in a contract that leaves others out on purpose. */
  readonly isPart?: true;
  /** Index into the document's sections. */
  readonly section: number;
}

const NEW = /\b(?:new|add(?:s|ed|ing)?|introduc\w+|propos\w+|creat(?:es?|ing) (?:an?|the)|will (?:be|have|get|expose))\b/i;
/** "`Orders.Create`", "`shop.v1.Orders/Create()`": of the names in prose that may be an RPC's, those of a known service are. */
const RPC = /`((?:[a-z]\w{0,60}\.){0,6}([A-Z]\w{1,60})[./]([A-Z]\w{1,60}))(?:\(\))?`/g;
const METHOD = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)/;

/**
 * Endpoints, RPCs, and fields of GraphQL in headings, rows, statements and fences, each once at the first place that says
 * most: a contract, else a heading, else a row, else a statement.
 * @param workspace tells what stands in fences with a grammar; without it those are left out
 */
export function ownOperations(facts: Facts, workspace: Workspace | undefined): readonly Operation[] {
  const { spec } = facts;
  const found = new Map<string, Operation>();
  const add = (operations: readonly Operation[]) => { for (const one of operations) if (!one.keys.some((key) => found.has(key))) found.set(one.keys[0]!, one); };
  const own = spec.sections.filter((section) => isOwn(spec, section));
  add(ownContracts(spec, workspace).filter(({ section }) => isOwn(spec, section)).flatMap(({ section, contract }) =>
    contract.operations.map((one): Operation => ({ ...one, from: 'contract', isNew: false, section: section.index, ...(contract.isPart && { isPart: true }) }))));
  add(own.flatMap((section) => inHeading(section, spec)));
  add(own.flatMap((section) => inTables(section.blocks).map((one) => moved(one, section))));
  add(facts.operations.flatMap((fact) => stated(facts, fact.name, fact.span)));
  // Only where a file tells which services there are.
  if (workspace?.contracts) add(own.flatMap((section) => rpcs(section.blocks).map((one) => moved(one, section))));
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}

const moved = (one: Operation, { origin, index }: Section): Operation =>
  ({ ...one, section: index, at: shift(one.at, origin), fields: one.fields.map((field) => ({ ...field, at: shift(field.at, origin) })) });

function endpoint(method: string, path: string, at: Span, rest: Pick<Operation, 'from' | 'isNew' | 'section'>, fields: readonly DeclaredField<Span>[] = []): Operation {
  const { key, resource } = endpointOf(method, path);
  return { kind: 'endpoint', keys: [key], group: resource, name: `${method} ${path}`, at, fields: [...fields, ...queryOf(path, at)], ...rest };
}

/** "?limit=10&after={id}" */
const queryOf = (path: string, at: Span): DeclaredField<Span>[] =>
  [...(path.split('?', 2)[1] ?? '').matchAll(/(?:^|&)([\w.[\]-]+)=/g)].map(([, name]) => ({ name: name!, at, in: 'query' }));

function inHeading(section: Section, spec: Spec): Operation[] {
  const { heading, origin, index } = section;
  const named = heading && operationIn(heading.text.replace(/`/g, ''));
  if (!named) return [];
  return [endpoint(named.method, named.path + named.query, shift(heading.span, origin), { from: 'heading', isNew: NEW.test(heading.text), section: index }, fieldsUnder(spec, section))];
}

/** What the heading above a table says about where its fields stand. */
const HEADED: readonly (readonly [FieldPlace, RegExp])[] = [
  ['answer', /\b(?:responses?|returns?|answers?|output|result)\b/], ['body', /\b(?:request|body|payload|input)\b/], ['query', /\bquery\b/], ['header', /\bheaders?\b/],
];

/** The fields that tables under the heading of an operation list, those below headings of their own included. */
function fieldsUnder(spec: Spec, section: Section): DeclaredField<Span>[] {
  return subtree(spec, section).flatMap((below) => {
    if (below !== section && below.heading && operationIn(below.heading.text.replace(/`/g, ''))) return [];
    const place = below === section ? undefined : HEADED.find(([, pattern]) => pattern.test(below.heading?.key ?? ''))?.[0];
    return fieldTables(below.blocks).map((field) => ({ ...field, at: shift(field.at, below.origin), ...(place && !field.in && { in: place }) }));
  });
}

const inTables = remembered((blocks): readonly Operation[] => blocks.flatMap((block) => rowsOf(block).flatMap(({ words, at, row }) => {
  const named = operationIn(words);
  return named ? [endpoint(named.method, named.path + named.query, at, { from: 'table', isNew: NEW.test(row), section: -1 })] : [];
})));

function stated({ spec }: Facts, name: string, at: Span): Operation[] {
  const [, method, path] = METHOD.exec(name) ?? [];
  if (!method || !path) return [];
  const section = spec.sections.findLast(({ span }) => span.start <= at.start)!;
  return isOwn(spec, section) ? [endpoint(method, path, at, { from: 'text', isNew: NEW.test(lineAround(spec.text, at)), section: section.index })] : [];
}

const rpcs = remembered((blocks): readonly Operation[] => blocks.filter(({ kind }) => kind !== 'code').flatMap((block) => [...block.text.matchAll(RPC)].map((match): Operation => {
  const [, written, service, method] = match;
  const name = `${service}.${method}`;
  const start = sourceOffset(block, match.index + 1);
  return { kind: 'rpc', keys: [name], group: service!, name, at: { start, end: sourceOffset(block, match.index + written!.length) + 1 }, fields: [], from: 'text', isNew: NEW.test(block.text), section: -1 };
})));

const FIELD_HEADER = /\b(?:fields?|param(?:eter)?s?|property|properties|attributes?|arguments?|names?|keys?)\b/i;
const REQUIRED_HEADER = /\b(?:required|mandatory|optional|needed)\b/i;
const PLACE_HEADER = /^(?:in|location|where|place)$/i;
const FIELD_NAME = /^`?([A-Za-z_][\w.[\]-]{0,80})`?\??$/;
const PLACES = { path: 'path', query: 'query', header: 'header', body: 'body' } as const;

/** The rows of tables that list the fields of an operation. */
const fieldTables = remembered((blocks): readonly DeclaredField<Span>[] => blocks.flatMap((block) => (block.table ? fieldRows(block, block.table) : [])));

function fieldRows(block: Block, { header, roles }: Table): DeclaredField<Span>[] {
  const [first] = header;
  const type = roles.indexOf('type'), needed = header.findIndex(({ text }) => REQUIRED_HEADER.test(text)), place = header.findIndex(({ text }) => PLACE_HEADER.test(text));
  if (!first || !FIELD_HEADER.test(first.text) || (type < 0 && needed < 0)) return [];
  const isInverted = /\boptional\b/i.test(header[needed]?.text ?? '') && !/required|mandatory/i.test(header[needed]?.text ?? '');
  return rowsOf(block).flatMap(({ cells, at }): DeclaredField<Span>[] => {
    const name = FIELD_NAME.exec(cells[0]!.text)?.[1];
    if (!name) return [];
    const required = requiredBy(cells[needed], isInverted);
    const where = PLACES[(cells[place]?.text ?? '').toLowerCase().replace(/`/g, '') as keyof typeof PLACES];
    const words = cells[type]?.text.replace(/`/g, '').trim();
    return [{ name, at, ...(words && { type: words }), ...(required !== undefined && { required }), ...(where && { in: where }) }];
  });
}

const YES = new Set(['yes', 'y', 'true', 'required', 'mandatory', 'must', '✓', '✔', '✔️', '✅', 'x', 'always']);
const NO = new Set(['no', 'n', 'false', 'optional', 'not required', '❌', '-', '–']);

function requiredBy(cell: Cell | undefined, isInverted: boolean): boolean | undefined {
  const word = cell?.text.toLowerCase().replace(/`/g, '').trim() ?? '';
  return YES.has(word) ? !isInverted : NO.has(word) ? isInverted : undefined;
}
