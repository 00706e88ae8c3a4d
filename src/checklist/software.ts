import type { Fact, Facts } from '../analyzer/item';
import { remembered } from '../analyzer/remembered';
import type { Spec } from '../analyzer/spec';
import { because } from './due';
import { isStandard } from './standard';

/** A name in code; a path or a page is where something is written and no code. */
const NAME = /`(?![^`]*(?:\w\/\w|\.md\b))[^`]+`/g;
/** It is kept by the API server that is there already. */
const OBJECT = 'kind: CustomResourceDefinition';
/** A single name is a tool that the document speaks of. */
const ENOUGH_NAMES = 2;
const names = remembered((blocks) => blocks.flatMap(({ kind, text }) => (kind === 'code' ? [] : text.match(NAME) ?? [])));
const fenced = remembered((blocks) => blocks.some(({ kind }) => kind === 'code'));

function quotesCode({ sections }: Spec): boolean {
  const body = sections.filter(({ role }) => role === 'body');
  return body.some(({ blocks }) => fenced(blocks)) || new Set(body.flatMap(({ blocks }) => names(blocks))).size >= ENOUGH_NAMES;
}

/** What the document itself adds, changes or runs, as a clause; undefined where it only has to do with code. */
export const bringsSomething = (facts: Facts): string | undefined =>
  because('adds', facts.operations) ?? because('changes', facts.schemas) ?? because('runs', facts.runtime) ?? because('adds', facts.flags);

const services = new WeakMap<readonly Fact[], readonly Fact[]>();

/** The operations that something of its own answers; asked for by one question after the other. */
function served({ operations }: Facts): readonly Fact[] {
  let found = services.get(operations);
  if (!found) services.set(operations, (found = operations.filter(({ name }) => name !== OBJECT)));
  return found;
}

/** Why a question about running it is due, as a clause: it deploys something, or serves operations of its own. */
export const isOperated = (facts: Facts): string | undefined =>
  isStandard(facts) ? undefined : because('runs', facts.runtime) ?? because('adds', served(facts));

/** Why a question about software is due, as a clause; undefined for a document on a process, a position or a team, and for what others implement. */
export function specifiesSoftware(facts: Facts): string | undefined {
  if (isStandard(facts)) return undefined;
  const brought = bringsSomething(facts);
  if (brought || facts.profile === 'rfc') return brought;
  return facts.profile === 'prd' ? 'it describes a product' : quotesCode(facts.spec) ? 'it specifies code' : undefined;
}
