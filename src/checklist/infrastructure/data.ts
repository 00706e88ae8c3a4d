import { defineItem } from '../../analyzer/item';
import { because, kept, stored } from '../due';
import { ruledOut } from '../ruled-out';
import { DURATION, words } from '../words';

const HEADINGS = [
  'data', 'data model', 'data models', 'data model changes', 'data storage', 'data schema', 'data design', 'data migration', 'data retention',
  'data lifecycle', 'data management', 'data structures', 'database', 'database schema', 'database design', 'database changes', 'database structure',
  'database migration', 'schema', 'schema changes', 'db schema', 'storage', 'storage layout', 'storage format', 'storage model', 'storage design',
  'persistence', 'state', 'state management', 'retention', 'retention policy', 'backup', 'backups', 'backup and restore', 'entities', 'key entities',
  'caching', 'cache',
];

/** Places in which data stays. */
const DATABASE = /(?:databases?|db|tables?|columns?|rows?|redis|postgres\w*|mysql|sqlite|mongo\w*|dynamodb|rocksdb|cassandra|clickhouse|bigquery|elasticsearch|memcached|etcd|kafka|topics?|index(?:es)?|key-value store|ledger)/;
const PLACE = /(?:secrets?|config ?maps?|object (?:store|storage)|buckets?|s3|disks?|volumes?|files?|memory|cache|storage|store|annotations?|status|crds?|custom resources?|registry|repository|logs?|context|blob|metadata|file ?system|directory|folder|keychain|vault)/;
const KEPT = /(?:stored|persisted|saved|written|recorded|cached|kept|held|maintained|serialized|replicated|lives?|resides?)/;
const KEEPS = /(?:stor(?:es?|ing)|persist(?:s|ing)?|sav(?:es?|ing)|writ(?:es?|ing)|record(?:s|ing)|cach(?:es|ing)|keep(?:s|ing)?|maintains?|holds?)/;
const DATA = /(?:data|state|records?|history|entries|rows|metadata|credentials?|tokens?|logs?|checkpoints?|snapshots?|backups?|keys?|files?)/;

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
    topic: /\b(?:stor(?:e[sd]?|age|ing)|persist\w*|databases?|tables?|columns?|retention|backups?|cache[sd]?|buckets?|secrets?|config ?maps?|ttl|in-memory)\b/i,
    statements: [
      words`\b${KEPT}\b[^.\n]{0,30}\b(?:in|on|to|as|into|under|at|inside|within|by|using)\b[^.\n]{0,40}\b(?:${DATABASE}|${PLACE})\b`,
      words`\b${KEEPS} (?!access|permissions?\b|operations?\b|requests?\b)[^.\n]{0,40}\b(?:in|on|to|as|into|under|inside|within|from|using)\b[^.\n]{0,30}\b(?:${DATABASE}|${PLACE})\b`,
      words`\b(?:stored|persisted|saved|written|recorded|cached|serialized) (?:\w+ ){0,2}(?:in|on|under|at|as|to|into|inside) (?:\w+ ){0,3}(?:\x60[^\x60\n]+\x60|JSON|protobuf|parquet|binary|YAML)`,
      /\b(?:new|add(?:s|ed|ing)?|drop(?:s|ped)?|rename[sd]?|alter(?:s|ed)?|separate|four|three)\b(?! or )[^.\n]{0,30}\b(?<!routing )(?:columns?|tables?|column famil(?:y|ies)|index(?:es)? on|collections?)\b/i,
      words`\b(?:retention|ttl|retained|kept|expires?|deleted|purged|pruned|removed|archived)\b[^.\n]{0,40}\b${DURATION}`,
      /\b(?:(?:is|are|be|gets?) backed up|backups? (?:is|are|of the|every|daily|nightly|must|will|and restore tool))\b/i,
      /\b(?:in[- ]memory (?:cache|state|stor(?:e|age)|map|buffer|queue|index|database|tables?|only|copy|structure|data)|stateless|not persisted|no (?:local )?(?:persistence|database\b(?! changes?))|never (?:stored|persisted|written)|(?:does not|doesn't|do not) (?:store|persist|require (?:a )?(?:datastore|database)))\b/i,
      /\b(?:stores?|storing|persists?|persisting|holds?|maintains?) (?!any )(?:all |only |the |a |an |its |their )?(?:\w+ ){0,3}(?:data|state|metadata|information|tokens?|records?|credentials?|history|keys?|map|offsets?|certificates?|references?|status)\b/i,
      words`\b${DATA}\b[^.\n]{0,30}\b(?:is|are|be|gets?|been) (?:\w+ )?(?:deleted|purged|retained|preserved|garbage[- ]collected|archived|migrated|backfilled|truncated|pruned|overwritten|replicated|cleaned up)\b`,
      words`\b(?:preserv\w+|retain\w*|keeps?) (?:the |all |its |their |any |existing )*(?:\w+ ){0,2}(?:data|state|history|records?|metadata|entries)\b`,
      /\b(?:migrat\w+|backfill\w*|convert\w*|move[sd]?|copied|copies)\b[^.\n]{0,30}\b(?:existing|old|stored|all|historical) (?:\w+ ){0,2}(?:data|records?|rows|entries|objects|resources|tables?)\b/i,
      /\b(?:single )?source of truth\b|\b(?:hard|soft)[- ]delet\w+\b|\bbuffer\b[^.\n]{0,30}\b(?:size|fifo|max)\b/i,
      /\b(?:database|db|table|bucket|index|volume|PVC|column family)s?\b[^.\n]{0,30}\b(?:created|used|added|introduced)\b[^.\n]{0,40}\b(?:to|for) (?:store|hold|keep|persist|storing|holding|keeping|persisting)\b/i,
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
      '## Carts\n\nCarts are serialized as JSON. The history is preserved when a customer changes the address.\n',
      '## Sessions\n\nThe gateway keeps open sessions in an in-memory cache; the cache of a stopped instance is lost.\n',
      '## Pins\n\nA separate database is created to keep the pinned versions.\n',
    ],
    partial: ['## Data model\n\nThe schema will be defined during implementation.\n'],
    missing: ['## Login\n\nThe user enters a name and a password and sees the start page.\n', '## Help\n\nThe clerk has write access to the price files and wants to back up the shop once a week.\n'],
    notApplicable: ['## Storage\n\nN/A — nothing is persisted, the filter lives in the page only.\n'],
  },
});
