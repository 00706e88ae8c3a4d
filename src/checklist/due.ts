import type { Fact, Facts } from '../analyzer/item';

/**
 * Why a question is due, as a clause: `it adds “POST /v1/orders” and 2 more`. A name that occurs twice counts once.
 * Undefined where `facts` is empty, so that calls chain with `??`.
 */
export const because = (verb: string, facts: readonly Fact[]): string | undefined => {
  const [first] = facts;
  if (first === undefined) return undefined;
  const others = new Set(facts.map((fact) => fact.name.toLowerCase())).size - 1;
  return `it ${verb} “${first.name}”${others > 0 ? ` and ${others} more` : ''}`;
};

/** Tables, columns and objects that are kept: a message between two programs leaves no data behind. */
export const stored = ({ schemas }: Pick<Facts, 'schemas'>): readonly Fact[] => schemas.filter(({ name }) => !name.startsWith('message '));
