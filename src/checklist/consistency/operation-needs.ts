import { appendTo } from '../../analyzer/edits';
import { lineAround } from '../../analyzer/insertion';
import { ownOperations, type Operation } from '../../analyzer/facts/operations';
import type { ItemId } from '../../analyzer/item';
import { CONFIDENT, type Fix } from '../../analyzer/review';
import { defineRule, type RuleContext } from '../../analyzer/rule';
import { operationTable } from '../operation-table';

/** What every operation owes its caller, as the end of "nothing says …" and as the head of a column. */
const OWED: Readonly<Record<string, readonly [string, string]>> = {
  'api/errors': ['which errors a caller sees', 'Errors'],
  'api/access-control': ['who may call it', 'Who may call'],
  'api/limits': ['how often and how much', 'Limits'],
  'api/compatibility': ['how it changes without breaking callers', 'Versions'],
};
/** A section that lists what it has, so that a statement in it is one of a list too. */
const LISTS = /\b(?:apis?|endpoints?|interfaces?|routes?|rpcs?|operations?)\b/;
/** What no caller can do without: where errors are told, the rest is mostly agreed elsewhere. */
const FIRST = 'api/errors';
/** Of what is owed, so much must be missing: less is for the questions themselves. */
const MOST = 2;
/** An operation that is spoken of as one that is there. */
const THERE = /\b(?:currently|existing|already|today|unchanged)\b/i;

export default defineRule({
  id: 'consistency/operation-needs',
  reports: 'Operations that are listed by name, in a document that says nothing of their errors, nor of at least one of access, limits and versions.',
  why: 'An endpoint with a path and a payload looks finished. What it answers when it refuses, and to whom, is what its callers have to build against.',
  expected: 'say for each operation which errors it returns, who may call it, what bounds it and how it changes',
  severity: { kep: 'off', rfc: 'info', design: 'info', prd: 'info', adr: 'off' },
  *check(context) {
    const lacking = lackingItems(context);
    if (lacking.length < MOST || !lacking.includes(FIRST)) return;
    const named = ownOperations(context, context.workspace).filter((operation) => isListed(context, operation));
    const [first, ...others] = named;
    if (!first) return;
    const subject = others.length === 0 ? `“${first.name}” is` : `“${first.name}” and ${others.length} more operations are`;
    yield {
      at: first.at,
      message: `${subject} listed, and nothing says ${list(lacking.map((id) => OWED[id]![0]))}; say it for each, in a table or under its heading.`,
      related: others.slice(0, 5).map(({ at, name }) => ({ at, message: `${name} too` })),
      items: lacking,
      fixes: tableFix(context, named, lacking),
    };
  },
  examples: {
    good: ['# Waitlist\n\n## API\n\n`POST /v1/waitlist` puts a guest on the list. It answers 409 when the ferry is full and 403 without the `guest` role; each guest may call it 5 times a minute.\n\n## Errors\n\n| Code | Meaning |\n|---|---|\n| 409 | The ferry is full |\n| 403 | Not a guest |\n\n## Limits\n\nEach guest may send 5 requests a minute; a body is at most 4 KiB.\n\n## Permissions\n\nOnly users with the `guest` role may call it; others get 403.\n'],
    bad: ['# Waitlist\n\n## API\n\n`«POST /v1/waitlist»` takes a guest and a sailing.\n'],
  },
});

/** Only what the document surely leaves open: a question that was decided or is in doubt is not asked again. */
const lackingItems = ({ coverage }: RuleContext): readonly ItemId[] =>
  coverage.filter((c) => c.item in OWED && c.state === 'missing' && c.confidence >= CONFIDENT).map((c) => c.item);

/** A statement may name what others call, or what is there already; a heading, a row and a contract define. */
const isListed = ({ spec: { sections, text } }: RuleContext, { from, kind, section, at }: Operation): boolean =>
  kind !== 'field' && (from !== 'text' || (kind === 'endpoint' && LISTS.test(sections[section]!.heading?.key ?? '') && !THERE.test(lineAround(text, at))));

/** A table with a row for exactly these operations, behind what stands with the first. */
function tableFix({ spec }: RuleContext, operations: readonly Operation[], lacking: readonly ItemId[]): readonly Fix[] {
  const section = spec.sections.findLast((s) => s.span.start <= operations[0]!.at.start)!;
  const edit = appendTo(spec, section, () => operationTable(operations, lacking.map((id) => OWED[id]![1])));
  return edit ? [{ title: 'Insert a table for what callers of these operations need to know', kind: 'fill-section', edits: [edit] }] : [];
}

const list = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`);
