import { defineItem } from '../../analyzer/item';
import type { Block, ColumnRole, Section, Table } from '../../analyzer/spec';
import { isPlanHeading } from '../plan-headings';
import { bringsSomething } from '../software';
import { isStandard } from '../standard';

/** A stage between the first and the last: where it is described, so is the way through the stages. */
const MIDDLE_STAGE = /^(?:beta|alpha (?:to )?beta|dev preview (?:to )?tech preview)\b/;
const PHASE_COLUMNS: readonly (ColumnRole | undefined)[] = ['date', 'estimate', 'description', 'name'];

const isStep = ({ kind, words, depth, ordered, checked }: Block): boolean =>
  words >= 3 && (ordered === true || checked !== undefined || (kind === 'item' && depth === 0));

const listsPhases = (table: Table): boolean =>
  table.rows.length > 1 && table.roles.includes('phase') && table.roles.some((role) => PHASE_COLUMNS.includes(role));

function isPlan(block: Block, { heading }: Section): boolean {
  const key = heading?.key ?? '';
  if (MIDDLE_STAGE.test(key)) return block.words >= 4;
  return (block.table !== undefined && listsPhases(block.table)) || (isStep(block) && isPlanHeading(key));
}

export default defineItem({
  id: 'delivery/plan',
  question: 'What is the plan: which steps, in which order, and what is done in each?',
  why: 'A single large box can neither be staffed nor followed. Steps show what comes out first, what waits for what, and where one can stop.',
  expected: 'list the steps or phases in order, with what each delivers',
  severity: { kep: 'info', rfc: 'off', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due(facts) {
    const { stage, profile } = facts;
    if (stage === 'done' || isStandard(facts)) return undefined;
    return stage ? `its status says ${stage}` : bringsSomething(facts) ?? (profile === 'prd' ? 'it describes a product' : undefined);
  },
  evidence: {
    headings: [
      'plan', 'implementation plan', 'development plan', 'delivery plan', 'project plan', 'work plan', 'action plan', 'release plan',
      'execution plan', 'implementation phases', 'implementation steps', 'implementation roadmap', 'implementation timeline', 'milestones',
      'milestones and timeline', 'roadmap', 'feature roadmap', 'timeline', 'phases', 'sprints', 'sprint breakdown', 'work breakdown', 'work items',
      'tasks', 'schedule', 'release schedule', 'migration steps', 'what is the high level project plan', 'what is the high level implementation plan',
      'steps to implement this feature', 'project kickoff steps',
    ],
    headingPattern: /^(?!.*\btest).*\b(?:plan|phases?|milestones?|roadmap|timeline|sprint|next steps|graduation|alpha|beta)\b/,
    topic: /\b(?:plan(?:ned|s)?|phases?|milestones?|sprints?|roadmap|timeline|steps?|tasks?|iterations?|follow-?ups?)\b/i,
    statements: [
      /^\W*(?:phase|milestone|sprint|iteration) ?#?\d+\b(?:\W+\w+){3}/i,
      /\b(?:implement(?:ed|ation)?|deliver(?:ed|y)?|split|work|broken down|break|rolled? out|done)\b[^.\n]{0,40}\b(?:in|into|as|across|over) (?:\w+ )?(?:two|three|four|five|six|several|different|multiple|the following|\d) (?:\w+ )?(?:phases|milestones|steps|stages|sprints|tasks|iterations|prs)\b/i,
      /\b(?:multi|two|three|several)[- ](?:step|phase|stage)\w* (?:approach|plan|process)\b[^.\n]{0,30}\b(?:start\w*|begin\w*|first)\b[^.\n]{0,80}\bthen\b/i,
      /\bwork will be broken down\b|\b(?:phase|milestone|sprint) (?:1|one) (?:implements|covers|delivers|includes|adds|will)\b/i,
      /\bin (?:the )?(?:first|initial) (?:phase|milestone|iteration|step|release)\b[^\n]{0,160}\b(?:second|next|later|then|subsequent)\b/i,
      /\b(?:implementation|delivery|development|rollout|migration|work)\b[^.\n]{0,40}\b(?:phases|milestones|sprints|steps)\b[^.\n]{0,40}:|\bsteps will be taken\b/i,
    ],
    structure: isPlan,
  },
  skeleton: {
    heading: 'Plan',
    questions: ['Which steps are there, in which order?', 'What does each of them deliver, and who does it?', 'After which step is it already useful?'],
    after: ['test plan', 'rollout', 'rollout plan', 'risks', 'detailed design', 'design details', 'design', 'proposal'],
  },
  examples: {
    covered: [
      '## Plan\n\n1. Read the free days from the carrier and store them.\n2. Show the calendar to our own staff.\n3. Offer it to all customers.\n',
      '## Calendar\n\nThe work is split into two phases: the carrier interface first, then the calendar.\n\nPhase 1 covers the three largest carriers.\n\nPhase 2 adds the calendar to the order page.\n',
    ],
    partial: ['## Milestones\n\nTBD\n'],
    missing: ['## Calendar\n\nThe order page shows the free days of the next four weeks.\n'],
  },
});
