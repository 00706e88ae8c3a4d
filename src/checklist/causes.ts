import type { Facts } from '../analyzer/item';

const VERBS = {
  operations: 'adds',
  schemas: 'changes',
  flags: 'adds the setting',
  personalData: 'handles',
  runtime: 'runs',
} as const;

/** Why a question is due: "it adds POST /v1/orders", from the first fact of the kinds given; undefined where there is none. */
export function causedBy(facts: Facts, ...kinds: readonly (keyof typeof VERBS)[]): string | undefined {
  for (const kind of kinds) {
    const [fact] = facts[kind];
    if (fact) return `it ${VERBS[kind]} ${fact.name}`;
  }
  return undefined;
}

/** The author's own reason why a question does not apply: what `pattern` finds first in the body, quoted. */
export function statedInBody({ spec }: Facts, pattern: RegExp): string | undefined {
  for (const section of spec.sections) {
    if (section.role !== 'body') continue;
    for (const block of section.blocks) {
      const match = block.kind === 'code' ? null : pattern.exec(block.text);
      if (match) return `the document says "${match[0].trim()}"`;
    }
  }
  return undefined;
}
