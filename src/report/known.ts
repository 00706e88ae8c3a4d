import type { Finding, Review, ReviewOptions, RuleSetting } from '../analyzer/review';
import type { Reviewer } from '../analyzer/reviewer';
import { gather } from '../analyzer/run-rules';
import { identities } from './fingerprint';

/** A text with the options that it is reviewed with. */
export interface Version {
  readonly text: string;
  readonly options: ReviewOptions;
}

/**
 * All that a version lacks: what its findings are known by, see {@link identities}, and what they leave unsaid because
 * a gap's own finding is enough. A baseline keeps it, and a change is told by it.
 */
export const foundIn = (reviewer: Reviewer, version: Version): ReadonlySet<string> => foundBeside(read(reviewer, version), reviewer, version);

/** The same of a version that was reviewed already. */
export function foundBeside({ review, spec }: Read, reviewer: Reviewer, { text, options }: Version): ReadonlySet<string> {
  const found = new Set([...entriesOf(review, spec), ...review.findings.flatMap((f) => f.items ?? [])]);
  return new Set([...found, ...entriesOf(reviewer.review(text, silenced(options, found)), spec)]);
}

/** A version, reviewed. */
export interface Read {
  readonly review: Review;
  readonly spec: Reviewer['spec'];
}

export function read(reviewer: Reviewer, { text, options }: Version): Read {
  const review = reviewer.review(text, options);
  return { review, spec: reviewer.spec };
}

/** The review of a version with those findings only that it would have anyway and that are not `known`. */
export function reviewWithout(reviewer: Reviewer, { text, options }: Version, known: ReadonlySet<string>): Review {
  const whole = entriesOf(reviewer.review(text, options), reviewer.spec);
  // Silenced, the known questions leave their places among the first to the others.
  const review = reviewer.review(text, silenced(options, known));
  const entries = identities(review, reviewer.spec);
  const findings = review.findings.flatMap((finding) => {
    const isNew = entries.get(finding)!.map((entry) => !known.has(entry) && whole.has(entry));
    return isNew.every(Boolean) ? [finding] : rest(finding, isNew);
  });
  return { ...review, findings, brief: review.brief.filter((rule) => findings.some((f) => f.rule === rule)) };
}

/** The findings of a review of which everything is known. */
export function knownFindings(review: Review, spec: Reviewer['spec'], known: ReadonlySet<string>): readonly Finding[] {
  const entries = identities(review, spec);
  return review.findings.filter((finding) => entries.get(finding)!.every((entry) => known.has(entry)));
}

/** What is left of a finding when some of what it stands for is known: of a habit, the other places. */
function rest(finding: Finding, isNew: readonly boolean[]): readonly Finding[] {
  if (finding.members) return gather(finding.members.filter((_, i) => isNew[i]), finding);
  return isNew.some(Boolean) ? [finding] : [];
}

const entriesOf = (review: Review, spec: Reviewer['spec']): ReadonlySet<string> => new Set([...identities(review, spec).values()].flat());

/** Options under which the questions among `known` are no findings. */
function silenced(options: ReviewOptions, known: ReadonlySet<string>): ReviewOptions {
  const questions = [...known].filter((entry) => !entry.includes('#'));
  // Behind the other rules, because the last that names a question decides.
  const others = Object.entries(options.rules ?? {}).filter(([rule]) => !known.has(rule));
  return { ...options, rules: Object.fromEntries<RuleSetting>([...others, ...questions.map((q): [string, RuleSetting] => [q, 'off'])]) };
}
