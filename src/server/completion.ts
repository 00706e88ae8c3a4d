import { CompletionItemKind, MarkupKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { idUses } from '../analyzer/facts/requirements';
import type { Decision } from '../analyzer/review';
import type { Reading, ReviewedDocument } from './documents';

const VERBS: Readonly<Record<Decision['verb'], string>> = {
  'not-applicable': 'The question does not arise for this spec.',
  accept: 'The gap is known and accepted, with `--until YYYY-MM-DD` and `--owner NAME` where they are known.',
  answered: 'The answer is in the text below, where the review does not see it.',
};

/** A decision up to the cursor: its verb, where it is complete, and the word that is being typed. */
const DECISION = /<!--\s*spec-review:\s*(?:(not-applicable|accept|answered)\s+)?([\w/-]*)$/;
/** The start of an id such as "FR-12". */
const ID = /(?:^|[^\w-])([A-Z]{2,3}(?:[- ]?\d{0,4})?)$/;

/** What may be typed next: the verb and the item of a decision, or the id of a requirement that the document defines. */
export function completions({ document, reviewed }: ReviewedDocument, position: Position): CompletionItem[] {
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const decision = DECISION.exec(line);
  // Where a reason stands already, only the word is exchanged.
  const goesOn = /^[\w/-]*[ \t]+\S/.test(document.getText({ start: position, end: { line: position.line + 1, character: 0 } }).replace(/[ \t]*-->\s*$/, ''));
  const typed = decision?.[2] ?? ID.exec(line)?.[1];
  if (typed === undefined) return [];
  const range = { start: { line: position.line, character: position.character - typed.length }, end: position };
  const offers = !decision ? definedIds(reviewed) : decision[1] ? itemIds(reviewed) : verbs();
  return offers.map((offer, i) => ({ ...offer, sortText: String(i).padStart(4, '0'), filterText: offer.label, textEdit: { range, newText: goesOn ? offer.label : offer.insertText ?? offer.label } }));
}

const verbs = (): CompletionItem[] =>
  Object.entries(VERBS).map(([verb, says]) => ({ label: verb, insertText: `${verb} `, kind: CompletionItemKind.Keyword, documentation: { kind: MarkupKind.Markdown, value: says } }));

/** The open ones first, as loud as they are reported. */
function itemIds({ review, items }: Reading): CompletionItem[] {
  const reported = review.findings.flatMap((f): readonly string[] => f.items ?? [f.rule]);
  const rank = (id: string) => (reported.includes(id) ? reported.indexOf(id) : reported.length);
  return [...items].sort((a, b) => rank(a.id) - rank(b.id)).map((item) => ({
    label: item.id, insertText: `${item.id} -- `, kind: CompletionItemKind.EnumMember, detail: item.question,
    documentation: { kind: MarkupKind.Markdown, value: `${item.why}\n\nWhat would satisfy it: ${item.expected}.` },
  }));
}

/** In the order of the document, with what they say. */
function definedIds({ spec }: Reading): CompletionItem[] {
  const defined = new Map(idUses(spec).filter((use) => use.isDefinition).map((use) => [use.written, use.text]));
  return [...defined].map(([written, text]) => ({ label: written, kind: CompletionItemKind.Reference, detail: text.replace(/^[\s:.|*–-]+/, '').replace(/\s+/g, ' ').trim() }));
}
