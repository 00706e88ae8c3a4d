import { plans } from '../analyzer/facts/plan';
import { ratedRisks, type RatedRisk } from '../analyzer/facts/risk-ratings';
import { trace } from '../analyzer/facts/trace';
import type { Spec } from '../analyzer/spec';
import type { Span } from '../analyzer/span';
import { positions } from './position';

/** What a page shows of a document beside its review: plain data, with lines from 1. What the document has none of is empty. */
export interface Pictures {
  /** The document's title; '' where it has none. */
  readonly title: string;
  readonly risks: readonly RiskPicture[];
  readonly requirements: readonly NumberedPicture[];
  /** Each with the ids of the requirements that it shows to be met. */
  readonly criteria: readonly (NumberedPicture & { readonly cites: readonly string[] })[];
  readonly plans: readonly PlanPicture[];
}

export type RiskPicture = Omit<RatedRisk, 'at'> & { readonly line: number };
export interface NumberedPicture { readonly id: string; readonly text: string; readonly line: number }
export interface PlanPicture {
  readonly heading: string;
  readonly steps: readonly StepPicture[];
}
export interface StepPicture {
  readonly name: string;
  readonly line: number;
  readonly days?: { readonly from: string; readonly to: string };
  readonly when: string;
  readonly owner: string;
}

export function picturesOf(spec: Spec): Pictures {
  const { point } = positions(spec.text);
  const placed = <T extends { readonly at: Span }>({ at, ...rest }: T) => ({ ...rest, line: point(at.start).line });
  const traced = trace(spec);
  return {
    title: spec.metadata.title,
    risks: ratedRisks(spec).map(placed),
    requirements: (traced?.requirements ?? []).map(placed),
    criteria: (traced?.criteria ?? []).map(placed),
    plans: plans(spec).map(({ heading, steps }) => ({ heading, steps: steps.map(({ days, ...step }) => ({ ...placed(step), ...(days && { days }) })) })),
  };
}
