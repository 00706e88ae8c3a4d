import { quantitiesIn, type Quantity } from '../facts/quantities';
import { placeIn, statements, type Statement } from '../facts/statements';
import { shift, type Span } from '../span';
import type { Section, Spec } from '../spec';
import { isAt } from './aid';

export interface FigureAt {
  readonly section: Section;
  readonly statement: Statement;
  readonly quantity: Quantity;
  /** Absolute. */
  readonly at: Span;
}

/** The section that an offset stands in. */
export const sectionAt = (spec: Spec, offset: number): Section | undefined => spec.sections.findLast(({ span }) => span.start <= offset);

/** The quantity at an offset; undefined where there is none. */
export function figureAt(spec: Spec, offset: number): FigureAt | undefined {
  const section = sectionAt(spec, offset);
  for (const statement of section ? statements(section.blocks) : []) {
    for (const quantity of quantitiesIn(statement.text)) {
      const at = shift(placeIn(statement, quantity), section!.origin);
      if (isAt(at, offset)) return { section: section!, statement, quantity, at };
    }
  }
  return undefined;
}
