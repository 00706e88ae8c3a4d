import type { State } from '../analyzer/item';
import type { OwnItem } from '../analyzer/own-item';
import { reviewer } from '../index';
import { some } from '../report/tally';

/** What an example may be found to be. Whether a stray mention is partial or missing is a matter of taste; that it is a gap is not. */
const EXPECTED = [['covered', ['covered']], ['partial', ['partial']], ['missing', ['missing', 'partial']]] as const satisfies readonly (readonly [string, readonly State[]])[];

/** Reviews the examples of a team's own items: a line for each item, and one for each example that is not what it says. */
export function checkExamples(items: readonly OwnItem[]): { readonly text: string; readonly failed: number } {
  const failures = items.map(failuresOf);
  const lines = items.flatMap((item, i) => [
    `${failures[i]!.length ? 'failed' : 'passed'}  ${item.id}  ${some(EXPECTED.reduce((sum, [kind]) => sum + item.examples[kind].length, 0), 'example')}`,
    ...failures[i]!.map((line) => `        ${line}`),
  ]);
  return { text: `${lines.join('\n') || 'The config has no items of its own.'}\n`, failed: failures.flat().length };
}

function failuresOf(item: OwnItem): readonly string[] {
  return EXPECTED.flatMap(([kind, states]) => item.examples[kind].flatMap((text, i) => {
    const found = reviewer([item]).review(text).coverage.find((coverage) => coverage.item === item.id)!;
    return (states as readonly State[]).includes(found.state) ? [] : [`"${kind}" example ${i + 1} is ${found.state}: ${found.reason}`];
  }));
}
