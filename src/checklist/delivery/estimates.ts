import { defineItem, type MetadataEvidence } from '../../analyzer/item';
import type { Spec } from '../../analyzer/spec';
import { isPlanHeading } from '../plan-headings';
import { words } from '../words';

const MONTH = /(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)/;
const WHEN = /(?:v?\d{1,9}\.\d{1,9}(?:\.\d{1,9})?\b|20\d\d\b|q[1-4]\b)/;
const EFFORT = /\d{1,9}(?:[.,]\d{1,9})?(?: ?(?:-|–|to) ?\d{1,9})? ?(?:person|engineer|dev(?:eloper)?|man|calendar|business|working)?[- ]?(?:days?|weeks?|months?|sprints?|story points?|quarters?)/;

const FIELD = /^(?:(?:[a-z]+[ -])?(?:release|milestone|launch)(?: date)?|(?:target|planned)[ -]?(?:version|date)?|eta|due(?: date)?|deadline|timeline|estimate|effort)$/;
const FIGURE = words`${WHEN}|${EFFORT}|\b${MONTH}\b|\d{4}-\d\d`;

const targets = ({ metadata }: Spec): MetadataEvidence[] => metadata.fields
  .filter(({ name }) => FIELD.test(name))
  .map(({ name, value, span }) => ({ span, strength: FIGURE.test(value) ? 'covered' : 'partial', what: `The field "${name}" says "${value}"` }));

export default defineItem({
  id: 'delivery/estimates',
  question: 'How much effort or time does it take, and on what basis?',
  why: 'Roadmaps, staffing and promises to customers are made from this number, whether or not anyone wrote it down.',
  expected: 'give effort, duration or target date for each phase, and what the figure is based on',
  severity: { kep: 'off', rfc: 'off', design: 'info', prd: 'warning', adr: 'off' },
  weight: 2,
  // What is not cut into steps is first asked for those.
  due({ profile, spec }) {
    if (profile === 'prd') return 'it describes a product';
    const plan = spec.sections.find(({ role, heading }) => role === 'body' && heading !== undefined && isPlanHeading(heading.key));
    return plan && `it plans the work under “${plan.heading?.text ?? ''}”`;
  },
  evidence: {
    headings: [
      'estimates', 'estimate', 'effort', 'effort estimate', 'effort estimates', 'effort estimation', 'timeline', 'timelines', 'implementation timeline', 'project timeline', 'schedule',
      'release schedule', 'release plan', 'target release', 'target releases', 'milestones', 'milestones and timeline', 'roadmap', 'resources/timeline', 'delivery plan', 'duration',
      'sprint breakdown', 'cost and timeline', 'work plan',
    ],
    headingPattern: /\b(?:timelines?|estimat(?:e|es|ion)|effort|schedule|milestones?|release plan|target (?:release|date)|roadmap|sprints?|weeks? \d{1,9}|q[1-4] 20\d\d)\b/,
    topic: /\b(?:estimat\w+|effort|timeline|milestones?|schedule[d]?|weeks?|sprints?|quarter|deadline|eta|target(?:ed)? (?:release|date|for))\b/i,
    statements: [
      words`\b\d{1,9}(?:[.,]\d{1,9})?(?: ?(?:-|–|to) ?\d{1,9})? ?(?:person|engineer|dev(?:eloper)?|man)[- ]?(?:days?|weeks?|months?|sprints?|years?)\b|\b\d{1,9} (?:engineers?|developers?|people)\b[^.\n]{0,20}\b(?:weeks?|months?|days?|sprints?)`,
      words`\b(?:effort|estimate[sd]?|estimation|takes?|duration|timeline|work)\b(?: estimate)?[^.\n\d]{0,30}\b${EFFORT}\b`,
      words`\((?:${EFFORT}|\d{1,9}(?:\.\d{1,9})? ?[dw])\)[.;,]?$|\bweeks? \d{1,9} ?(?:-|–|to) ?\d{1,9}\b`,
      words`\b(?:target(?:s|ed|ing)?|planned|plan to|scheduled|expected|slated|aim(?:s|ing)?|goal is|hope)\b[^.\n]{0,60}\b(?:for|in|by|at|before|release|to) (?:the )?(?:\S+ ){0,4}(?:${WHEN}|${MONTH} (?:\d\d?, )?20\d\d)`,
      words`\b(?:will|to|should|we|plan\w*|can)\b[^.\n]{0,40}\b(?:release[d]?|ship(?:s|ped)?|available|promoted|stable|complete[d]?|finish(?:ed)?|implement(?:ed|ation)?|launch(?:ed)?|dropped|removed|ga|beta|alpha|live|cycle)\b[^.\n]{0,30}\b(?:in|for|by|at|of|before|after|→|->) (?:the )?(?:\S+ ){0,2}(?:\[?${WHEN}|${MONTH} (?:\d\d?, )?20\d\d)`,
      words`\b(?:(?:end|beginning|start) of|by|early|late|mid)[ -](?:the )?(?:end (?:of )?)?(?:q[1-4]|20\d\d|${MONTH} 20\d\d)\b|\bq[1-4] ?(?:of )?20\d\d\b`,
      words`^\[[a-z]\w+ v?\d{1,9}\.\d{1,9}[^\]\n]{0,10}\] \S+|^(?:(?:\S+ )?(?:release|milestone)|target(?:ed)? (?:version|release|milestone))s? ?: ?(?:\S+ )?v?\d{1,9}\.\d{1,9}`,
      words`\b(?:after|within|in) (?:one|two|three|six|\d{1,9}) (?:weeks?|months?|years?|sprints?)\b[^.\n]{0,40}\b(?:we|will|can|deliver\w*|complete\w*|launch\w*|done)\b`,
    ],
    structure: ({ table }) => table !== undefined && (table.roles.includes('estimate') || (table.roles.includes('phase') && table.roles.includes('date')))
      && table.rows.some((row) => row.some((cell) => FIGURE.test(cell.text))),
    metadata: targets,
  },
  skeleton: {
    heading: 'Estimates',
    questions: [
      'How much effort is each phase, in person-weeks, and who does it?',
      'When does each phase start and end, or which release is it for?',
      'What is the figure based on, and how sure are you?',
    ],
    after: ['plan', 'implementation plan', 'milestones', 'rollout plan', 'delivery plan', 'proposal', 'design'],
  },
  examples: {
    covered: [
      '## Estimates\n\n| Phase | Effort | Target |\n|---|---|---|\n| Import | 3 weeks | 2026-04 |\n| Export | 2 weeks | 2026-05 |\n',
      '## Phase 1: import\n\nOne engineer builds it in about 3 weeks, as the similar export took; it is planned for release 2.4.\n',
    ],
    partial: ['## Timeline\n\nTBD\n', '## Schedule\n\n1. Import, as soon as possible.\n2. Export, later.\n'],
    missing: ['## Import\n\nThe importer reads the file line by line and stores what is valid.\n'],
  },
});
