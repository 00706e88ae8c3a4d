import { quantitiesIn, type Quantity } from '../../analyzer/facts/quantities';
import { placeIn, statements } from '../../analyzer/facts/statements';
import { remembered } from '../../analyzer/remembered';
import { defineRule } from '../../analyzer/rule';
import { shift, type Span } from '../../analyzer/span';
import { isQuoted } from '../phrases';

/** What one quantity is called: a key in code, or a noun of two words and more that ends with what it measures. */
const MEASURE = String.raw`(?:timeouts?|limits?|retention(?: period)?|intervals?|ttl|quota|size|deadline|delay|window|threshold|lifetime|grace period|frequency)`;
const SAID = new RegExp(String.raw`(?:\x60(?<key>[A-Za-z][\w.-]{3,60})\x60|\b(?:the|our|its|an?) (?<noun>(?:[a-z-]{3,} ){1,3}${MEASURE})),? (?:is|are|of|defaults to|is set to|will be|must be|stays|remains|has a default of|=)(?: always| exactly| fixed at| set to)? ?$`, 'i');
/** A value of one case, of another time, or of somebody else. */
const OF_A_CASE = /\b(?:examples?|e\.g|for instance|such as|if|when|while|where|until|unless|otherwise|old|previous\w*|today|currently|was|were|instead|from|increase[sd]?|raise[sd]?|reduce[sd]?|lower\w*|chang\w+|migrat\w+|alternativ\w+|option|could|might|may|recommended?|suggest\w*|per|each|every|staging|production|dev\w*|test\w*|alpha|beta|ga|phase|version|v\d|premium|free|tier|plan|users? can|configur\w+)\b/i;

export default defineRule({
  id: 'consistency/contradictory-quantity',
  reports: 'One quantity, called the same, that has two different values in the document.',
  why: 'Two teams implement two values and each can quote the spec for it.',
  expected: 'give one value, or say for which case each of them holds',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  *check({ spec }) {
    const first = new Map<string, Said>();
    for (const { role, origin, blocks, heading } of spec.sections) {
      if (role !== 'body' || OF_A_CASE.test(heading?.text ?? '')) continue;
      for (const local of said(blocks)) {
        const one = { ...local, at: shift(local.at, origin) };
        const other = first.get(one.label);
        if (!other) first.set(one.label, one);
        else if (differ(one.value, other.value)) {
          yield {
            at: one.at,
            message: `“${one.name}” is ${one.text} here and ${other.text} in another place; give one value, or say for which case each holds.`,
            related: [{ at: other.at, message: `Here it is ${other.text}` }],
          };
        }
      }
    }
  },
  examples: {
    good: [
      '# Buoys\n\n## Reading\n\nThe request timeout is 300 s.\n\n## Writing\n\nThe request timeout is 5 minutes.\n',
      '# Buoys\n\n## Reading\n\nThe request timeout is 30 s.\n\n## Alternatives\n\nThe request timeout is 10 s in the other design.\n\n## Staging\n\nThe request timeout is 60 s.\n',
      '# Buoys\n\n## Reading\n\nThe request timeout is 30 s.\n\n## Slow buoys\n\nThe request timeout is 60 s where the buoy is far out.\n',
    ],
    bad: [
      '# Buoys\n\n## Reading\n\nThe request timeout is 30 s.\n\n## Writing\n\nThe buoy has to answer in time; the request timeout is «60 s».\n',
      '# Buoys\n\n## Storage\n\n`buoy.retention` is 30 days.\n\n## Cost\n\n`buoy.retention` is «90 days», which is most of the cost.\n',
    ],
  },
});

interface Said {
  /** The same for the same quantity and dimension. */
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Relative to the section's origin. */
  readonly at: Span;
}

/** Furthest that the name may stand before the figure, in UTF-16 code units. */
const BEFORE = 110;

const said = remembered((blocks): readonly Said[] => statements(blocks).flatMap((statement) => {
  const quantities = statement.block.table ? [] : quantitiesIn(statement.text);
  // Two figures in one sentence are two cases, or a range.
  if (quantities.length !== 1 || OF_A_CASE.test(statement.text)) return [];
  const [quantity] = quantities as [Quantity];
  const { key, noun } = SAID.exec(statement.text.slice(Math.max(0, quantity.start - BEFORE), quantity.start))?.groups ?? {};
  const name = key ?? noun;
  if (!name || quantity.bound || (key === undefined && isQuoted(statement.text, quantity.start))) return [];
  return [{ label: `${name.toLowerCase()} ${quantity.dimension}`, name, value: quantity.value, text: quantity.text, at: placeIn(statement, quantity) }];
}));

/** Beyond rounding, and beyond what lies between 1000 and 1024. */
const differ = (a: number, b: number): boolean => Math.abs(a - b) > 0.075 * Math.max(a, b);
