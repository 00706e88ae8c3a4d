import type { Fact } from '../analyzer/item';

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
