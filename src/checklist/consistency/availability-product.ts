import { isAvailability, quantitiesIn, type Quantity } from '../../analyzer/facts/quantities';
import { placeIn, sectionsFor, statements, type Statement } from '../../analyzer/facts/statements';
import { remembered } from '../../analyzer/remembered';
import { defineRule } from '../../analyzer/rule';
import { shift, type Span } from '../../analyzer/span';
import type { Section } from '../../analyzer/spec';
import { isQuoted } from '../phrases';

const DEPENDENCIES = /\b(?:dependenc(?:y|ies)|integrations?|upstream|external (?:systems?|services?)|third part(?:y|ies)|providers?)\b/;
/** What keeps its failure from being ours. */
const SPARED = /\b(?:fall ?backs?|falls? back|cache[sd]?|redundan\w+|asynchronous\w*|async|queue[sd]?|retr(?:y|ies|ied)|degrad\w+|optional\w*|without it|best[- ]effort|not (?:in|on) the (?:request|critical) path|replica\w*|standby|multi-?region)\b/i;

export default defineRule({
  id: 'consistency/availability-product',
  reports: 'A promised availability above what the stated availabilities of the serial dependencies leave possible.',
  why: 'Where every request needs all of them, their unavailabilities add up. The promise is then broken although nobody made a mistake.',
  expected: 'lower the promise, or say what happens while a dependency is down',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  source: 'Availability of components in series is the product of their availabilities.',
  *check({ spec }) {
    const promise = sectionsFor(spec, ['requirements', 'goals']).flatMap((section) => placed(section, availabilities(section.blocks))).filter(({ text }) => !DEPENDS.test(text))[0];
    if (!promise) return;
    const needed = spec.sections.filter(({ role, heading }) => role === 'body' && heading && DEPENDENCIES.test(heading.key))
      .flatMap((section) => placed(section, availabilities(section.blocks))).filter(({ text }) => !SPARED.test(text));
    const product = needed.reduce((all, { percent }) => all * (percent / 100), 1) * 100;
    if (!needed.length || product >= promise.percent - ROUNDING) return;
    yield {
      at: promise.at,
      message: `“${promise.figure}” is more than the stated dependencies leave possible: together they are available ${percentage(product)} of the time; lower the promise, or say what happens while one is down.`,
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

const DEPENDS = /\b(?:depend\w*|provider|upstream|third[- ]party)\b/i;
/** In percent: figures are rounded to so much. */
const ROUNDING = 0.0005;

interface Available {
  /** Relative to the section's origin. */
  readonly at: Span;
  readonly figure: string;
  readonly percent: number;
  /** The statement it stands in. */
  readonly text: string;
}

const availabilities = remembered((blocks): readonly Available[] => statements(blocks).flatMap((statement) =>
  quantitiesIn(statement.text).filter((q) => isStated(q, statement)).map((q) => ({ at: placeIn(statement, q), figure: q.text, percent: q.value, text: statement.text }))));

const isStated = (q: Quantity, { text }: Statement): boolean => isAvailability(q, text) && !isQuoted(text, q.start);

const placed = ({ origin }: Section, found: readonly Available[]): Available[] => found.map((one) => ({ ...one, at: shift(one.at, origin) }));

const percentage = (value: number): string => `${Number(value.toFixed(3))} %`;
