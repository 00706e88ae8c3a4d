// What the decisions in a spec teach: one label for each that says what the text answers or does not need to.
import { review } from '../../src/index';
import type { Coverage, Decision } from '../../src/analyzer/review';
import type { Label } from './score';

/** In the order of the checklist. The reason that the author gave is the label's `why`. */
export function decisionLabels(doc: string, text: string): readonly (Label & { readonly why: readonly string[] })[] {
  return review(text).coverage.flatMap((coverage) => {
    const { item, decision } = coverage;
    if (!decision || decision.verb === 'accept') return [];
    const verdict = decision.verb === 'answered' ? 'covered' : 'na';
    return [{ doc, item, gold: verdict, verdicts: [verdict], lines: answerLines(coverage, decision, text), why: [decision.reason] } as const];
  });
}

/** The comment itself answers nothing; where no text follows it, there are no lines. */
function answerLines({ evidence }: Coverage, { verb, span }: Decision, text: string): readonly string[] {
  if (verb !== 'answered') return [];
  const line = (offset: number) => text.slice(0, offset).split(/\r\n|\n|\r/).length;
  return evidence.filter(({ start }) => start !== span.start).map(({ start, end }) => (line(start) === line(end) ? `${line(start)}` : `${line(start)}-${line(end)}`));
}
