import type { Coverage, Finding } from '../analyzer/review';
import type { Outcome, Reporter } from './outcome';
import { positions, type Positions, type Range } from './position';
import { TOOL } from './tool';

/** The JSON report, one file a line. Other tools read it: its keys may be added to, never renamed. */
export function jsonReporter(): Reporter {
  let between = '';
  return {
    start: () => `{"version":1,"tool":${JSON.stringify(TOOL)},"files":[`,
    add(outcome) {
      const line = `${between}\n${JSON.stringify(jsonFile(outcome))}`;
      between = ',';
      return line;
    },
    end: () => '\n]}\n',
  };
}

/** One entry of `files`. */
export function jsonFile(outcome: Outcome): object {
  if ('error' in outcome) return { path: outcome.path, error: outcome.error };
  const { path, text, review } = outcome;
  const at = positions(text);
  return {
    path,
    profile: review.profile,
    stage: review.stage ?? null,
    brief: review.brief,
    coverage: review.coverage.map((c) => jsonCoverage(c, at)),
    findings: review.findings.map((f) => jsonFinding(f, at)),
  };
}

const jsonCoverage = ({ item, state, confidence, reason, evidence, closest, decision }: Coverage, at: Positions): object => ({
  item,
  state,
  // Cut and not rounded: what is below the border of certainty must not be lifted over it.
  confidence: Math.floor(confidence * 1000) / 1000,
  reason,
  evidence: evidence.map(at.range),
  ...(closest && { closest: at.range(closest) }),
  ...(decision && { decision: { ...decision, span: undefined, ...at.range(decision.span) } }),
});

const jsonFinding = ({ rule, severity, priority, message, at: place, related, fixes, items }: Finding, at: Positions): object => ({
  rule,
  severity,
  priority,
  message,
  ...at.range(place) satisfies Range,
  related: related.map((r) => ({ message: r.message, ...at.range(r.at) })),
  fixes: fixes.map(({ title }) => ({ title })),
  ...(items && { items }),
});
