import { placeIn, sectionsFor, statements, type Purpose, type Statement } from '../analyzer/facts/statements';
import { remembered } from '../analyzer/remembered';
import type { Fix } from '../analyzer/review';
import type { RuleContext, RuleFinding } from '../analyzer/rule';
import { shift, type Span } from '../analyzer/span';
import type { Block } from '../analyzer/spec';

/** A place in a statement that a rule objects to. */
export interface Hit extends Span {
  readonly message: string;
  /** What an author is to fill in behind the place: "target" offers to insert "(target: TBD)". */
  readonly ask?: string;
}

/**
 * The check of a rule on wording: what `find` objects to in each statement of the sections that are meant as one of
 * `purposes`. A section that nobody edited is not read again.
 */
export function phrases(purposes: readonly Purpose[], find: (statement: Statement, blocks: readonly Block[]) => Hit | undefined): (context: RuleContext) => Iterable<RuleFinding> {
  const hits = remembered((blocks) => statements(blocks).flatMap((statement) => {
    const hit = find(statement, blocks);
    return hit ? [{ ...hit, ...placeIn(statement, hit) }] : [];
  }));
  return function* ({ spec }) {
    for (const section of sectionsFor(spec, purposes))
      for (const { message, ask, ...at } of hits(section.blocks)) {
        const place = shift(at, section.origin);
        yield { at: place, message, fixes: ask === undefined ? [] : [askBehind(place, ask)] };
      }
  };
}

/** What is nested in a list item, which says more of it; '' for other blocks. */
export function nestedText(blocks: readonly Block[], block: Block): string {
  if (block.kind !== 'item') return '';
  const rest = blocks.slice(blocks.indexOf(block) + 1);
  const end = rest.findIndex(({ kind, depth = 0 }) => kind !== 'item' || depth <= (block.depth ?? 0));
  return rest.slice(0, end < 0 ? rest.length : end).map(({ text }) => text).join('\n');
}

/** The first match of `pattern`, unless the words are quoted. */
export function meant(pattern: RegExp, text: string): (Span & { readonly text: string }) | undefined {
  const match = pattern.exec(text);
  return match && !isQuoted(text, match.index) ? { start: match.index, end: match.index + match[0].length, text: match[0] } : undefined;
}

/** Whether what starts at `at` stands between backticks or behind a quotation mark: words about words. */
export const isQuoted = (text: string, at: number): boolean =>
  /["“'‘]/.test(text[at - 1] ?? '') || (text.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;

/** Whether a figure stands in the text; those in ids ("FR-2"), versions ("v2") and numbering are none. */
export const hasFigure = (text: string): boolean => /(?<![\w#-])\d/.test(text.replace(/^\d{1,2}(?:\.\d{1,2}){0,3}[.)] /, ''));

/** A placeholder behind the words, which the review reports until the author replaces it. */
function askBehind(at: Span, what: string): Fix {
  return { title: `Insert a place for the ${what}`, kind: 'placeholder', edits: [{ at: { start: at.end, end: at.end }, text: ` (${what}: TBD)` }] };
}
