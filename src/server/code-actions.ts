import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { recordDecision, type DecisionDraft } from '../analyzer/edits';
import type { Item } from '../analyzer/item';
import type { Finding, Fix } from '../analyzer/review';
import { safeFixes } from '../analyzer/safe-fixes';
import type { Span } from '../analyzer/span';
import type { Client } from './client';
import { itemIn, itemsOf, rangeOf, workspaceEdit } from './convert';
import type { ReviewedDocument } from './documents';
import { EXPLAIN_ITEM, RECORD_DECISION, type DecisionRequest } from './protocol';

/** Shows an item's documentation in a browser; for clients without {@link EXPLAIN_ITEM}. */
export const OPEN_DOCUMENTATION = 'specReview.openDocumentation';
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.specReview`;
export const ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

/** A light bulb with more entries is not read. */
const MOST_ANSWERS = 10;

/** What the light bulb offers for a range of the document. */
export function codeActions(read: ReviewedDocument, { range, context }: CodeActionParams, client: Client): CodeAction[] {
  const at: Span = { start: read.document.offsetAt(range.start), end: read.document.offsetAt(range.end) };
  const isWanted = (kind: string) => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  return [
    ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(read, at, context.diagnostics, client) : []),
    ...(isWanted(CodeActionKind.RefactorRewrite) ? answers(read, at, client) : []),
    ...(isWanted(FIX_ALL) ? fixAll(read, client) : []),
  ];
}

function quickFixes(read: ReviewedDocument, at: Span, shown: readonly Diagnostic[], client: Client): CodeAction[] {
  const touched = read.reviewed.review.findings.filter((f) => f.at.start <= at.end && f.at.end >= at.start);
  const actions = touched.flatMap((finding) => {
    const start = rangeOf(read.document, finding.at).start;
    const diagnostics = shown.filter((d) => d.code === finding.rule && d.range.start.line === start.line && d.range.start.character === start.character);
    return forFinding(read, finding, client).map((action): CodeAction => ({ kind: CodeActionKind.QuickFix, ...(diagnostics.length ? { diagnostics } : {}), ...action }));
  });
  const preferred = actions.find((action) => action.edit);
  return actions.map((action) => (action === preferred ? { ...action, isPreferred: true } : action));
}

function forFinding(read: ReviewedDocument, finding: Finding, client: Client): CodeAction[] {
  const items = itemsOf(finding, read.reviewed).flatMap((id) => itemIn(read.reviewed, id) ?? []);
  const fixes = finding.fixes.map((fix) => fromFix(read, fix, client));
  // Three more actions for each item of a roll-up would bury its fixes; the checklist offers them.
  const [item, ...others] = items;
  if (!item || others.length) return fixes;
  return [...fixes, decision(read, item, 'not-applicable', client), decision(read, item, 'accept', client), ...documentation(item, client)];
}

const fromFix = ({ document }: ReviewedDocument, { title, edits }: Fix, client: Client): CodeAction => ({ title, edit: workspaceEdit(edits, document, client) });

/**
 * A decision needs a reason. Where the client can ask for it the action is a command; elsewhere it inserts the
 * comment with placeholders, which is reported until they are replaced.
 */
function decision(read: ReviewedDocument, item: Item, verb: 'not-applicable' | 'accept', client: Client): CodeAction {
  const draft: DecisionDraft = { verb, reason: 'why?', ...(verb === 'accept' ? { until: 'YYYY-MM-DD' } : {}) };
  const fix = recordDecision(read.reviewed.spec, item, draft);
  if (!client.canAsk) return fromFix(read, fix, client);
  const request: DecisionRequest = { uri: read.document.uri, item: item.id, verb };
  return { title: fix.title, command: { title: fix.title, command: RECORD_DECISION, arguments: [request] } };
}

function documentation(item: Item, client: Client): CodeAction[] {
  if (!client.canAsk && !client.showsDocuments) return [];
  const title = `Explain "${item.skeleton.heading}": why it is asked and what answers it`;
  return [{ title, command: { title, command: client.canAsk ? EXPLAIN_ITEM : OPEN_DOCUMENTATION, arguments: [item.id] } }];
}

/** "The answer is here", for the gaps that the selected text most likely answers. */
function answers(read: ReviewedDocument, at: Span, client: Client): CodeAction[] {
  const { review, spec, items } = read.reviewed;
  const selected = spec.text.slice(at.start, at.end);
  if (!/[\p{L}\p{N}]/u.test(selected)) return [];
  const reported = review.findings.flatMap((finding) => itemsOf(finding, read.reviewed));
  const rank = (item: Item) => (item.evidence.topic.test(selected) ? 0 : 1000) + (reported.includes(item.id) ? reported.indexOf(item.id) : 500);
  return items
    .filter((_, i) => review.coverage[i]!.state === 'missing' || review.coverage[i]!.state === 'partial')
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_ANSWERS)
    .map((item) => ({ kind: CodeActionKind.RefactorRewrite, ...fromFix(read, recordDecision(spec, item, { verb: 'answered', reason: 'in the text below' }, at), client) }));
}

/** What may happen on every save, as one action: nobody who opens a section wants it filled while they write. */
function fixAll(read: ReviewedDocument, client: Client): CodeAction[] {
  const edits = safeFixes(read.reviewed.review.findings).filter(({ kind }) => kind === 'tidy').flatMap((fix) => fix.edits);
  if (!edits.length) return [];
  return [{ title: 'Tidy what needs no decision', kind: FIX_ALL, edit: workspaceEdit(edits, read.document, client) }];
}
