import type { Spec } from '../spec';
import { quantitiesIn } from './quantities';
import { sumsIn, type ReadFigure, type Sum } from './sums';

const BUDGET = /\b(?:latenc\w+|hops?|budget|response times?|round[- ]trips?|p\d\d|millis\w*)\b/i;
const TIME_COLUMN = /\b(?:latenc\w+|times?|budget|p\d\d|ms|duration|target)\b/i;
/** In seconds: what takes longer is a schedule and no latency. */
const LONGEST = 600;

/** The latencies of hops with what is stated end to end; values in seconds. */
export const latencyBudgets = (spec: Spec): readonly Sum[] => spec.sections.flatMap((section) => {
  const isBudget = section.role === 'body' && (BUDGET.test(section.heading?.text ?? '') || section.blocks.some(({ table, text }) => table && BUDGET.test(text)));
  return isBudget ? sumsIn(spec, section, (header) => TIME_COLUMN.test(header), readLatency) : [];
});

const readLatency: ReadFigure = (text) => {
  const [quantity, ...others] = quantitiesIn(text);
  if (!quantity || others.length || quantity.dimension !== 'time' || quantity.value > LONGEST || quantity.bound === 'at least' || /\d\s*(?:-|–|to)\s*\d/.test(text)) return undefined;
  return { value: quantity.value, unit: 's' };
};
