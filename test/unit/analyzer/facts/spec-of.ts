import { buildSpec } from '../../../../src/analyzer/build-spec';
import { createMarkdownParser } from '../../../../src/analyzer/parse/markdown';
import type { Span } from '../../../../src/analyzer/span';
import type { Spec } from '../../../../src/analyzer/spec';

export const specOf = (text: string): Spec => buildSpec(text, createMarkdownParser().parse(text));

/** The source at a place, which is what a finding underlines. */
export const at = ({ text }: Spec, { start, end }: Span): string => text.slice(start, end);
