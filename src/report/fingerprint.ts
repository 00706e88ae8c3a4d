import { headingKey } from '../analyzer/heading-key';
import type { Finding, Review } from '../analyzer/review';
import type { Span } from '../analyzer/span';
import type { Section, Spec } from '../analyzer/spec';

/** Characters of the text at a place that tell it from other places. */
const TOLD_BY = 200;

/**
 * What each finding is known by, wherever it stands after other parts of the document were edited:
 *
 * - a gap in the checklist, by its question: a document has one at most, and its place is only where an answer would
 *   stand. The finding that rolls up an area's gaps is known by all of its questions, because a gap moves in and out
 *   of it as others are closed;
 * - any other finding, by `rule#hash:n`: a hash of the headings above its place and the words at it, and a number
 *   from 1 that tells equal ones apart. A habit of the document is known by all of its places.
 */
export function identities({ coverage, findings }: Pick<Review, 'coverage' | 'findings'>, spec: Spec): ReadonlyMap<Finding, readonly string[]> {
  const questions = new Set<string>(coverage.map((c) => c.item));
  const name = placeNames(spec);
  const inOrder = [...findings].sort((a, b) => a.at.start - b.at.start);
  return new Map(inOrder.map((finding) => [finding,
    questions.has(finding.rule) ? [finding.rule]
      : isRollUp(finding) ? finding.items!
        : (finding.members ?? [finding]).map(({ at }) => name(finding.rule, at))]));
}

const isRollUp = ({ rule, items }: Finding): boolean => items !== undefined && rule.endsWith('/*');

/** Names places, which must come in the order of the text. */
function placeNames(spec: Spec): (rule: string, at: Span) => string {
  const seen = new Map<string, number>();
  return (rule, at) => {
    const name = `${rule}#${hash(place(spec, at))}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return `${name}:${seen.get(name)}`;
  };
}

/** 16 hexadecimal digits for a finding among those of its file, the same for as long as it is known by the same. */
export const fingerprint = (finding: Finding, known: readonly string[]): string => hash(isRollUp(finding) || finding.members ? finding.rule : known[0]!);

function place(spec: Spec, { start, end }: Span): string {
  const words = spec.text.slice(start, Math.min(end, start + TOLD_BY)).toLowerCase().replace(/\s+/g, ' ').trim();
  return [...headingPath(spec, start), words].join('\n');
}

/** Keys of the headings above an absolute offset, the nearest first; numbering and case do not count. */
function headingPath({ sections }: Spec, offset: number): string[] {
  const path: string[] = [];
  let section: Section | undefined = sections.findLast((s) => s.span.start <= offset);
  for (; section; section = sections[section.parent]) if (section.heading) path.push(headingKey(section.heading.text));
  return path;
}

/** 16 hexadecimal digits. FNV-1a over UTF-16 code units, twice: enough to tell places apart, not to keep a secret. */
export function hash(text: string): string {
  let low = 0x811c9dc5, high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x5bd1e995);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
