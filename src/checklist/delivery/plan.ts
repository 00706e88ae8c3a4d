import { defineItem } from '../../analyzer/item';
import type { Section } from '../../analyzer/spec';

/** A heading under which a list is the plan of the work, not of a test, an upgrade or an algorithm. */
const PLAN = /^(?!.*\b(?:test|testing|adoption|upgrade|backup|scheduling|control|data)\b).*\b(?:plan|roadmap|milestones?|next steps|timeline|tasks|sprints?|steps to implement|(?:implementation|migration|kickoff|rollout|delivery|development|work) (?:steps|phases|plan|breakdown|tasks)|work items|phases|(?:phase|sprint|milestone) \d+)\b/;

/** A stage between the first and the last: where it is described, so is the way through the stages. */
const MIDDLE_STAGE = /^(?:beta|alpha (?:to )?beta|dev preview (?:to )?tech preview)\b/;

const isPlan = (section: Section): boolean => section.heading !== undefined && PLAN.test(section.heading.key);

export default defineItem({
  id: 'delivery/plan',
  question: 'What is the plan: which steps, in which order, and what is done in each?',
  why: 'A single large box can neither be staffed nor followed. Steps show what comes out first, what waits for what, and where one can stop.',
  expected: 'list the steps or phases in order, with what each delivers',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: ({ stage }) => (stage === 'done' ? undefined : 'the work is not marked as done'),
  evidence: {
    headings: [
      'plan', 'implementation plan', 'development plan', 'delivery plan', 'project plan', 'work plan', 'action plan', 'release plan', 'execution plan',
      'implementation phases', 'implementation steps', 'implementation roadmap', 'implementation timeline', 'milestones', 'milestones and timeline', 'roadmap', 'feature roadmap', 'timeline',
      'phases', 'sprints', 'sprint breakdown', 'work breakdown', 'work items', 'tasks', 'schedule', 'release schedule', 'migration steps',
      'what is the high level project plan', 'what is the high level implementation plan', 'steps to implement this feature', 'project kickoff steps',
    ],
    headingPattern: /^(?!.*\btest).*\b(?:plan|phases?|milestones?|roadmap|timeline|sprint|next steps|graduation|alpha|beta)\b/,
    topic: /\b(?:plan(?:ned|s)?|phases?|milestones?|sprints?|roadmap|timeline|steps?|tasks?|iterations?|follow-?ups?)\b/i,
    statements: [
      /^\W*(?:phase|milestone|sprint|iteration) ?#?\d+\b(?:\W+\w+){3}/i,
      /\b(?:implement(?:ed|ation)?|deliver(?:ed|y)?|split|work|broken down|break|rolled? out|done)\b[^.\n]{0,40}\b(?:in|into|as|across|over) (?:\w+ )?(?:two|three|four|five|six|several|different|multiple|the following|\d) (?:\w+ )?(?:phases|milestones|steps|stages|sprints|tasks|iterations|prs)\b/i,
      /\bwork will be broken down\b|\b(?:phase|milestone|sprint) (?:1|one) (?:implements|covers|delivers|includes|adds|will)\b/i,
      /\bin (?:the )?(?:first|initial) (?:phase|milestone|iteration|step|release)\b[^\n]{0,160}\b(?:second|next|later|then|subsequent) (?:phase|milestone|iteration|step|release)?/i,
      /\b(?:phases|milestones|sprints)\b[^.\n]{0,60}:$|\bsteps will be taken\b/i,
      /\b(?:targeted|planned|scheduled) for v?\d+\.\d+\b[^\n]{0,200}\b(?:beta|v?\d+\.\d+|next)\b/i,
    ],
    structure: (block, section) =>
      (MIDDLE_STAGE.test(section.heading?.key ?? '') && block.words >= 4)
      || (isPlan(section) && block.words >= 3 && (block.ordered === true || block.checked !== undefined || (block.kind === 'item' && block.depth === 0)))
      || (block.table !== undefined && block.table.rows.length > 1 && block.table.roles.includes('phase') && block.table.roles.some((role) => role === 'date' || role === 'estimate' || role === 'description' || role === 'name')),
  },
  skeleton: {
    heading: 'Plan',
    questions: ['Which steps are there, in which order?', 'What does each of them deliver, and who does it?', 'After which step is it already useful?'],
    after: ['test plan', 'rollout', 'rollout plan', 'risks', 'detailed design', 'design details', 'design', 'proposal'],
  },
  examples: {
    covered: [
      '## Plan\n\n1. Read the free days from the carrier and store them.\n2. Show the calendar to our own staff.\n3. Offer it to all customers.\n',
      '## Calendar\n\nThe work is split into two phases: the carrier interface first, then the calendar on the order page.\n',
    ],
    partial: ['## Milestones\n\nTBD\n'],
    missing: ['## Calendar\n\nThe order page shows the free days of the next four weeks.\n'],
  },
});
