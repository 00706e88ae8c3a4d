import { productOf, serialAvailabilities } from '../facts/availability';
import { isAvailability } from '../facts/quantities';
import { duration, share } from '../figures';
import type { Aid } from './aid';
import { figureAt } from './figure-at';

/** In seconds. */
const DAY = 86_400, MONTH = 30 * DAY, YEAR = 365 * DAY;

/** How long an availability lets it be down, and what the stated dependencies leave of it. */
export const availabilityAid: Aid = ({ spec, offset, link }) => {
  const found = figureAt(spec, offset);
  if (!found || !isAvailability(found.quantity, found.statement.text)) return undefined;
  const { quantity: { value, text }, at } = found;
  const down = (seconds: number): string => duration(seconds * (1 - value / 100));
  const others = serialAvailabilities(spec).filter((one) => one.at.start !== at.start);
  const product = productOf(others);
  return {
    at,
    markdown: [
      `**${text}** may be down ${down(DAY)} a day, ${down(MONTH)} a month of 30 days, ${down(YEAR)} a year.`,
      ...(others.length ? [`The stated dependencies are together available ${share(product)} of the time, ${duration(MONTH * (1 - product / 100))} down a month: ${others.map((one) => `${one.figure} (${link(one.at)})`).join(' × ')}.`] : []),
    ].join('\n\n'),
  };
};
