import { capacityFigures } from '../facts/capacity';
import { duration, short, size } from '../figures';
import type { Aid } from './aid';
import { figureAt } from './figure-at';

/** In seconds. */
const DAY = 86_400, MONTH = 30 * DAY;

/** What a rate comes to, and with the sizes, times and retention that its section states. */
export const rateAid: Aid = ({ spec, offset }) => {
  const found = figureAt(spec, offset);
  if (found?.quantity.dimension !== 'rate') return undefined;
  const { section, quantity: { value, text }, at } = found;
  const { each, retention, latency } = capacityFigures(spec, section);
  const lines = [`**${text}**, if it never stops, are ${short(value * DAY)} a day, ${short(value * MONTH)} a month of 30 days.`];
  if (each) lines.push(`At ${each.text} each: ${size(value * each.value)} a second, ${size(value * each.value * DAY)} a day, ${size(value * each.value * MONTH)} a month.`);
  if (each && retention) lines.push(`Kept for ${retention.text}: ${size(value * each.value * retention.value)} of storage.`);
  if (latency) lines.push(`At ${duration(latency.value)} each, ${short(value * latency.value)} are under way at once.`);
  return { at, markdown: lines.join('\n\n') };
};
