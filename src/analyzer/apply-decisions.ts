import { parseDecisions } from './decisions';
import type { Coverage, Decision, Finding } from './review';
import { CONFIDENT } from './review';
import type { Spec } from './spec';

/** The decisions that hold, and what is wrong with the others. */
export interface Decisions {
  readonly decisions: readonly Decision[];
  /** `decision/unused` for those that cannot be read, `decision/expired` for those whose date has passed. */
  readonly problems: readonly Finding[];
}

/** Reads the document's decisions. One that has expired decides nothing. */
export function readDecisions(spec: Spec, declared: readonly { readonly id: string }[], today: string | undefined): Decisions {
  const { decisions, problems } = parseDecisions(spec, new Set(declared.map((d) => d.id)));
  const expired = decisions.filter((d) => d.until !== undefined && today !== undefined && d.until < today);
  return {
    decisions: decisions.filter((d) => !expired.includes(d)),
    problems: [
      ...problems.map(({ at, message, fix }) => ({ ...decisionFinding('decision/unused', at, message), fixes: fix ? [fix] : [] })),
      ...expired.map((d) => decisionFinding('decision/expired', d.span, `${d.item} was accepted until ${d.until}; answer it, or accept it again with a later date.`)),
    ],
  };
}

/**
 * What the author decided in the document overrides what was read in it. A decision on an item that the document
 * answers anyway is unused.
 */
export function applyDecisions(spec: Spec, coverage: readonly Coverage[], { decisions }: Decisions): { coverage: readonly Coverage[]; unused: readonly Finding[] } {
  const states = new Map(coverage.map((c) => [c.item as string, c]));
  const unused: Finding[] = [];
  for (const decision of decisions) {
    const read = states.get(decision.item);
    if (!read) continue;
    if (decision.verb !== 'answered' && read.state === 'covered' && read.confidence >= CONFIDENT) unused.push(unusedFinding(decision, `The document answers ${decision.item} now`));
    else states.set(decision.item, decide(spec, read, decision));
  }
  return { coverage: coverage.map((c) => states.get(c.item)!), unused };
}

/** Takes out what the author decided on rules, and reports the decisions on rules that find nothing. */
export function settle(findings: readonly Finding[], rules: readonly { readonly id: string }[], { decisions }: Decisions): readonly Finding[] {
  const own = decisions.filter((d) => rules.some((rule) => rule.id === d.item));
  const unused = own.filter((d) => !findings.some((f) => f.rule === d.item));
  return [
    ...findings.filter((f) => !own.some((d) => d.item === f.rule)),
    ...unused.map((d) => unusedFinding(d, `Nothing in the document breaks ${d.item}`)),
  ];
}

const unusedFinding = (decision: Decision, why: string): Finding =>
  decisionFinding('decision/unused', decision.span, `${why}, so this decision no longer decides anything; remove the comment.`);

const decisionFinding = (rule: string, at: Finding['at'], message: string): Finding =>
  ({ rule, severity: 'warning', priority: 'should', message, at, related: [], fixes: [] });

function decide(spec: Spec, read: Coverage, decision: Decision): Coverage {
  const by = decision.owner ? ` by ${decision.owner}` : '';
  const until = decision.until ? ` until ${decision.until}` : '';
  const base = { item: read.item, confidence: 1, decision };
  switch (decision.verb) {
    case 'not-applicable': return { ...base, state: 'not-applicable', reason: `Decided in the document: not applicable, because ${decision.reason}`, evidence: [decision.span] };
    case 'accept': return { ...base, state: 'accepted', reason: `Accepted as a gap${by}${until}: ${decision.reason}`, evidence: [decision.span] };
    case 'answered': return { ...base, state: 'covered', reason: `Marked as answered here: ${decision.reason}`, evidence: [answerAfter(spec, decision)] };
  }
}

/** The first block behind the comment is what it points at; the comment itself where nothing follows. */
function answerAfter(spec: Spec, { span }: Decision) {
  for (const section of spec.sections) {
    if (section.span.end <= span.end) continue;
    const block = section.blocks.find((b) => section.origin + b.start >= span.end);
    if (block) return { start: section.origin + block.start, end: section.origin + block.end };
  }
  return span;
}
