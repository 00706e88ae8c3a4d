import { factPatterns } from '../../src/analyzer/facts';
import { patternsOf } from '../../src/analyzer/signals/block-reader';
import { requiredLiterals } from '../../src/analyzer/signals/required-literals';
import { keyOf, pack } from '../../src/analyzer/signals/known-literals';
import { items } from '../../src/checklist';

/** The patterns that ship and are looked for by an index. */
export const shipped: readonly RegExp[] = [...patternsOf(items).patterns, ...factPatterns];

/** The source of src/analyzer/signals/known-literals.json: by the key of a pattern, what every match of it contains. */
export const literals = (): string => `${JSON.stringify(Object.fromEntries(shipped.map((pattern) => [keyOf(pattern.source), pack(requiredLiterals(pattern))])), null, 1)}\n`;
