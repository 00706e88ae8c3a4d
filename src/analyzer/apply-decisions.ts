import { parseDecisions } from './decisions';
import type { Item } from './item';
import type { Coverage, Decision, Finding } from './review';
import { CONFIDENT } from './review';
import type { Spec } from './spec';

export interface Decided {
  readonly coverage: readonly Coverage[];
  /** `decision/unused` and `decision/expired`. */
  readonly findings: readonly Finding[];
}

/**
 * What the author decided in the document overrides what was read in it. An expired acceptance decides nothing, and
 * a decision on an item that the document answers anyway is reported as unused.
 */
export function applyDecisions(spec: Spec, items: readonly Item[], coverage: readonly Coverage[], today: string | undefined): Decided {
  const { decisions, problems } = parseDecisions(spec, new Set(items.map((i) => i.id)));
  const findings = problems.map(({ at, message }) => decisionFinding('decision/unused', at, message));
  const states = new Map(coverage.map((c) => [c.item as string, c]));
  for (const decision of decisions) {
    const read = states.get(decision.item)!;
    if (decision.until && today && decision.until < today)
      findings.push(decisionFinding('decision/expired', decision.span, `${decision.item} was accepted until ${decision.until}; answer it, or accept it again with a later date.`));
    else if (decision.verb !== 'answered' && read.state === 'covered' && read.confidence >= CONFIDENT)
      findings.push(decisionFinding('decision/unused', decision.span, `The document answers ${decision.item} now, so this decision no longer decides anything; remove the comment.`));
    else states.set(decision.item, decide(spec, read, decision));
  }
  return { coverage: coverage.map((c) => states.get(c.item)!), findings };
}

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
