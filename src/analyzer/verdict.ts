import { findParts } from './answer-parts';
import { closestPassage, evidenceRanges, leadingAnswer } from './evidence-ranges';
import type { Facts, Item } from './item';
import { featureVector, probability, type Model } from './model';
import { qualityOf } from './signals/quality';
import { coveredReason, missingReason, partialReason } from './reason';
import { CONFIDENT, type Coverage } from './review';
import { ENOUGH_WORDS, type Signals } from './signals/signals';
import { subtree, type Block, type Spec } from './spec';

/** What a verdict needs of the document beside the signals. */
export interface Ground {
  readonly facts: Facts;
  /** Offsets at which lines start. */
  readonly lines: readonly number[];
}

/** How often readers of labelled specs agree that a question is void, or answered by its dismissal, where an item says so. */
const VOID = 0.9;
/** A question that the document makes void is not void after all where it is answered more surely than this. */
const ANSWERED = 0.95;

const REASONS = { covered: coveredReason, partial: partialReason, missing: missingReason } as const;

/** Whether the document answers the item, how sure that is, why, and where. */
export function judge(item: Item, signals: Signals, model: Model, { facts, lines }: Ground): Coverage {
  const void_ = item.notApplicable?.(facts);
  const covered = probability(model, item.id, featureVector(signals));
  if (void_ !== undefined && covered < ANSWERED) return { item: item.id, state: 'not-applicable', confidence: VOID, reason: sentence(void_), evidence: [] };
  const state = covered >= 0.5 ? 'covered' : touched(signals) ? 'partial' : 'missing';
  const place = { spec: facts.spec, lines };
  const answer = state === 'covered' ? leadingAnswer(signals, place) : undefined;
  const near = state === 'missing' ? closestPassage(signals, place) : undefined;
  const confidence = Math.max(covered, 1 - covered);
  return withReason({
    item: item.id, state, confidence: round(state !== 'covered' && disputed(signals, facts.spec) ? Math.min(confidence, UNSURE) : confidence),
    evidence: state === 'missing' ? [] : evidenceRanges(signals, place, answer), ...(near ? { closest: near } : {}),
  }, () => REASONS[state]({ item, signals, answer, parts: state === 'missing' ? undefined : findParts(item, signals, facts.spec), place }));
}

/** The verdict with its reason, which is worded when somebody asks for it: an editor shows few of them. */
function withReason(verdict: Omit<Coverage, 'reason'>, word: () => string): Coverage {
  let reason: string | undefined;
  return { ...verdict, get reason() { return (reason ??= word()); } };
}

/** Just below what speaks as a finding. */
const UNSURE = CONFIDENT - 0.01;

/** Whether something specific stands under the item's own heading: then a reader decides whether it is an answer. */
const disputed = ({ headings }: Signals, spec: Spec): boolean =>
  headings.some((h) => h.strict && h.words >= ENOUGH_WORDS && subtree(spec, h.section).some((section) => section.blocks.some(isSpecific)));

function isSpecific(block: Block): boolean {
  if (block.words < ENOUGH_WORDS) return false;
  const { quantity, named, hedged, open } = qualityOf(block);
  return (quantity || named) && !hedged && !open;
}

const round = (p: number) => Math.round(p * 1000) / 1000;
const sentence = (text: string) => text[0]!.toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

/** Partial needs positive evidence of thinness; words of the subject alone are none, however often they are used for something else. */
const touched = ({ headings, counts, metadata }: Signals): boolean =>
  headings.some((h) => h.strict) || metadata.length > 0 || counts.stated > 0 || counts.structured > 0 || counts.headed;
