import type { Item, Priority } from '../analyzer/item';
import type { Coverage } from '../analyzer/review';
import type { CoverageReport, FileReport, FindingReport } from './file-report';
import { standingOf } from './standing';
import { areaOf } from './words';

/** So many good answers are shown. */
const WELL = 3;
/** Of a team's own question whose config is not at hand; the same as with it. */
const OWN_WEIGHT = 3;

/** The findings that matter most, and the others; both in their order. */
export function openings({ brief, findings }: FileReport): { readonly first: readonly FindingReport[]; readonly others: readonly FindingReport[] } {
  const first = brief.flatMap((rule) => findings.find((f) => f.rule === rule) ?? []);
  return { first, others: findings.filter((f) => !first.includes(f)) };
}

export function countPriorities({ findings }: FileReport): Record<Priority, number> {
  const counts = { blocker: 0, should: 0, could: 0 };
  for (const { priority } of findings) counts[priority]++;
  return counts;
}

/** The questions by area, in the order of the checklist. */
export function byArea(coverage: readonly CoverageReport[]): ReadonlyMap<string, readonly CoverageReport[]> {
  const areas = new Map<string, CoverageReport[]>();
  for (const c of coverage) areas.set(areaOf(c.item), [...(areas.get(areaOf(c.item)) ?? []), c]);
  return areas;
}

/** What a verdict must tell, with places of any kind, to be found among the good answers. */
type Answer = Pick<Coverage, 'item' | 'state' | 'confidence'> & { readonly evidence: readonly unknown[]; readonly decision?: unknown };

/** The three answers that are worth most: the weightiest questions, the surest first. Decisions are no answers. */
export function wellAnswered<C extends Answer>({ coverage }: { readonly coverage: readonly C[] }, items: readonly Item[]): readonly C[] {
  const weight = (c: C): number => items.find((item) => item.id === c.item)?.weight ?? OWN_WEIGHT;
  return coverage
    .filter((c) => standingOf(c) === 'answered' && !c.decision && c.evidence.length > 0)
    .sort((a, b) => weight(b) - weight(a) || b.confidence - a.confidence)
    .slice(0, WELL);
}
