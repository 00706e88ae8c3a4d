import { latencyBudgets } from '../facts/latency';
import { totalOf } from '../facts/sums';
import { duration } from '../figures';
import { isAt, type Aid } from './aid';

/** What the stated hops leave of an end-to-end latency; asked for on the total or on a hop. */
export const latencyAid: Aid = ({ spec, offset, link, escape }) => {
  for (const { parts, total } of latencyBudgets(spec)) {
    const figure = [total, ...parts].find(({ at }) => isAt(at, offset));
    if (!figure) continue;
    const sum = totalOf(parts), left = total.value - sum;
    const rest = left >= 0 ? `${duration(left)} are left` : `${duration(-left)} too much`;
    return {
      at: figure.at,
      markdown: `The ${parts.length} stated hops take **${duration(sum)}** of ${duration(total.value)} (${link(total.at)}): ${left === 0 ? 'nothing is left' : rest}.\n\n${parts.map(({ name, value }) => `- ${escape(name)}: ${duration(value)}`).join('\n')}`,
    };
  }
  return undefined;
};
