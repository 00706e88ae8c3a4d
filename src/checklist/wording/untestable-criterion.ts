import { meant, nestedText, phrases } from '../phrases';
import { defineRule } from '../../analyzer/rule';

const UNTESTABLE = /\b(?:work(?:s|ing)? (?:as (?:expected|intended|designed)|correctly|properly|well|fine|flawlessly|reliably|smoothly)|(?:behav|function|operat|perform)(?:es?|s|ing) (?:as (?:expected|intended|designed)|correctly|properly|well)|(?:handled|displayed|rendered|processed|validated|implemented|configured|integrated|tested) (?:correctly|properly|appropriately|adequately|gracefully|well)|(?:handles?|displays?|renders?|process(?:es)?|validates?) [\w -]{3,40} (?:correctly|properly|appropriately|gracefully|well)|looks? (?:good|right|nice|professional)|(?:users|customers|stakeholders|everyone|team) (?:is|are) (?:happy|satisfied)|everything works|all (?:features|functionality) works?|no (?:major |significant |known )?(?:issues|problems|bugs)(?! (?:in|with|found|open|of|labell?ed|on|reported))|code is clean|high[- ]quality code)\b/i;

/** Cases with their results, or a test that shows it. */
const SHOWN = /\b(?:given|when)\b[^]*\bthen\b|\b(?:e2e|tests?|testing)\b/i;

export default defineRule({
  id: 'wording/untestable-criterion',
  reports: 'An acceptance criterion without an observable result: "works as expected", "handled properly".',
  why: 'What is "as expected" is decided at the demo, by whoever speaks first. A criterion names the result that somebody can look at.',
  expected: 'say what a tester does and what is then seen, stored or sent',
  severity: { kep: 'info', rfc: 'info', design: 'info', prd: 'warning', adr: 'off' },
  source: 'ISO/IEC/IEEE 29148: requirements are verifiable',
  check: phrases(['criteria'], ({ text, block }, blocks) => {
    const hit = SHOWN.test(text) ? undefined : meant(UNTESTABLE, text);
    return hit && !nestedText(blocks, block) ? { ...hit, message: `“${hit.text}” names no result that could be checked; say what a tester does and what is then seen, stored or sent.` } : undefined;
  }),
  examples: {
    good: [
      '# Lock gates\n\n## Acceptance criteria\n\n- [ ] A closed gate refuses the order and shows “Gate is closed”.\n',
      '# Lock gates\n\n## Acceptance criteria\n\n- [ ] Power cuts are handled gracefully.\n  - The gate stops within 2 s and shows “No power”.\n- [ ] Tests show that the gate works as expected.\n',
    ],
    bad: ['# Lock gates\n\n## Acceptance criteria\n\n- [ ] The gate panel «works as expected».\n- [ ] Errors are «handled gracefully».\n'],
  },
});
