import { defineItem } from '../../analyzer/item';
import { specifiesSoftware } from '../software';
import { isStandard } from '../standard';

/** Sections whose list items are the criteria themselves, whatever their words. */
const GATE = /\b(?:acceptance|graduation|success|exit|completion|certification) (?:criteria|scenarios?)\b|\bdefinition of done\b|^ac \d+\b/;
const STAGES = /^(?:alpha|beta|ga|stable|generally available|general availability|dev preview|tech preview)(?: criteria| \(.*\))?$|^(?:dev preview|tech preview|alpha|beta)\b.* (?:tech preview|beta|ga|stable|general)/;

/** What sets goals or plans work is accepted by what comes of them; other proposals by their discussion. */
const AIMS = /\b(?:goals?|objectives?|requirements?|user (?:stories|scenarios)|use cases|milestones?|(?:implementation|development|delivery|project|rollout) plan|success|acceptance|graduation)\b/;

export default defineItem({
  id: 'acceptance/criteria',
  question: 'When is it done and accepted: what can be checked, and by whom?',
  why: 'Acceptance criteria are the contract between product and engineering. Without them the argument about "done" takes place at the demo.',
  expected: 'list observable results, each of which somebody can check and answer with yes or no',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'error', adr: 'off' },
  weight: 4,
  due(facts) {
    if (isStandard(facts)) return undefined;
    const aims = facts.spec.sections.find(({ role, heading }) => role === 'body' && heading !== undefined && heading.level > 1 && AIMS.test(heading.key))?.heading;
    return aims ? `it has a section “${aims.text}”` : facts.profile === 'rfc' ? undefined : specifiesSoftware(facts);
  },
  evidence: {
    headings: [
      'acceptance criteria', 'acceptance', 'acceptance scenarios', 'acceptance tests', 'graduation criteria', 'graduation', 'success criteria',
      'exit criteria', 'completion criteria', 'definition of done', 'done when', 'done criteria', 'criteria for success',
      'test plan and acceptance criteria', 'success criteria mandatory', 'user scenarios & testing', 'user scenarios and testing',
      'measurable outcomes', 'launch criteria', 'release criteria', 'promotion criteria', 'dev preview -> tech preview', 'tech preview -> ga',
      'alpha to beta', 'beta to ga',
    ],
    headingPattern: /\b(?:acceptance|graduation|success|exit|completion|promotion) ?(?:criteria|scenarios?|tests?)?$|\bdefinition of done\b|\bcriteria\b/,
    topic: /\b(?:acceptance (?:criteria|tests?|scenarios?)|graduat\w+|definition of done|exit criteria|success criteria|criteria|given (?:that|an?)|accepted when)\b/i,
    statements: [
      /\bgiven\b[^\n]{3,240}\bwhen\b[^\n]{3,240}\bthen\b/i,
      /^given (?:that|an?) [^,.:\n]{10,120}$/i,
      /\b(?:is|are|be|considered|as) (?:done|complete(?:d)?|successful|accepted|finished|ready (?:for|to)) (?:when|if|once|as soon as)\b/i,
      /\bwe(?:['’]ll| will) (?:know (?:this|that|it|we)|succeed|consider (?:this|it))\b[^.\n]{0,60}\b(?:successful|succeeded|success|done|if|when)\b/i,
      /\b(?:to|for|before) (?:graduat\w+|promot(?:e|ion|ing)|mov(?:e|ing)) (?:to|from) (?:alpha|beta|ga|stable|general availability|production)\b[^.\n]{0,120}\b(?:must|needs?|require[sd]?|at least|is|are)\b/i,
      /\b(?:acceptance|exit|success|graduation|certification) criteri(?:a|on)\b[^.\n]{0,20}(?::|\b(?:is|are|include)\b)[^.\n]{12,}/i,
      /^\(?(?:AC|SC)[-_ ]?\d+\b[^\n]{12,}/,
      /\bacceptance (?:test|criterion)\b[^.\n]{0,60}\b(?:passes|pass|must|verif\w+|shows?)\b/i,
    ],
    structure: ({ kind, checked, words }, { heading }) => {
      const key = heading?.key ?? '';
      return kind === 'item' && words >= 4 && (GATE.test(key) || STAGES.test(key) || (checked !== undefined && /\b(?:accept|done)/.test(key)));
    },
  },
  skeleton: {
    heading: 'Acceptance criteria',
    questions: [
      'What must a user be able to do or see before this counts as done?',
      'Which result, number or behaviour shows it, for the failing cases too?',
      'Who checks it, and in which environment?',
    ],
    after: ['requirements', 'functional requirements', 'user stories', 'goals', 'test plan'],
  },
  examples: {
    covered: [
      '## Acceptance criteria\n\n- [ ] A buyer sees the order within 2 seconds of paying\n- [ ] A second click on "Pay" does not create a second order\n',
      '## Checkout\n\n- Given a basket with one item, when the payment is declined, then the basket is kept and the reason is shown.\n- Given an empty basket, when the buyer opens the checkout, then the button is disabled.\n- Given two tabs, when both pay within 1 second, then only one order is created.\n\nThe work is done when 100 of 100 test orders pass in `staging`.\n',
      '## Graduation\n\n### Beta\n\n- Two teams use the checkout every day for two weeks.\n- No order is created twice in the load test.\n\n### GA\n\n- Refunds work for all three payment methods.\n',
    ],
    partial: ['## Acceptance criteria\n\nTBD\n'],
    missing: ['## Checkout\n\nThe checkout asks for an address and a card.\n'],
  },
});
