import { isUnclosed } from './comments';
import { nearest } from './nearest';
import type { Decision, Fix } from './review';
import type { Span } from './span';
import type { Comment, Spec } from './spec';

export interface Decisions {
  /** At most one for each item, in document order. */
  readonly decisions: readonly Decision[];
  /** Comments, or words in them, that decide nothing, and why; absolute spans, in document order. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly at: Span;
  readonly message: string;
  readonly fix?: Fix;
}

const VERBS = ['not-applicable', 'accept', 'answered'] as const;
const VERB_LIST = 'not-applicable, accept or answered';
const OPENING = /^\s*spec-review:/;
/** Before the reason. Editors that prettify turn the two hyphens into a dash. */
const SEPARATOR = /(?:^|\s)(?:--|[–—])(?=\s|$)/;
/** What fills the place of a reason and gives none. */
const NO_REASON = /^(?:why|because|reason|the reason|your reason|where|explain|tb[adc]|todo|fixme|n\/?a|none|nil|x+)$/i;

/**
 * The decisions that the author recorded in HTML comments:
 * `<!-- spec-review: not-applicable ITEM -- reason -->`, `accept ITEM --until YYYY-MM-DD --owner NAME -- reason`
 * and `answered ITEM -- where`. The last one on an item wins.
 */
export function parseDecisions(spec: Spec, knownRules: ReadonlySet<string>): Decisions {
  const latest = new Map<string, Decision>();
  const problems: Problem[] = [];
  for (const comment of spec.comments) {
    if (!OPENING.test(comment.text)) continue;
    const read = readDecision(comment, knownRules);
    if ('message' in read) {
      problems.push(read);
      continue;
    }
    const earlier = latest.get(read.item);
    if (earlier) problems.push({ at: earlier.span, message: `A later decision on ${read.item} replaces this one; remove this comment.` });
    latest.delete(read.item);
    latest.set(read.item, read);
  }
  return { decisions: [...latest.values()], problems: problems.sort((a, b) => a.at.start - b.at.start) };
}

interface Word extends Span {
  readonly text: string;
}

function readDecision(comment: Comment, knownRules: ReadonlySet<string>): Decision | Problem {
  const problem = (message: string, at: Span = comment.span): Problem => ({ at: { start: at.start, end: at.end }, message });
  if (isUnclosed(comment)) return problem('This decision is never closed; end the comment with "-->".');
  const opening = OPENING.exec(comment.text)![0].length;
  const body = comment.text.slice(opening);
  const cut = SEPARATOR.exec(body);
  const [verb, item, ...flags] = words(body.slice(0, cut?.index), comment.span.start + 4 + opening);

  if (!verb) return problem(`This decision says nothing; write ${VERB_LIST}, the item, " -- " and a reason.`);
  if (!isVerb(verb.text)) return problem(`"${verb.text}" is not a decision; write ${VERB_LIST}.`, verb);
  if (!item || item.text.startsWith('--')) return problem(`This decision names no item; write it after "${verb.text}", as in "${verb.text} infrastructure/rollback -- reason".`);
  if (!knownRules.has(item.text)) return problem(unknownItem(item.text, knownRules), item);

  const reasonAt = cut ? undefined : flags.find((flag) => !flag.text.startsWith('-'));
  if (reasonAt && reasonAt === flags[0] && flags.length > 1) return { ...problem(`The reason for the decision on ${item.text} stands without " -- " before it; write it there.`, reasonAt), fix: separate(reasonAt) };
  const options = readFlags(flags, verb.text, problem);
  if ('message' in options) return options;
  const reason = cut ? body.slice(cut.index + cut[0].length).replace(/\s+/g, ' ').trim() : '';
  if (!reason) return problem(`The decision on ${item.text} gives no reason; add one after " -- ".`);
  if (isNoReason(reason)) return problem(`"${reason}" is no reason for the decision on ${item.text}; say in a few words why it holds.`);
  return { verb: verb.text, item: item.text, reason, ...options, span: comment.span };
}

/** The hyphens that tell the reason from what is decided. */
const separate = ({ start }: Word): Fix => ({ title: 'Put "--" before the reason', kind: 'tidy', safe: true, edits: [{ at: { start, end: start }, text: '-- ' }] });

const isVerb = (text: string): text is Decision['verb'] => (VERBS as readonly string[]).includes(text);

function unknownItem(item: string, knownRules: ReadonlySet<string>): string {
  const meant = nearest(item, knownRules);
  return `"${item}" is not in the checklist; ${meant ? `did you mean ${meant}?` : 'write the id of an item, such as infrastructure/rollback.'}`;
}

function isNoReason(reason: string): boolean {
  const letters = reason.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return letters === '' || NO_REASON.test(letters);
}

function words(text: string, from: number): Word[] {
  return [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], start: from + m.index, end: from + m.index + m[0].length }));
}

/** `--until 2027-01-31 --owner Ana Ruiz`, in either order. A name ends where the next flag starts. */
function readFlags(flags: readonly Word[], verb: string, problem: (message: string, at: Span) => Problem): Pick<Decision, 'until' | 'owner'> | Problem {
  const found: { until?: string; owner?: string } = {};
  for (let i = 0; i < flags.length; ) {
    const flag = flags[i++]!;
    const name = flag.text === '--until' ? 'until' : flag.text === '--owner' ? 'owner' : undefined;
    if (!name) return problem(`"${flag.text}" is not part of a decision; only --until and --owner stand before " -- " and the reason.`, flag);
    if (verb !== 'accept') return problem(`"${flag.text}" goes with accept only; remove it, or accept the gap instead.`, flag);
    const value: Word[] = [];
    while (i < flags.length && !flags[i]!.text.startsWith('--')) value.push(flags[i++]!);
    const text = value.map((word) => word.text).join(' ').replace(/^(["'])(.*)\1$/, '$2');
    if (!text) return problem(`"${flag.text}" stands alone; ${name === 'until' ? 'a date such as 2027-01-31' : 'a name'} must follow.`, flag);
    if (name === 'until' && !isDate(text)) return problem(`"${text}" is not a date; write an existing day as YYYY-MM-DD.`, { start: value[0]!.start, end: value.at(-1)!.end });
    found[name] = text;
  }
  return found;
}

/** Whether the day exists: 2026-02-30 has the form of one only. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return date.toISOString().slice(0, 10) === text;
}
