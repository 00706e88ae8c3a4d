import { hasFigure, meant, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

/** Words that two readers measure differently. Those on speed, scale and availability belong to wording/unquantified-target. */
const VAGUE = /\b(?:user[- ]friendly|easy[- ]to[- ]use|easy to (?:understand|maintain|extend|read)|intuitive(?:ly)?|seamless(?:ly)?|smooth(?:ly)?|robust(?:ly)?|reasonable (?:time|size|errors?|limits?|performance|latency|scope)|adequate(?:ly)?|in a timely (?:manner|fashion)|timely|state[- ]of[- ]the[- ]art|best[- ]in[- ]class|world[- ]class|near[- ]real[- ]time|clean(?:ly)? designed|modern|elegant|delightful|visually appealing|acceptable (?:level|range|limits?|performance|quality)|minimal (?:effort|impact|disruption))\b/i;

export default defineRule({
  id: 'wording/vague-requirement',
  reports: 'A word in a requirement, goal or acceptance criterion that two readers measure differently.',
  why: '"Intuitive" is accepted or refused by whoever attends the demo. A number, or an example of what would fail, settles it while it is cheap.',
  expected: 'say what is measured or observed, and from which value on it is good enough',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'warning', adr: 'off' },
  source: 'INCOSE Guide to Writing Requirements, R7; Femmer et al., Rapid quality assurance with Requirements Smells',
  check: phrases(['requirements', 'goals', 'criteria'], ({ text }) => {
    const hit = hasFigure(text) ? undefined : meant(VAGUE, text);
    return hit && { ...hit, message: `“${hit.text}” can be accepted or refused at will; say what is measured or observed, and from which value on it is good enough.` };
  }),
  examples: {
    good: [
      '# Berth booking\n\n## Requirements\n\n- A skipper who never saw the app books a berth in at most 4 taps.\n- The label `robust` is shown in green.\n',
      '# Berth booking\n\n## Design\n\nThe list scrolls smoothly.\n',
    ],
    bad: [
      '# Berth booking\n\n## Requirements\n\n- The booking form must be «intuitive» for skippers.\n- The harbour map shall be **«user-friendly»** on a phone.\n',
      '# Berth booking\n\n## Goals\n\n| goal | why |\n|---|---|\n| «Seamless» switch between harbours | fewer calls |\n',
    ],
  },
});
