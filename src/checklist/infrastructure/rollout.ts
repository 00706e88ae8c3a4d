import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { isStandard } from '../standard';
import { ACTOR, words } from '../words';

/** Who or what comes first. */
const FIRST = /(?:initially|first (?:to|for|in|as)|as a first step|followed by|\d+ ?% of|internal(?:ly)?|in stages|as an? experimental|per (?:region|tenant|cell))/;
const STEP = /(?:first|then|automatic\w*|needs? to|must|steps?|script|will be|to a version|frictionless)/;
const NO_STEP = /(?:no (?:action|intervention|changes?)|w(?:on't|ouldn't|ill not) (?:require|need)|(?:does|do) not require|not required)/;
const PLANNED = /\b(?:roll ?-?out|release|launch|migration|upgrade|plan|deployment|phases?|timeline|milestones?|stages?)\b/;

export default defineItem({
  id: 'infrastructure/rollout',
  question: 'How is it turned on: for whom first, in which steps, behind which switch?',
  why: 'A change that reaches everyone at once finds its worst bug at full size. The order of the steps also decides what support and partners must know, and when.',
  expected: 'name the flag or the steps that turn it on, and who gets it first',
  severity: { kep: 'warning', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: (facts) => (isStandard(facts) ? undefined : because('runs', facts.runtime) ?? because('adds', facts.operations) ?? because('adds', facts.flags) ?? because('changes', facts.schemas)),
  evidence: {
    headings: [
      'rollout', 'rollout plan', 'rollout strategy', 'roll out', 'roll out plan', 'roll-out', 'rollout and rollback',
      'rollout upgrade and rollback planning', 'deployment plan', 'deployment strategy', 'release plan', 'release strategy', 'launch plan',
      'migration', 'migration plan', 'migration path', 'migration strategy', 'migration steps', 'adoption plan', 'adoption strategy', 'upgrade',
      'upgrades', 'upgrade strategy', 'upgrade plan', 'upgrade path', 'upgrade / downgrade strategy', 'upgrade/downgrade strategy',
      'upgrade and downgrade strategy', 'feature gate', 'feature gates', 'feature flag', 'feature flags', 'feature enablement',
      'feature enablement and rollback', 'how can this feature be enabled / disabled in a live cluster',
      'compatibility deprecation and migration plan', 'phased rollout', 'enablement', 'compatibility and upgrade strategy',
      'integration and migration plan', 'migration path for users', 'upgrades and migration',
    ],
    headingPattern: /\b(?:roll ?-?outs?|migration|upgrad(?:e|es|ing)|feature (?:gate|flag)s?|enabl(?:e|ing|ement)|activation|canary|adoption)\b/,
    topic: /\b(?:roll(?:ed|ing|s)? ?-?out|canary|feature[- ](?:flag|gate|toggle)s?|opt(?:ed|s)?[- ]in|phased?|staged|upgrad\w+|migrat\w+|enabl\w+|experimental|alpha|beta)\b/i,
    statements: [
      /\b(?:feature[- ]?(?:flag|gate|toggle|switch)|kill[- ]switch)s?\b[^.\n]{0,80}(?:`[^`\n]+`|\b(?:default\w*|enabled?|disabled?|off|on|called|named|gated|guards?|controls?|behind)\b)/i,
      /\b(?:behind|gated|guarded|hidden|protected|controlled)\b[^.\n]{0,40}\b(?:feature )?(?:flags?|gates?|toggles?|switch|setting)\b/i,
      /\b(?:is|are|be|will be|remains?|stays?)\b[^.\n]{0,12}\b(?:an? )?(?:opt(?:ed)?[- ]?in|off by default|disabled by default|enabled by default|turned on)\b/i,
      /\bopt(?:s|ing)?[- ]?in(?:to)?\b[^.\n]{0,50}\b(?:by|via|through|with|using|per)\b/i,
      words`\b${ACTOR}\b[^.\n]{0,40}\b(?:opt in|can enable|may enable|must enable|needs? to enable)\b`,
      /\b(?:in order )?to (?:enable|activate|turn on) (?:it|this|the \w+)\b[^.\n]{0,80}(?:`[^`\n]+`|\b(?:flag|set|setting|option|field|annotation|configure|add)\b)/i,
      /\b(?:canary|staged|gradual|phased|incremental|progressive)(?:ly)? (?:roll ?-?out|release|deploy\w*|merge|enable\w*|migrat\w+|adoption|delivery|approach)\b/i,
      /\bincrementally (?:merge|adopt|migrate|roll)\w*/i,
      words`\b(?:roll(?:ed|ing)? ?-?out|released?|shipp?ed|launch(?:ed)?|enabled?|deploy(?:ed)?)\b[^.\n]{0,50}\b${FIRST}`,
      /^(?:in )?(?:phase|stage|milestone) (?:\d|one|two|i+)\b[^.\n]{0,40}[:.,—–-]/i,
      words`\b(?:upgrad(?:es?|ing)|migrat(?:es?|ed|ion|ing))\b[^.\n]{0,80}\b(?:${STEP}|${NO_STEP})\b`,
      /\b(?:introduc(?:es?|ing)|add(?:s|ing)?|with) an? (?:new |optional )(?:CLI |boolean |command[- ]line |config\w* )*(?:flag|option|setting|switch)\b/i,
      /\bno (?:data )?migration\b[^.\n]{0,50}\b(?:required|needed|necessary)\b/i,
      /\b(?:existing|current) behaviou?r (?:is|will be|would be|remains?) (?:preserved|kept|unchanged|the default)\b/i,
      /\b(?:existing|old|legacy) (?:\w+ ){0,3}(?:will|can|must|should|is|are)\b[^.\n]{0,40}\b(?:migrated|upgraded|converted|moved|backfilled)\b/i,
      /\b(?:deprecat\w+)\b[^.\n]{0,60}\b(?:then|remov\w+|until|after|release|version|v\d)\b/i,
    ],
    structure: ({ table }, { heading }) => (table?.roles.includes('phase') ?? false) && PLANNED.test(heading?.key ?? ''),
  },
  parts: {
    'the stages': [/\b(?:alpha|beta|ga|phases?|stages?|waves?|first\b[^.\n]{0,60}\bthen|canary|pilot|\d+ ?% of|steps?|incremental\w*|gradual\w*)\b/i],
    'who gets it first': [/\b(?:(?:internal|early|beta|pilot|selected|staff|first|opted-in) (?:users?|customers?|teams?|tenants?|clusters?|adopters?)|employees|staff|customers?|tenants?|operators?|opt[- ]?in|\d+ ?% of)\b/i],
    'the gate': [/\b(?:feature[- ](?:flag|gate|toggle)s?|flags?|gates?|switch|opt[- ]?in|off by default|(?:disabled|enabled) by default|setting|environment variable)\b/i],
  },
  skeleton: {
    heading: 'Rollout',
    questions: [
      'Which flag or setting turns it on, and what is its default?',
      'Who gets it first, and in which steps does it reach everyone?',
      'What must hold before the next step, and who decides?',
      'In which order are the parts upgraded, and what happens to existing data?',
    ],
    after: ['test plan', 'implementation plan', 'plan', 'design', 'proposal'],
  },
  examples: {
    covered: [
      '## Rollout\n\nThe flag `orders.v2` is off by default. It is turned on for staff first, then for 5 % of tenants, then for all.\n',
      '## Configuration\n\nThe new planner is opt-in: operators enable it with `planner.mode=cost`.\n',
    ],
    partial: ['## Rollout\n\nWe will roll this out carefully.\n'],
    missing: ['## Configuration\n\nThe planner reads its statistics from the catalog.\n'],
  },
});
