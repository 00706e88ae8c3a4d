import { productOf, promisedAvailabilities, serialAvailabilities } from '../../analyzer/facts/availability';
import { defineRule } from '../../analyzer/rule';
import { share } from '../../analyzer/figures';

export default defineRule({
  id: 'consistency/availability-product',
  reports: 'A promised availability above what the stated availabilities of the serial dependencies leave possible.',
  why: 'Where every request needs all of them, their unavailabilities add up. The promise is then broken although nobody made a mistake.',
  expected: 'lower the promise, or say what happens while a dependency is down',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  source: 'Availability of components in series is the product of their availabilities.',
  *check({ spec }) {
    const [promise] = promisedAvailabilities(spec), needed = serialAvailabilities(spec);
    const product = productOf(needed);
    if (!promise || !needed.length || product >= promise.percent - ROUNDING) return;
    yield {
      at: promise.at,
      message: `“${promise.figure}” is more than the stated dependencies leave possible: together they are available ${share(product)} of the time; lower the promise, or say what happens while one is down.`,
      related: needed.map(({ at, figure }) => ({ at, message: `A dependency that is available ${figure}` })),
    };
  },
  examples: {
    good: [
      '# Ferry tickets\n\n## Requirements\n\nAvailability of 99.5 % in each month.\n\n## Dependencies\n\n- The card provider promises 99.9 % availability.\n- The timetable has an uptime of 99.95 %.\n',
      '# Ferry tickets\n\n## Requirements\n\nAvailability of 99.95 % in each month.\n\n## Dependencies\n\n- The timetable has an availability of 99 %; while it is down we fall back to the printed one.\n',
      '# Ferry tickets\n\n## Requirements\n\nTest coverage of at least 99.9 %.\n\n## Dependencies\n\n- The card provider promises 99.5 % availability.\n',
    ],
    bad: ['# Ferry tickets\n\n## Requirements\n\nAvailability of «99.95 %» in each month.\n\n## Dependencies\n\n- The card provider promises 99.9 % availability.\n- The timetable has an uptime of 99.9 %.\n'],
  },
});

/** In percent: figures are rounded to so much. */
const ROUNDING = 0.0005;
