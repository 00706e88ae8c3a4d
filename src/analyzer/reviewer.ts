import { buildSpec } from './build-spec';
import { applyDecisions, readDecisions, settle } from './apply-decisions';
import { collectFacts } from './facts';
import { findGaps, report, unanswered } from './findings';
import type { Item } from './item';
import { lineStarts } from './lines';
import { createMarkdownParser } from './parse/markdown';
import type { Model } from './model';
import type { OwnItem } from './own-item';
import { detectProfile, detectStage } from './profile';
import type { Review, ReviewOptions } from './review';
import type { Rule } from './rule';
import { runRules } from './run-rules';
import { createSignalReader } from './signals/signals';
import type { Spec } from './spec';
import { complexityFindings } from './too-complex';
import { judge } from './verdict';

/** A checklist to review against: the items in their fixed order, the rules, and what was learned about evidence. */
export interface Checklist {
  readonly items: readonly Item[];
  readonly rules: readonly Rule[];
  readonly model: Model;
  /** A team's own items, behind the others. */
  readonly own?: readonly OwnItem[];
}

/**
 * Reviews successive versions of one document. What did not change since the last version is not parsed or read
 * again; the result is the same as that of a new reviewer on the same text.
 */
export interface Reviewer {
  /** The same text with the same options, the very object, is the last review again. */
  review(text: string, options?: ReviewOptions): Review;
  /** The spec of the last review. Throws before the first. */
  readonly spec: Spec;
}

const around = ({ path, workspace }: ReviewOptions) => ({ ...(path !== undefined && { path }), ...(workspace && { workspace }) });

export function createReviewer({ items, rules, model, own = [] }: Checklist): Reviewer {
  const parser = createMarkdownParser();
  const all = [...items, ...own];
  const signals = createSignalReader(items, model.blocks);
  let last: { readonly text: string; readonly options: ReviewOptions; readonly spec: Spec; readonly review: Review } | undefined;
  return {
    review(text, options = {}) {
      if (last?.text === text && last.options === options) return last.review;
      const placed = parser.parse(text);
      const spec = buildSpec(text, placed);
      const profile = !options.profile || options.profile === 'auto' ? detectProfile(spec, options.path) : options.profile;
      const stage = detectStage(spec, options.path);
      const facts = collectFacts(spec, profile, stage);
      const ground = { facts, lines: lineStarts(text) };
      const judged = [...signals.read(spec).map((s, i) => judge(items[i]!, s, model, ground)), ...own.map((item) => item.judge(ground))];
      const decisions = readDecisions(spec, [...all, ...rules], options.today);
      const decided = applyDecisions(spec, judged, decisions);
      const { coverage } = decided;
      const gaps = findGaps(all, coverage, facts, options);
      const ruled = settle(runRules(rules, { ...facts, coverage, ...around(options) }, options, unanswered(spec, gaps)), rules, decisions);
      const { findings, brief } = report(gaps, all, [...ruled, ...decisions.problems, ...decided.unused, ...complexityFindings(placed)], facts, options);
      const review = { profile, stage, coverage, findings, brief };
      last = { text, options, spec, review };
      return review;
    },
    get spec() {
      if (!last) throw new Error('No document has been reviewed yet.');
      return last.spec;
    },
  };
}
