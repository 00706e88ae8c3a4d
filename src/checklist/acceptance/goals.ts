import { defineItem } from '../../analyzer/item';
import { PROPOSAL, words } from '../words';

export default defineItem({
  id: 'acceptance/goals',
  question: 'Which goals does it pursue, stated as goals?',
  why: 'Every later trade-off is settled against the goals. Where they are only implied, each reader settles it against their own, and the scope grows unnoticed.',
  expected: 'list the goals as outcomes someone can later check',
  severity: { kep: 'warning', rfc: 'off', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  evidence: {
    headings: [
      'goals', 'goal', 'objectives', 'objective', 'goals and non goals', 'goals and objectives', 'goals and requirements', 'design goals',
      'project goals', 'product goals', 'business goals', 'primary goals', 'main goals', 'key goals', 'key objectives', 'goals/non goals', 'aims',
      'longer term goals',
    ],
    headingPattern: /^(?!(?:non|no|anti|future)\b)(?!.*\bslos?\b).*\b(?:goals?|objectives?|aims)\b/,
    topic: /\b(?:goals?|objectives?|aims? (?:to|at|is)|intended to|we want to)\b/i,
    statements: [
      /^(?:the )?(?:(?:primary|main|secondary|second|overall|overarching|key|core|top|high[- ]level) )+(?:goals?|objectives?|aims?)\b/i,
      words`\b(?:goals?|objectives?|aims?) (?:of|for|behind) ${PROPOSAL}[^.\n]{0,40}\b(?:is|are|will be)\b`,
      /\bgoals?(?: of [^.\n]{1,60})? (?:is|are)(?: as follows)?:/i,
      /\b(?:in particular|specifically|with this)[^.\n]{0,20}, we (?:want|aim|intend|plan) to\b/i,
      /\baims? (?:at|to) (?:solv\w+|address|achiev\w+)[^.\n]{0,20}\b(?:two|three|four|five|\d|the following)\b/i,
      /\bthis new \w+ should:|\bit is intended to\b|\bwe have (?:two|three|four|\d) goals\b/i,
    ],
  },
  skeleton: {
    heading: 'Goals',
    questions: ['What will be true for whom when this is done?', 'How would someone outside the team check it?'],
    after: ['problem statement', 'problem', 'motivation', 'background', 'context', 'summary', 'overview'],
  },
  examples: {
    covered: [
      '## Goals\n\n- A customer can change the delivery date up to one day before dispatch.\n- Support handles no date changes by hand.\n',
      '## Overview\n\nThe primary goal of this proposal is to let customers move a delivery without calling support; a second is to free the dispatch team from manual edits.\n',
    ],
    partial: ['## Goals\n\nTBD\n', '## Goals\n\nA better delivery.\n'],
    missing: ['## Database\n\nOrders live in the table `orders`, one row for each parcel.\n'],
  },
});
