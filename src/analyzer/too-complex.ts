import type { Complexity } from './parse/guard';
import type { Placed } from './parse/markdown';
import type { Finding } from './review';
import { shift } from './span';

export const TOO_COMPLEX = 'analysis/too-complex';

/** One finding for each stretch of the document that was not read as Markdown, because that would take seconds. */
export const complexityFindings = (placed: readonly Placed[]): readonly Finding[] => placed.flatMap(({ start, chunk: { tooComplex } }) => tooComplex ? [{
  rule: TOO_COMPLEX, severity: 'warning' as const, priority: 'should' as const,
  message: `Too complex to review: ${reason(tooComplex)}`,
  at: shift(tooComplex.at, start), related: [], fixes: [],
}] : []);

const reason = ({ what, sections }: Complexity & { readonly sections: number }): string => (sections === 1
  ? `${what}; this section was read as plain text, so split it to have its answers found.`
  : `${sections.toLocaleString('en')} sections that follow each other, in the first ${what}; they were read as plain text, so split the document to have their answers found.`);
