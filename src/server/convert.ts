import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation, type Range, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { areaOf, type Item, type ItemId, type Severity } from '../analyzer/item';
import { CONFIDENT, type Edit, type Elsewhere, type Finding } from '../analyzer/review';
import type { Span } from '../analyzer/span';
import { specEntry } from '../analyzer/spec-entry';
import { wellAnswered } from '../report/digest';
import { identities } from '../report/fingerprint';
import { ruleUrl } from '../report/links';
import { specStatus } from '../report/status';
import { isSettled } from '../report/standing';
import type { Client } from './client';
import { compared } from './compare';
import { isReviewed, type ReadDocument, type Reading, type ReviewedDocument } from './documents';
import { uriIn } from './settings';
import type { Base, DiagnosticData, DocumentReview, FindingReview, ItemReview, Reviewed, SpecReview } from './protocol';

/** The only place where the analyzer's offsets become the protocol's positions. */

export const SOURCE = 'spec-review';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information,
};

export const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({ start: document.positionAt(start), end: document.positionAt(end) });

/** The items that a finding is about: one, several for a roll-up, none for the other rules. */
export function itemsOf(finding: Finding, reading: Reading): readonly ItemId[] {
  const own = itemIn(reading, finding.rule);
  return finding.items ?? (own ? [own.id] : []);
}

/** The item of that id among those that the document was reviewed against. */
export const itemIn = ({ items }: Reading, id: string): Item | undefined => items.find((item) => item.id === id);

/** Where a rule is explained; of a team's own question, where the team says. */
const hrefOf = (rule: string, reading: Reading): string => itemIn(reading, rule)?.url ?? ruleUrl(rule);

export function diagnosticsOf(read: ReviewedDocument, client: Client): Diagnostic[] {
  const { review, spec } = read.reviewed;
  const entries = client.isOurs ? identities(review, spec) : undefined;
  return review.findings.map((finding) => diagnosticOf(finding, read, client, entries?.get(finding)));
}

function diagnosticOf(finding: Finding, { document, reviewed }: ReviewedDocument, client: Client, entries: readonly string[] | undefined): Diagnostic {
  const related = [
    ...finding.related.map(({ at, message }) => ({ location: { uri: document.uri, range: rangeOf(document, at) }, message })),
    ...elsewhere(finding, document, client),
  ];
  return {
    range: rangeOf(document, finding.at), severity: SEVERITIES[finding.severity], source: SOURCE, message: finding.message,
    code: finding.rule, codeDescription: { href: hrefOf(finding.rule, reviewed) },
    ...(client.relatedInformation && related.length ? { relatedInformation: related } : {}),
    data: { rule: finding.rule, items: itemsOf(finding, reviewed), ...(entries && { entries }) } satisfies DiagnosticData,
  };
}

/** Places in other files of the document's workspace folder. */
function elsewhere({ elsewhere: places = [] }: Finding, { uri }: TextDocument, { folders }: Client): DiagnosticRelatedInformation[] {
  const folder = folders.findLast((one) => uri.startsWith(`${one}/`));
  const position = ({ line, column }: Elsewhere['start']) => ({ line: line - 1, character: column - 1 });
  return folder === undefined ? [] : places.map(({ path, start, end, message }) => ({ location: { uri: uriIn(folder, path), range: { start: position(start), end: position(end) } }, message }));
}

export function workspaceEdit(edits: readonly Edit[], document: TextDocument, client: Client): WorkspaceEdit {
  const textEdits: TextEdit[] = edits.map(({ at, text }) => ({ range: rangeOf(document, at), newText: text }));
  const { uri, version } = document;
  return client.versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] } : { changes: { [uri]: textEdits } };
}

/** @param base what it is compared with */
export const documentReview = (read: ReadDocument, base?: Base): DocumentReview => (isReviewed(read) ? specReview(read, base) : { uri: read.document.uri, isSpec: false });

function specReview(read: ReviewedDocument, base: Base | undefined): SpecReview {
  const { document, reviewed } = read;
  const { review, spec, items } = reviewed;
  const then = base && compared(reviewed, base);
  return {
    uri: document.uri, isSpec: true, title: spec.metadata.title, profile: review.profile, stage: review.stage ?? null, brief: review.brief, well: wellAnswered(review, items).map((c) => c.item),
    status: specStatus(specEntry(reviewed.path, spec, review.profile, review.stage), reviewed.path, review),
    items: review.coverage.map((c, i): ItemReview => ({
      item: c.item, area: areaOf(c.item), question: items[i]!.question, why: items[i]!.why,
      state: c.state, confident: c.confidence >= CONFIDENT, reason: c.reason,
      evidence: c.evidence.map((at) => rangeOf(document, at)), closest: c.closest ? rangeOf(document, c.closest) : null,
      decision: c.decision ? decisionReview(c.decision, document) : null,
    })),
    findings: review.findings.map((f): FindingReview => ({
      rule: f.rule, severity: f.severity, priority: f.priority, message: f.message, range: rangeOf(document, f.at), items: itemsOf(f, reviewed), href: hrefOf(f.rule, reviewed), ...(then?.known.has(f) && { isKnown: true as const }),
    })),
    summary: summary(read), ...(then && { changes: then.changes }),
  };
}

const decisionReview = ({ span, verb, reason, until, owner }: NonNullable<ReviewedDocument['reviewed']['review']['coverage'][number]['decision']>, document: TextDocument): ItemReview['decision'] =>
  ({ verb, reason, ...(until ? { until } : {}), ...(owner ? { owner } : {}), range: rangeOf(document, span) });

/** How the document stands, in numbers. */
export function summary(read: ReadDocument): Reviewed {
  const { reviewed } = read;
  const coverage = reviewed?.review.coverage ?? [];
  const reported = new Set(reviewed?.review.findings.flatMap((finding) => itemsOf(finding, reviewed)));
  return {
    uri: read.document.uri, isSpec: isReviewed(read), open: reported.size,
    answered: coverage.filter(isSettled).length, total: coverage.length, ms: Math.round(read.ms),
    ...(read.halted !== undefined && { halted: read.halted }),
  };
}
