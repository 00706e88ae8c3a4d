import { fillSection, insertSection, questionsOf } from './edits';
import { headingKeys } from './heading-key';
import { firstUnder, sectionsByKey } from './heading-index';
import { areaOf, type Area, type Facts, type Item, type Level, type Severity } from './item';
import { CONFIDENT, type Coverage, type Finding, type Fix, type ReviewOptions } from './review';
import { configuredLevel, levelOf, louder, loudness, priorityOf } from './severity';
import type { Span } from './span';
import { shift } from './span';
import type { Section, Spec } from './spec';

/** So many gaps stand alone; what is left of an area becomes one finding. */
const SINGLE = 6;
const BRIEF = 3;
const AREA_NAMES: Readonly<Record<Area, string>> = {
  api: 'APIs and integrations', scalability: 'Scalability and cost', infrastructure: 'Infrastructure and risk',
  acceptance: 'Acceptance', delivery: 'Delivery and ownership',
};
const PRIORITIES = ['blocker', 'should', 'could'] as const;

interface Gap {
  readonly item: Item;
  readonly coverage: Coverage;
  readonly level: Severity;
  readonly due: string | undefined;
}

/** The gaps that become findings, loudest first: those that stand alone, and the smaller ones that are rolled up by area. */
export interface Gaps {
  readonly single: readonly Gap[];
  readonly rest: readonly Gap[];
}

/** Which gaps become findings: the confident ones that the document owes. */
export function findGaps(items: readonly Item[], coverage: readonly Coverage[], facts: Facts, options: ReviewOptions): Gaps {
  const gaps = items.flatMap((item, i) => gapOf(item, coverage[i]!, facts, options)).sort(byRank);
  const single = options.depth === 'thorough' ? gaps : gaps.filter((gap, i) => i < SINGLE && (i < BRIEF || priorityOf(gap.item, gap.level) !== 'could'));
  return { single, rest: gaps.filter((gap) => !single.includes(gap)) };
}

/** The sections that a finding of their own calls unanswered; absolute, without those below them. */
export const unanswered = (spec: Spec, { single }: Gaps): readonly Span[] => single.flatMap(({ item }) => ownSection(spec, item)?.span ?? []);

/** All findings of a review, and the items of the gaps that matter most. */
export function report({ single, rest }: Gaps, items: readonly Item[], decided: readonly Finding[], facts: Facts, options: ReviewOptions): { findings: readonly Finding[]; brief: readonly string[] } {
  // A rule that reports gaps where they arise leaves nothing of them to roll up.
  const placed = decided.map((finding) => standingFor(finding, rest));
  const left = rest.filter(({ item }) => !placed.some((finding) => finding.items?.includes(item.id)));
  const findings = [
    ...single.map((gap) => gapFinding(gap, items, facts)),
    ...rollUp(left, items, facts),
    ...placed.flatMap((finding) => adjusted(finding, options)),
  ].sort(byPriority);
  return { findings, brief: single.slice(0, BRIEF).map((gap) => gap.item.id) };
}

/** A rule's finding stands for what has no finding of its own. */
function standingFor({ items, ...finding }: Finding, rest: readonly Gap[]): Finding {
  const own = items?.filter((id) => rest.some(({ item }) => item.id === id));
  return own?.length ? { ...finding, items: own } : finding;
}

function gapOf(item: Item, coverage: Coverage, facts: Facts, options: ReviewOptions): Gap[] {
  if ((coverage.state !== 'missing' && coverage.state !== 'partial') || coverage.confidence < CONFIDENT) return [];
  const level: Level = levelOf(item, facts, options);
  if (level === 'off') return [];
  const due = item.due?.(facts);
  // A question that nothing in the document makes due is for the checklist, not for a squiggle.
  if (item.due && due === undefined && configuredLevel(item.id, options.rules) === undefined) return [];
  return [{ item, coverage, level, due }];
}

const byRank = (a: Gap, b: Gap): number =>
  loudness(b.level) - loudness(a.level) || b.item.weight - a.item.weight || Number(b.due !== undefined) - Number(a.due !== undefined) || b.coverage.confidence - a.coverage.confidence;

const byPriority = (a: Finding, b: Finding): number =>
  PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || loudness(b.severity) - loudness(a.severity);

const adjusted = (finding: Finding, options: ReviewOptions): Finding[] => {
  const level = configuredLevel(finding.rule, options.rules) ?? finding.severity;
  return level === 'off' ? [] : [{ ...finding, severity: level }];
};

function gapFinding(gap: Gap, items: readonly Item[], facts: Facts): Finding {
  const { item, coverage, level } = gap;
  const { spec } = facts;
  const section = ownSection(spec, item);
  const related = coverage.state === 'partial' ? onePerSection(spec, coverage.evidence) : coverage.closest ? [coverage.closest] : [];
  return withFixes({
    rule: item.id, severity: level, priority: priorityOf(item, level), message: gapMessage(gap), at: anchor(spec, item, section),
    related: related.slice(0, 2).map((at) => ({ at, message: coverage.state === 'partial' ? 'Touched here' : 'The closest passage' })),
  }, () => fixFor(facts, item, section, items));
}

/** A reader who goes to one place of a section sees the others. */
function onePerSection(spec: Spec, places: readonly Span[]): readonly Span[] {
  const sections = places.map((at) => spec.sections.findLast((s) => s.span.start <= at.start));
  return places.filter((_, i) => sections.indexOf(sections[i]) === i);
}

function gapMessage({ item, coverage, due }: Gap): string {
  const state = coverage.state === 'partial' ? 'touched but not answered' : 'not answered';
  return `${item.skeleton.heading}: ${state}; ${item.expected}${due ? ` (${due})` : ''}.`;
}

/** The section that is about the item by its heading, though it does not answer it. */
const ownSection = (spec: Spec, item: Item): Section | undefined => firstUnder(spec, headingKeys(item.evidence.headings));

/** The item's own heading, else the heading it would stand near, else the title: never a whole section. */
function anchor(spec: Spec, item: Item, section: Section | undefined): Span {
  const near = section ?? sectionsByKey(spec).get([...headingKeys(item.skeleton.after)].find((key) => sectionsByKey(spec).has(key)) ?? '');
  return near?.heading ? shift(near.heading.span, near.origin) : spec.metadata.titleSpan;
}

/** The finding with its fixes, which are made when somebody asks for them: nobody looks at most of them. */
function withFixes(finding: Omit<Finding, 'fixes'>, make: () => readonly Fix[]): Finding {
  let fixes: readonly Fix[] | undefined;
  return { ...finding, get fixes() { return (fixes ??= make()); } };
}

/** The questions under the item's own heading, else a section of its own. */
function fixFor(facts: Facts, item: Item, section: Section | undefined, items: readonly Item[]): Fix[] {
  const { spec } = facts;
  const content = questionsOf(item, item.table?.(facts));
  const fix = section ? fillSection(spec, section, item, content) : insertSection(spec, item, items, content);
  return fix ? [fix] : [];
}

/** One finding for an area's smaller gaps; a gap that is alone in its area stands for itself. */
function rollUp(gaps: readonly Gap[], items: readonly Item[], facts: Facts): Finding[] {
  const areas = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const area = areaOf(gap.item.id);
    areas.set(area, [...(areas.get(area) ?? []), gap]);
  }
  return [...areas].map(([area, members]) => (members.length === 1 ? gapFinding(members[0]!, items, facts) : areaFinding(area, members, items, facts)));
}

function areaFinding(area: string, gaps: readonly Gap[], items: readonly Item[], facts: Facts): Finding {
  const { spec } = facts;
  const severity = gaps.map((g) => g.level).reduce(louder);
  const names = gaps.map((g) => g.item.skeleton.heading.toLowerCase());
  return withFixes({
    rule: `${area}/*`, severity: severity === 'error' ? 'warning' : severity, priority: gaps.some((g) => priorityOf(g.item, g.level) !== 'could') ? 'should' : 'could',
    message: `${AREA_NAMES[area as Area] ?? area}: ${gaps.length} more questions are open: ${names.join(', ')}.`,
    at: spec.metadata.titleSpan, related: [], items: gaps.map((g) => g.item.id),
  }, () => gaps.flatMap(({ item }) => fixFor(facts, item, ownSection(spec, item), items)));
}
