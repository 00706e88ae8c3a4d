import { isArchitecture, isOutside } from '../analyzer/facts/architecture';
import { diagrams, type Diagram, type Edge } from '../analyzer/facts/diagrams';
import { textVocabulary, unmentioned, type Vocabulary } from '../analyzer/facts/mentions';
import { plans } from '../analyzer/facts/plan';
import { ratedRisks, type RatedRisk } from '../analyzer/facts/risk-ratings';
import { trace } from '../analyzer/facts/trace';
import { weakPoints } from '../analyzer/facts/weak-points';
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
  /** The diagrams that show how the system is built. */
  readonly diagrams: readonly DiagramPicture[];
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

export interface DiagramPicture {
  /** Of the section that it stands in; '' above the first. */
  readonly heading: string;
  readonly line: number;
  readonly boxes: readonly BoxPicture[];
  readonly edges: readonly EdgePicture[];
}
export interface BoxPicture {
  readonly lines: readonly string[];
  readonly line: number;
  /** A group is drawn where an edge leads to it. */
  readonly look: 'box' | 'store' | 'decision' | 'actor' | 'group';
  /** The frame that it stands in; '' where it stands in none, or a line leads to it from the group's box. */
  readonly group: string;
  /** Names of two that only it connects, where nothing says what keeps it available. */
  readonly between?: readonly [string, string];
  readonly isUnmentioned: boolean;
}
export interface EdgePicture extends Pick<Edge, 'label' | 'heads'> {
  /** Positions in the diagram's boxes. */
  readonly from: number;
  readonly to: number;
  /** It only says that a box stands in a group. */
  readonly isInside: boolean;
}

/** What has more is no picture on a page. */
const MOST_BOXES = 60, MOST_LINES = 150;

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
    diagrams: diagramPictures(spec, (offset) => point(offset).line),
  };
}

function diagramPictures(spec: Spec, lineOf: (offset: number) => number): readonly DiagramPicture[] {
  const shown = diagrams(spec).filter((one) => isArchitecture(one) && one.components.length <= MOST_BOXES && one.edges.length <= MOST_LINES);
  const text = shown.length ? textVocabulary(spec) : undefined;
  return text ? shown.map((one) => diagramPicture(spec, one, text, lineOf)) : [];
}

function diagramPicture(spec: Spec, diagram: Diagram, text: Vocabulary, lineOf: (offset: number) => number): DiagramPicture {
  const { components, groups, edges, at } = diagram;
  const labels = new Map(groups.map(({ id, label }) => [id, label]));
  const weak = new Map(weakPoints(spec, diagram).map(({ component, between }) => [component, between]));
  const unsaid = new Set(unmentioned(diagram, text));
  const drawn = groups.filter(({ id }) => edges.some(({ from, to }) => from === id || to === id));
  const position = new Map([...components, ...drawn].map(({ id }, i) => [id, i]));
  const line = lineOf(at.start);
  const boxes = components.map((one): BoxPicture => {
    const between = weak.get(one);
    return { lines: one.lines, line: lineOf(one.at.start), look: isOutside(one) ? 'actor' : one.look, group: position.has(one.group ?? '') ? '' : labels.get(one.group ?? '') ?? '', isUnmentioned: unsaid.has(one), ...(between && { between }) };
  });
  const inside = components.map(({ id, group }) => ({ from: group ?? '', to: id, label: '', heads: 'none' as const, isInside: true }));
  return {
    heading: spec.sections.findLast(({ span }) => span.start <= at.start)?.heading?.text ?? '',
    line,
    boxes: [...boxes, ...drawn.map(({ label }): BoxPicture => ({ lines: [label], line, look: 'group', group: '', isUnmentioned: false }))],
    edges: [...edges.map((edge) => ({ ...edge, isInside: false })), ...inside].flatMap(({ from, to, ...edge }) => {
      const a = position.get(from), b = position.get(to);
      return a === undefined || b === undefined ? [] : [{ ...edge, from: a, to: b }];
    }),
  };
}
