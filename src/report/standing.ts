import { CONFIDENT, type Coverage } from '../analyzer/review';

/** How a question stands, as it is told to a reader: a verdict that is not certain is for a human to check. */
export type Standing = 'answered' | 'partly' | 'missing' | 'to check' | 'accepted' | 'not applicable';

/** In the order in which they are shown. */
export const STANDINGS: readonly Standing[] = ['answered', 'partly', 'missing', 'to check', 'accepted', 'not applicable'];

/** What a standing is told from. */
type Verdict = Pick<Coverage, 'state' | 'confidence'>;

export function standingOf({ state, confidence }: Verdict): Standing {
  if (state === 'accepted') return 'accepted';
  if (state === 'not-applicable') return 'not applicable';
  if (confidence < CONFIDENT) return 'to check';
  return state === 'covered' ? 'answered' : state === 'partial' ? 'partly' : 'missing';
}

/** Those on which nobody has to act: it is answered, was decided, or does not apply. */
export const SETTLED: ReadonlySet<Standing> = new Set(['answered', 'accepted', 'not applicable'] as const);

/** Whether nobody has to act on the question, see {@link SETTLED}. */
export const isSettled = (verdict: Verdict): boolean => SETTLED.has(standingOf(verdict));
