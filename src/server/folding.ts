import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Section } from '../analyzer/spec';
import type { ReviewedDocument } from './documents';
import { isTitle, sectionStates, standingLine, stateWords } from './section-state';

/** Sections, which tell in one line what they answer and leave open, where an editor shows that; and decisions that stand together. */
export function foldingRanges(read: ReviewedDocument): FoldingRange[] {
  const { spec } = read.reviewed, states = sectionStates(read);
  const sections = spec.sections.flatMap((section): FoldingRange[] => {
    const lines = section.heading && linesOf(read, section);
    if (!lines || lines.endLine === lines.startLine) return [];
    const collapsedText = isTitle(read, section) ? standingLine(read) : stateWords(states[section.index]!);
    return [{ ...lines, ...(collapsedText && { collapsedText: `${section.heading!.text} · ${collapsedText}` }) }];
  });
  return [...sections, ...decisions(read)];
}

/** First lines, from 0, of the sections that answer something and leave nothing open, with all that stand below them. */
export function settledLines(read: ReviewedDocument): number[] {
  const { sections } = read.reviewed.spec, states = sectionStates(read);
  const isOpen = (section: Section) => states.slice(section.index, section.subtreeEnd).some(({ open, others }) => open.length > 0 || others > 0);
  const speaks = (section: Section) => states.slice(section.index, section.subtreeEnd).some(({ answers }) => answers.length > 0);
  return sections.filter((section) => section.heading && !isTitle(read, section) && speaks(section) && !isOpen(section)).map((section) => linesOf(read, section).startLine);
}

/** From the heading to the last line with text, sections below it included. */
function linesOf({ document, reviewed: { spec } }: ReviewedDocument, { span, subtreeEnd }: Section): { readonly startLine: number; readonly endLine: number } {
  const end = spec.sections[subtreeEnd]?.span.start ?? spec.text.length;
  const filled = span.start + spec.text.slice(span.start, end).trimEnd().length;
  return { startLine: document.positionAt(span.start).line, endLine: document.positionAt(filled).line };
}

/** Comments that record decisions, on lines of their own below each other. */
function decisions({ document, reviewed: { spec } }: ReviewedDocument): FoldingRange[] {
  const found: { startLine: number; endLine: number; count: number }[] = [];
  for (const { text, span } of spec.comments) {
    if (!/^\s*spec-review:/.test(text)) continue;
    const [startLine, endLine] = [document.positionAt(span.start).line, document.positionAt(span.end).line];
    const last = found.at(-1);
    if (last && startLine <= last.endLine + 1) Object.assign(last, { endLine, count: last.count + 1 });
    else found.push({ startLine, endLine, count: 1 });
  }
  return found.filter(({ startLine, endLine }) => endLine > startLine)
    .map(({ startLine, endLine, count }) => ({ startLine, endLine, kind: FoldingRangeKind.Comment, collapsedText: `${count} decision${count === 1 ? '' : 's'}` }));
}
