import { hasFigure, meant, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

const MEASURABLE = /(?:costs?|spend|latency|times?|throughput|performance|conversion|retention|engagement|adoption|churn|error rates?|errors|failures|incidents|downtime|memory (?:usage|use|consumption|footprint)|cpu (?:usage|use|consumption)|(?:binary|bundle|image|package|code) size|(?:storage|disk|network|bandwidth|resource|token|energy) (?:usage|use|consumption|costs?)|support tickets|accuracy|reliability|scalability|productivity|efficiency|satisfaction|test coverage|coverage|load on)/;
const COMPARED = new RegExp(String.raw`\b(?:improv(?:e|es|ing)|increas(?:e|es|ing)|reduc(?:e|es|ing)|decreas(?:e|es|ing)|lower(?:s|ing)?|minimi[sz](?:e|es|ing)|maximi[sz](?:e|es|ing)|boost(?:s|ing)?|cut(?:s|ting)?|optimi[sz](?:e|es|ing)(?! away)) (?:the |our |overall |their |its )?(?:(?:[\w-]+ ){0,2})${MEASURABLE.source}\b`, 'i');

/** What it is compared with. */
const BASELINE = /\bfrom\b|\bthan\b|\binstead of\b|\bby (?:half|a (?:third|quarter))\b/i;
/** A goal opens with what it changes, at most behind a label; further in, it says why something else is done. */
const LEAD = /^\W*(?:[\w -]{1,24}[:,] )?(?:to )?(?:\w+ly )?$/i;

export default defineRule({
  id: 'wording/comparative-without-baseline',
  reports: 'A goal to improve, reduce or speed up something measurable, without a number or a baseline.',
  why: 'Any change "improves conversion" until somebody asks from what to what. Without the baseline nobody can tell afterwards whether it did.',
  expected: 'give the value today, the value wanted, and where it is measured',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'warning', adr: 'off' },
  check: phrases(['goals', 'criteria'], ({ text }) => {
    const hit = hasFigure(text) || BASELINE.test(text) ? undefined : meant(COMPARED, text);
    if (!hit || !LEAD.test(text.slice(0, hit.start))) return undefined;
    return { ...hit, ask: 'baseline and target', message: `“${hit.text}” names no value; give the value today, the value wanted, and where it is measured.` };
  }),
  examples: {
    good: [
      '# Fish auction\n\n## Goals\n\n- Reduce the time to settle a lot from 4 minutes to 90 seconds.\n',
      '# Fish auction\n\n## Design\n\nBatching will reduce latency.\n',
    ],
    bad: [
      '# Fish auction\n\n## Goals\n\n- «Reduce operational costs» of the cold store.\n- «Improve the conversion» of first-time bidders.\n',
    ],
  },
});
