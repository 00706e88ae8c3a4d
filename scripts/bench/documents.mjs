// Every document for itself, cold and after a keystroke, against the floor and the peers.
import { inTurns, median, quantile } from '../measure.mjs';
import { head, print, ratio, row } from './table.mjs';

/** `text` after one more letter is typed into the first word behind its middle. */
const typed = (text) => {
  const middle = text.length >> 1;
  const word = text.slice(middle).search(/\p{L}{2}/u);
  const at = middle + (word < 0 ? 0 : word + 1);
  return `${text.slice(0, at)}x${text.slice(at)}`;
};

export const COLD = 'cold review';
export const AGAIN = 'review after a keystroke';
export const FLOOR = 'floor';

/** What is measured for one text. */
export const runsFor = (text, { floor, reviewer, peers = {} }) => {
  const versions = [typed(text), text];
  const open = reviewer();
  open.review(text);
  return {
    [FLOOR]: () => floor.parse(text),
    [COLD]: () => reviewer().review(text),
    [AGAIN]: (round) => open.review(versions[round % 2]),
    ...Object.fromEntries(Object.entries(peers).map(([name, check]) => [name, () => check(text)])),
  };
};

export async function printDocuments(texts, ground, rounds) {
  const results = [];
  for (const text of texts) results.push(await inTurns(runsFor(text, ground), rounds));
  const lines = texts.map((text) => text.split('\n').length);
  const floor = median(results.map((result) => result[FLOOR]));
  print(`${texts.length} documents, median ${median(lines)} lines, ${rounds} rounds; the floor takes ${floor.toFixed(1)} ms of processor time for the median document.\n\n`);
  head('ratio to the floor', 'median', 'p90');
  for (const name of [COLD, AGAIN, ...Object.keys(ground.peers)]) {
    const ratios = results.map((result) => result[name] / result[FLOOR]);
    row(name, ratio(median(ratios)), ratio(quantile(ratios, 0.9)));
  }
}
