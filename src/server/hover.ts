import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { State } from '../analyzer/item';
import { aids, type AidText, type Place } from '../analyzer/aids';
import { CONFIDENT, type Coverage, type Finding } from '../analyzer/review';
import { shift, type Span } from '../analyzer/span';
import type { Section } from '../analyzer/spec';
import { ruleUrl } from '../report/links';
import { itemIn, itemsOf, rangeOf } from './convert';
import { today, type ReviewedDocument } from './documents';
import { escape, lineLink, quoted } from './hover-text';
import { titleText } from './title-hover';

const STATES: Readonly<Record<State, string>> = {
  covered: 'answered', partial: 'answered in part', missing: 'not answered', 'not-applicable': 'does not apply', accepted: 'accepted as a gap',
};
const MOST_FINDINGS = 3;

/** What is known about a place: the findings there, and what its section answers where it is a heading. The title opens with how all of it stands. */
export function hover(read: ReviewedDocument, position: Position): Hover | null {
  const offset = read.document.offsetAt(position);
  const isAt = (span: Span) => span.start <= offset && offset <= span.end;
  const { review, spec } = read.reviewed;
  // The whole line: over the title's words an editor shows their findings first.
  const titleLine = read.document.positionAt(spec.metadata.titleSpan.start).line;
  const isTitle = position.line === titleLine;
  const findings = review.findings.filter((f) => isAt(f.at));
  const section = spec.sections.find((s) => s.heading && isAt(shift(s.heading.span, s.origin)));
  const parts = [
    ...(isTitle ? [titleText(read)] : []),
    ...findings.slice(0, MOST_FINDINGS).map((finding) => findingText(read, finding)),
    ...(findings.length > MOST_FINDINGS ? [`${findings.length - MOST_FINDINGS} more at this place.`] : []),
    ...(section && !isTitle ? sectionText(read, section) : []),
  ];
  const aid = isTitle ? undefined : aidAt(read, offset);
  if (aid) parts.push(aid.markdown);
  if (!parts.length) return null;
  const contents = { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') };
  if (isTitle) return { contents, range: { start: { line: titleLine, character: 0 }, end: rangeOf(read.document, spec.metadata.titleSpan).end } };
  return { contents, range: rangeOf(read.document, findings[0]?.at ?? aid?.at ?? shift(section!.heading!.span, section!.origin)) };
}

/** What can be worked out from the words there. */
function aidAt(read: ReviewedDocument, offset: number): AidText | undefined {
  const place: Place = { spec: read.reviewed.spec, offset, today: today(), link: (at) => lineLink(read, at), escape };
  for (const aid of aids) {
    const text = aid(place);
    if (text) return text;
  }
  return undefined;
}

function findingText(read: ReviewedDocument, finding: Finding): string {
  const { reviewed } = read;
  const [id, ...others] = itemsOf(finding, reviewed);
  const item = id && !others.length ? itemIn(reviewed, id) : undefined;
  if (!item) return `${escape(finding.message)}\n\n${[id, ...others].flatMap((one) => itemIn(reviewed, one ?? '') ?? []).map((one) => `- [${one.skeleton.heading}](${ruleUrl(one.id)}): ${one.question}`).join('\n')}`.trim();
  const coverage = reviewed.review.coverage.find((c) => c.item === id)!;
  return [
    `**${item.question}**`, item.why, `What would satisfy it: ${item.expected}.`,
    escape(coverage.reason), ...closest(read, coverage), `[${item.id}](${ruleUrl(item.id)})`,
  ].join('\n\n');
}

function closest(read: ReviewedDocument, { evidence, closest: near }: Coverage): string[] {
  const at = near ?? evidence[0];
  if (!at) return [];
  return [`The closest passage, ${lineLink(read, at)}: ${quoted(read, at)}`];
}

/** Which questions the section answers or touches, and how sure that is. */
function sectionText(read: ReviewedDocument, section: Section): string[] {
  const { review, spec } = read.reviewed;
  const end = spec.sections[section.subtreeEnd]?.span.start ?? spec.text.length;
  const lines = review.coverage.flatMap((coverage) => {
    const place = coverage.evidence.find((at) => at.start >= section.span.start && at.start < end);
    return place ? [`- ${itemIn(read.reviewed, coverage.item)!.skeleton.heading}: ${STATES[coverage.state]}${coverage.confidence < CONFIDENT ? ', for you to check' : ''} (${lineLink(read, place)})`] : [];
  });
  return lines.length ? [`**This section speaks to**\n\n${lines.join('\n')}`] : [];
}
