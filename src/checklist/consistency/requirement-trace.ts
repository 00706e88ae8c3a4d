import { idUses, type IdUse } from '../../analyzer/facts/requirements';
import { defineRule, type RuleFinding } from '../../analyzer/rule';
import type { Spec } from '../../analyzer/spec';

/** So few ids are no list that something could be missing from. */
const LIST = 3;
const CRITERIA: ReadonlySet<string> = new Set(['AC', 'SC', 'TC']);

export default defineRule({
  id: 'consistency/requirement-trace',
  reports: 'An id defined twice, a citation of an id that is not defined, and, where criteria cite requirements, the requirement that none cites and the criterion that cites none.',
  why: 'Ids are there so that a test can say what it proves. One that points nowhere, or to two things, is noticed when somebody asks whether everything is done.',
  expected: 'correct the id, or add the requirement or the criterion that is missing',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'info' },
  *check({ spec }) {
    const uses = idUses(spec);
    if (uses.length < LIST) return;
    const found = [...definedTwice(spec, uses), ...undefinedIds(spec, uses), ...untraced(uses)];
    yield* found.sort((a, b) => a.at.start - b.at.start);
  },
  examples: {
    good: ['# Waitlist\n\n## Requirements\n\n- FR-1: A guest joins the queue.\n- FR-2: The first guest gets a mail.\n- FR-3: The purser sees the queue.\n\n## Acceptance criteria\n\n- AC-1: The mail arrives within a minute (FR-2).\n- AC-2: A guest joins with one tap (FR-1, FR-3).\n'],
    bad: [
      '# Waitlist\n\n## Requirements\n\n- FR-1: A guest joins the queue.\n- FR-2: The first guest gets a mail.\n- FR-3: The purser sees the queue.\n- «FR-2»: A guest leaves the queue.\n',
      '# Waitlist\n\n## Requirements\n\n- FR-1: A guest joins the queue.\n- FR-2: The first guest gets a mail.\n- «FR-3»: The purser sees the queue.\n\n## Acceptance criteria\n\n- AC-1: The mail arrives within a minute (FR-2).\n- AC-2: A guest joins with one tap (FR-1, «FR-9»).\n',
    ],
  },
});

/** In one section, or in two that list requirements: elsewhere a plan or a table of tests may open its rows with ids. */
function definedTwice(spec: Spec, uses: readonly IdUse[]): RuleFinding[] {
  const defined = uses.filter((use) => use.isDefinition && isList(spec, use.section));
  return defined.flatMap((use, i) => {
    const first = defined.slice(0, i).find((d) => d.id === use.id && d.text.trim() !== use.text.trim());
    if (!first) return [];
    return [{ at: use.at, message: `${use.written} is defined a second time with another text; give one of the two an id of its own.`, related: [{ at: first.at, message: 'Defined here first' }] }];
  });
}

const isList = (spec: Spec, section: number): boolean => /\b(?:requirements?|functional|criteria|stories|goals)\b/.test(spec.sections[section]?.heading?.key ?? '');

function undefinedIds(spec: Spec, uses: readonly IdUse[]): RuleFinding[] {
  const definitions = uses.filter((u) => u.isDefinition);
  const defined = new Set(definitions.map((u) => u.id)), ranged = new Set(uses.filter((u) => u.isRanged).map((u) => u.id));
  // A test plan or a list of tasks names ids that another document defines.
  const isDefinedHere = (prefix: string) => definitions.filter((d) => d.prefix === prefix && isList(spec, d.section)).length >= LIST;
  const missing = uses.filter((u) => !defined.has(u.id) && !ranged.has(u.id) && isDefinedHere(u.prefix));
  return missing.filter((u, i) => missing.findIndex((other) => other.id === u.id) === i)
    .map((u) => ({ at: u.at, message: `${u.written} is cited, and no such id is defined in this document; correct the id, or define it.` }));
}

/** Only where at least half of the requirements and of the criteria are traced: elsewhere nobody set out to do so. */
function untraced(uses: readonly IdUse[]): RuleFinding[] {
  const requirements = uses.filter((u) => u.isDefinition && !CRITERIA.has(u.prefix));
  const criteria = uses.filter((u) => u.isDefinition && CRITERIA.has(u.prefix));
  const citing = uses.filter((u) => u.within && CRITERIA.has(u.within.split(' ')[0]!) && !CRITERIA.has(u.prefix));
  const cited = new Set(citing.map((u) => u.id));
  const prefixes = new Set(citing.map((u) => u.prefix));
  const due = requirements.filter((u) => prefixes.has(u.prefix));
  const uncited = due.filter((u) => !cited.has(u.id)), traced = new Set(citing.map((u) => u.within));
  const blank = criteria.filter((u) => !traced.has(u.id));
  if (due.length < LIST || uncited.length * 2 > due.length || blank.length * 2 > criteria.length) return [];
  return [
    ...uncited.map((u) => ({ at: u.at, message: `No criterion cites ${u.written}, while most requirements here have one; add the criterion, or cite it where it is tested.` })),
    ...blank.map((u) => ({ at: u.at, message: `${u.written} cites no requirement, while most criteria here do; say which one it proves.` })),
  ];
}
