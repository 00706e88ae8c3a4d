// How the times grow with the length of a document.
import { grown, inTurns } from '../measure.mjs';
import { AGAIN, COLD, FLOOR, runsFor } from './documents.mjs';
import { head, print, ratio, row } from './table.mjs';

const LINES = [100, 300, 600, 1_000, 3_000, 10_000, 20_000];

export async function printGrowth(longest, ground, rounds) {
  print('\nGrowth: the longest document, repeated.\n\n');
  head('lines', 'floor, ms', 'cold review / floor', 'after a keystroke / floor', 'after a keystroke, ms');
  for (const lines of LINES) {
    const taken = await inTurns(runsFor(grown(longest, lines), { ...ground, peers: {} }), lines > 1_000 ? 3 : rounds);
    row(lines, taken[FLOOR].toFixed(1), ratio(taken[COLD] / taken[FLOOR]), ratio(taken[AGAIN] / taken[FLOOR]), taken[AGAIN].toFixed(2));
  }
}
