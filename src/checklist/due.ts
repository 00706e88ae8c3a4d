import type { Fact, Facts } from '../analyzer/item';
import { KEEP, words } from './words';

/** A kind of thing where a name says more. */
const GENERIC = /^(?:(?:an?|the|new|alpha|experimental|feature|rest|http|public)[ -])*(?:flag|gate|toggle|endpoint|webhook|table|column|index|schema change)s?$/i;

/**
 * Why a question is due, as a clause: `it adds “POST /v1/orders” and 2 more`. A name that occurs twice counts once.
 * Undefined where `facts` is empty, so that calls chain with `??`.
 */
export function because(verb: string, facts: readonly Fact[]): string | undefined {
  if (facts.length === 0) return undefined;
  // Many questions are due by the same facts.
  const named = names.get(facts) ?? nameOf(facts);
  names.set(facts, named);
  return `it ${verb} ${named}`;
}

const names = new WeakMap<readonly Fact[], string>();

function nameOf(facts: readonly Fact[]): string {
  const first = facts.find(({ name }) => !GENERIC.test(name)) ?? facts[0]!;
  const others = new Set(facts.map((fact) => fact.name.toLowerCase())).size - 1;
  return `“${first.name}”${others > 0 ? ` and ${others} more` : ''}`;
}

/** Tables, columns and objects that are kept: a message between two programs leaves no data behind. */
export const stored = ({ schemas }: Pick<Facts, 'schemas'>): readonly Fact[] => schemas.filter(({ name }) => !name.startsWith('message '));

const KEPT = words`\b${KEEP}\b`;
/** In UTF-16 code units: the words beside a name. */
const BESIDE = 80;

/** Personal data that is said to be kept: what is only mentioned or passed on leaves none behind. */
export const kept = ({ spec: { text }, personalData }: Pick<Facts, 'spec' | 'personalData'>): readonly Fact[] =>
  personalData.filter(({ span }) => KEPT.test(text.slice(Math.max(0, span.start - BESIDE), span.end + BESIDE)));
