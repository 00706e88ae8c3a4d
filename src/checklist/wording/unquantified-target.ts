import { hasFigure, meant, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

/** Only what is said of the thing itself: "a highly available cluster" may be somebody else's, "low latency" a name. */
const TARGET = /\b(?:(?:must|shall|should|needs? to|ha(?:s|ve) to|(?:is|are) designed to) (?:also )?(?:be |remain |stay |load |respond |start |run |scale )?(?:very |extremely )?(?:highly[- ](?:available|scalable|performant)|fast|quick(?:ly)?|scalable|performant|responsive(?! (?:to|\(|design|layout|on))|efficient(?:ly)?|scale (?:well|horizontally|easily|efficiently)|perform well)|(?:must|shall|should|needs? to|ha(?:s|ve) to) (?:provide|ensure|guarantee|offer|have|achieve|maintain) (?:high (?:availability|throughput|performance|scalability|concurrency)|low latency|low response times)|make \S+ (?:\S+ ){0,2}highly[- ](?:available|scalable)|(?:respond|load|start|render|complete|return)s? (?:very )?(?:fast|quickly|promptly|instantly)|(?:support|handle|process|accept|serve|sustain|scale to)s? (?:a )?(?:large|high|huge|massive) (?:number|volume|amount)s? of (?:concurrent |simultaneous )?(?:users|requests|events|messages|records|transactions|connections)|minimal (?:latency|downtime|performance (?:impact|overhead)))\b/i;

export default defineRule({
  id: 'wording/unquantified-target',
  reports: 'A performance, scale or availability target without a number, in a requirement, goal or acceptance criterion.',
  why: 'Nobody can size, test or alarm on "fast". The number decides the design, the cost and what counts as an incident.',
  expected: 'give the figure with its unit, and the load or window it holds for',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'warning', adr: 'off' },
  source: 'ISO/IEC/IEEE 29148: requirements are verifiable',
  check: phrases(['requirements', 'goals', 'criteria'], ({ text }) => {
    const hit = hasFigure(text) ? undefined : meant(TARGET, text);
    return hit && { ...hit, ask: 'target', message: `“${hit.text}” is a target without a number; give the figure with its unit, and the load or window it holds for.` };
  }),
  examples: {
    good: [
      '# Tide gauge\n\n## Requirements\n\nThe gauge must respond quickly: within 200 ms for 95 % of reads.\n',
      '# Tide gauge\n\n## Background\n\nThe old gauge had low latency.\n',
    ],
    bad: [
      '# Tide gauge\n\n## Requirements\n\n- The service «must be highly available».\n- The chart «must load quickly» on a phone.\n',
      '# Tide gauge\n\n## Non-functional requirements\n\n### Performance\n\nThe store «accepts a high volume of events» from all harbours.\n',
    ],
  },
});
