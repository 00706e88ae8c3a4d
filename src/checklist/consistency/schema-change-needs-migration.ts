import { remembered } from '../../analyzer/remembered';
import { defineRule } from '../../analyzer/rule';
import type { Span } from '../../analyzer/span';
import { sourceOffset, type Block, type Spec } from '../../analyzer/spec';

/** Statements that change what already holds data; a new table or message has none. */
const CHANGE = /\bALTER TABLE [\w."`]+|\bDROP (?:TABLE|COLUMN) [\w."`]+|\b(?:RENAME|MODIFY) COLUMN [\w."`]+/gi;
const SPOKEN = /\b(?:adds?|adding|drops?|dropping|removes?|removing|renames?|renaming|splits?|splitting|alters?|altering) (?:(?:a|an|the|two|three|new|old|nullable) ){0,3}(?:`[\w.]+` columns?\b|columns? `[\w.]+`|(?:[\w.]+ ){0,1}columns? (?:to|from|in|of|on) (?:the )?(?:`[\w.]+`|[\w.]+ (?:database )?table))/gi;
/** How what exists gets there, or back; wide, so that silence is the usual mistake. */
const MOVED = /\b(?:migrat\w+|back-?fill\w*|upgrad\w+|downgrad\w+|roll(?:ed|ing|s)?[- ]?back|revert\w*|backwards?[- ]compatib\w+|exist(?:ing|s)? (?:data|rows?|records?|objects?|tables?|entries|values?|databases?|deployments?|columns?)|convert\w*|default (?:value|null)|nullable|dual[- ]writ\w+|expand[- ](?:and[- ])?contract|old (?:rows?|data|records|schema|column)|flyway|liquibase|alembic|re-?index\w*|re-?creat\w+|re-?build\w*)\b/i;

export default defineRule({
  id: 'consistency/schema-change-needs-migration',
  reports: 'A change to a table that holds data, in a document that says neither how the data moves nor how the change is reverted.',
  why: 'The statement takes a second to write. On a full table it takes locks, hours and a plan, and it seldom has a way back.',
  expected: 'say how existing rows get their values, in which order code and schema change, and how it is undone',
  severity: { kep: 'off', rfc: 'info', design: 'warning', prd: 'info', adr: 'info' },
  *check({ spec }) {
    const [first, ...others] = changes(spec);
    if (!first || spec.sections.some((s) => MOVED.test(s.heading?.text ?? '') || s.blocks.some((b) => b.kind !== 'code' && MOVED.test(b.text)))) return;
    yield {
      at: first,
      message: `“${oneLine(spec.text.slice(first.start, first.end))}” changes what already holds data, and nothing says how existing rows get there or how it is undone; add both.`,
      related: others.slice(0, 5).map((at) => ({ at, message: 'Changed too' })),
    };
  },
  examples: {
    good: [
      '# Waitlist\n\n## Data\n\n```sql\nALTER TABLE bookings ADD COLUMN place int;\n```\n\nExisting rows keep null, which counts as booked; the column is dropped to go back.\n',
      '# Waitlist\n\n## Data\n\n```sql\nCREATE TABLE places (id int);\n```\n',
    ],
    bad: ['# Waitlist\n\n## Data\n\n```sql\n«ALTER TABLE bookings» ADD COLUMN place int;\n```\n\nThe purser sees the place.\n'],
  },
});

const inBlocks = remembered((blocks) => blocks.flatMap((block) => inBlock(block, block.kind === 'code' ? CHANGE : SPOKEN)));

const inBlock = (block: Block, pattern: RegExp): Span[] => (/column|alter|drop/i.test(block.text) ? [...block.text.matchAll(pattern)] : []).map((match) => {
  const start = sourceOffset(block, match.index);
  return { start, end: Math.max(start + 1, sourceOffset(block, match.index + match[0].length)) };
});

const changes = (spec: Spec): readonly Span[] => spec.sections.flatMap((section) =>
  (section.role !== 'body' ? [] : inBlocks(section.blocks).map((at) => ({ start: at.start + section.origin, end: at.end + section.origin }))));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
