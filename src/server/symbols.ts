import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import { shift } from '../analyzer/span';
import type { Section } from '../analyzer/spec';
import { rangeOf } from './convert';
import type { ReviewedDocument } from './documents';
import { isTitle, sectionStates, standingLine, stateWords } from './section-state';

/**
 * The sections that answer a question or leave one open, with what they do. Beside the editor's own outline of all
 * headings it is a list of what is to be read: sections with nothing to say are left out, those below them move up.
 */
export function documentSymbols(read: ReviewedDocument): DocumentSymbol[] {
  const { sections, text } = read.reviewed.spec;
  const states = sectionStates(read);
  const words = (section: Section): string => (isTitle(read, section) ? standingLine(read) : stateWords(states[section.index]!));

  function symbols(from: number, to: number): DocumentSymbol[] {
    const found: DocumentSymbol[] = [];
    for (let i = from; i < to; i = sections[i]!.subtreeEnd) {
      const section = sections[i]!, { heading, origin, span, subtreeEnd } = section;
      const children = symbols(i + 1, subtreeEnd), detail = heading && words(section);
      if (!heading || !detail) {
        found.push(...children);
        continue;
      }
      const selectionRange = rangeOf(read.document, shift(heading.span, origin));
      const range = rangeOf(read.document, { start: span.start, end: sections[subtreeEnd]?.span.start ?? text.length });
      found.push({ name: heading.text, detail, kind: SymbolKind.String, range, selectionRange, children });
    }
    return found;
  }
  return symbols(0, sections.length);
}
