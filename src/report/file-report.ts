import type { Coverage, Decision, Elsewhere, Finding, Review } from '../analyzer/review';
import type { Profile, Stage } from '../analyzer/item';
import type { Spec } from '../analyzer/spec';
import type { Changes } from './changes';
import { fingerprint, identities } from './fingerprint';
import { positions, type Positions, type Range } from './position';

/**
 * One file of a report: an entry of `files` in the JSON report, and what every other format is made from, so that a
 * report that was read back from JSON renders the same. Places are lines and columns, see {@link Range}.
 */
export interface FileReport {
  readonly path: string;
  readonly profile: Profile;
  readonly stage: Stage | null;
  readonly brief: readonly string[];
  readonly coverage: readonly CoverageReport[];
  readonly findings: readonly FindingReport[];
  /** What became of the document since the version that it is compared with, where it is. */
  readonly changes?: Changes;
}

export interface CoverageReport extends Pick<Coverage, 'item' | 'state' | 'confidence' | 'reason'> {
  readonly evidence: readonly Range[];
  readonly closest?: Range;
  readonly decision?: Omit<Decision, 'span'> & Range;
}

export interface FindingReport extends Range, Pick<Finding, 'rule' | 'severity' | 'priority' | 'message'> {
  /** See {@link fingerprint}. */
  readonly fingerprint: string;
  readonly related: readonly (Range & { readonly message: string })[];
  /** Places in other files, whose paths are shown as that of this one. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly fixes: readonly { readonly title: string }[];
  readonly items?: readonly string[];
}

/**
 * The report on one reviewed file.
 * @param path as it is shown: relative to where the tool runs, with `/`
 * @param spec what was reviewed; the review's offsets point into its text
 * @param local the file's path from the workspace's root, which the paths of other files start from
 */
export function fileReport(path: string, review: Review, spec: Spec, changes?: Changes, local = path): FileReport {
  const at = positions(spec.text);
  const known = identities(review, spec);
  return {
    path,
    profile: review.profile,
    stage: review.stage ?? null,
    brief: review.brief,
    coverage: review.coverage.map((c) => coverageReport(c, at)),
    findings: review.findings.map((f) => findingReport(f, fingerprint(f, known.get(f)!), at, (other) => shownBeside(path, local, other))),
    ...(changes && { changes }),
  };
}

const coverageReport = ({ item, state, confidence, reason, evidence, closest, decision }: Coverage, at: Positions): CoverageReport => ({
  item,
  state,
  // Cut and not rounded: what is below the border of certainty must not be lifted over it.
  confidence: Math.floor(confidence * 1000) / 1000,
  reason,
  evidence: evidence.map(at.range),
  ...(closest && { closest: at.range(closest) }),
  ...(decision && { decision: decisionReport(decision, at) }),
});

/** A decision with its place. */
export function decisionReport({ span, ...decision }: Decision, at: Positions): Omit<Decision, 'span'> & Range {
  return { ...decision, ...at.range(span) };
}

const findingReport = ({ rule, severity, priority, message, at: place, related, elsewhere, fixes, items }: Finding, mark: string, at: Positions, shown: (path: string) => string): FindingReport => ({
  rule,
  severity,
  priority,
  message,
  ...at.range(place),
  fingerprint: mark,
  related: related.map((r) => ({ message: r.message, ...at.range(r.at) })),
  ...(elsewhere && { elsewhere: elsewhere.map((other) => ({ ...other, path: shown(other.path) })) }),
  fixes: fixes.map(({ title }) => ({ title })),
  ...(items && { items }),
});

/**
 * What another file is called where this one is called `path`.
 * @param local this file's path from the workspace's root
 * @param other the other file's path from there
 */
export function shownBeside(path: string, local: string, other: string): string {
  const shown = path.split('/'), own = local.split('/');
  while (shown.length && shown.at(-1) === own.at(-1)) {
    shown.pop();
    own.pop();
  }
  // What is left: the way to the root from where the tool runs, or the way from the root to there.
  const rest = other.split('/');
  while (own.length && rest[0] === own[0]) {
    own.shift();
    rest.shift();
  }
  return [...shown, ...own.map(() => '..'), ...rest].join('/');
}
