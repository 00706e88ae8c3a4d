import { defineItem } from '../../analyzer/item';
import { because, kept, stored } from '../due';
import { ruledOut } from '../ruled-out';
import { DURATION, KEEP, words } from '../words';

const HEADINGS = [
  'data', 'data model', 'data models', 'data model changes', 'data storage', 'data schema', 'data design', 'data migration', 'data retention',
  'data lifecycle', 'data management', 'data structures', 'database', 'database schema', 'database design', 'database changes', 'database structure',
  'database migration', 'schema', 'schema changes', 'db schema', 'storage', 'storage layout', 'storage format', 'storage model', 'storage design',
  'persistence', 'state', 'state management', 'retention', 'retention policy', 'backup', 'backups', 'backup and restore', 'entities', 'key entities',
  'caching', 'cache',
];

/** Places in which data stays. */
const DATABASE = /(?:databases?|db|tables?|columns?|rows?|redis|postgres\w*|mysql|sqlite|etcd|kafka|topics?|index(?:es)?|key-value store|ledger)/;
const PLACE = /(?:secrets?|config ?maps?|object (?:store|storage)|buckets?|s3|disks?|volumes?|files?|memory|cache|storage|store|annotations?|status|crds?|custom resources?|registry|repository|logs?|context|blob)/;

const STORED = /\b(?:CREATE|ALTER) TABLE\b|^kind: (?:ConfigMap|Secret)$/im;
const MODEL = /\b(?:schema|model|table|entit|data|storage)/;

export default defineItem({
  id: 'infrastructure/data',
  question: 'What is stored, where, and how does it change, survive and end?',
  why: 'Data outlives the code that wrote it. A schema is the part of a change that is hardest to take back.',
  expected: 'say what is stored where, how existing data is moved, and how long it is kept',
  severity: { kep: 'info', rfc: 'warning', design: 'warning', prd: 'info', adr: 'off' },
  weight: 4,
  due: (facts) => because('changes', stored(facts)) ?? because('keeps', kept(facts)),
  notApplicable: ({ spec }) => ruledOut(spec, 'persistent (?:data|state|storage)|persistence|data(?:base)? (?:storage|changes?|model changes?|migrations?)|storage|schema changes?|state', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:data ?(?:base|model|storage|schema|migration|retention|lifecycle)|schemas?|storage|persisten\w+|retention|backups?|tables?|entities|offsets?)\b/,
    topic: /\b(?:stor(?:e[sd]?|age|ing)|persist\w*|databases?|tables?|columns?|schemas?|retention|backups?|cache[sd]?|buckets?|secrets?|config ?maps?|files?|ttl|in-memory)\b/i,
    statements: [
      words`\b${KEEP}\b[^.\n]{0,40}\b(?:in|on|to|as|into|under|at|inside|within|from|using)\b[^.\n]{0,40}\b(?:${DATABASE}|${PLACE})\b`,
      words`\b(?:new|add(?:s|ed|ing)?|drop(?:s|ped)?|rename[sd]?|alter(?:s|ed)?|separate|four|three)\b[^.\n]{0,30}\b(?:columns?|tables?|column famil(?:y|ies)|index(?:es)? on|collections?)\b`,
      words`\b(?:retention|ttl|retained|kept|expires?|deleted|purged|pruned|removed|archived)\b[^.\n]{0,40}${DURATION}`,
      /\b(?:backs? up|backed up|backups?)\b[^.\n]{0,40}\b(?:daily|hourly|nightly|every|before|restor\w+|to|of the|for)\b/i,
      /\b(?:in[- ]memory|stateless|not persisted|no (?:local )?(?:persistence|database)|never (?:stored|persisted|written)|(?:does not|doesn't|do not) (?:store|persist|require (?:a )?(?:datastore|database)))\b/i,
      /\b(?:stores?|storing|persists?|persisting|holds?|maintains?) (?:all |only |the |a |an |its |their )?(?:\w+ ){0,3}(?:data|state|metadata|information|tokens?|records?|credentials?|history|keys?|map|offsets?|certificates?|references?|status)\b/i,
      /\b(?:migrat\w+|backfill\w*|convert\w*|move[sd]?|copied|copies)\b[^.\n]{0,30}\b(?:existing|old|stored|all|historical) (?:\w+ ){0,2}(?:data|records?|rows|entries|objects|resources|tables?)\b/i,
      /\b(?:single )?source of truth\b|\b(?:hard|soft)[- ]delet\w+\b|\bbuffer\b[^.\n]{0,30}\b(?:size|fifo|max)\b/i,
      /\b(?:creates?|writes?|updates?) (?:\S+ ){0,3}(?:config ?map|(?:state|pid|index|lock) file)\b/i,
    ],
    structure: ({ kind, lang, text, table }, { heading }) =>
      (kind === 'code' && (lang === 'sql' || lang === 'prisma' || STORED.test(text))) || ((table?.roles.includes('type') ?? false) && MODEL.test(heading?.key ?? '')),
  },
  skeleton: {
    heading: 'Data',
    questions: [
      'What is stored, in which store, and who owns it?',
      'How does the schema change, and how is existing data moved?',
      'How long is it kept, how is it backed up, and what deletes it?',
    ],
    after: ['design', 'architecture', 'api', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Data model\n\nEach order is stored as one row of the table `orders`; rows are archived after 90 days.\n',
      '## Login\n\nThe refresh token is stored in the `sessions` table, encrypted, and deleted after 30 days.\n',
    ],
    partial: ['## Data model\n\nThe schema will be defined during implementation.\n'],
    missing: ['## Login\n\nThe user enters a name and a password and sees the start page.\n'],
    notApplicable: ['## Storage\n\nN/A — nothing is persisted, the filter lives in the page only.\n'],
  },
});
