import { riskLists, type RiskList } from '../../analyzer/facts/risks';
import { isPlaceholder } from '../../analyzer/placeholder';
import { defineRule } from '../../analyzer/rule';
import { shift } from '../../analyzer/span';
import type { Spec } from '../../analyzer/spec';
import { addColumn } from '../../analyzer/table-column';

/** A register of fewer risks is kept in mind by whoever wrote it. */
const REGISTER = 3;
/** A person or a team in any cell. */
const NAMED = /@\w|\b(?:owner|owned by|team|dri|lead|responsible)\b/i;

export default defineRule({
  id: 'consistency/risk-without-owner',
  reports: 'A table of risks without owners in a PRD or in a document that names owners elsewhere; one finding for each table.',
  why: 'A register is read by everybody and acted on by nobody, unless each line says whose it is.',
  expected: 'put the name of who watches it behind each risk',
  severity: { kep: 'off', rfc: 'off', design: 'info', prd: 'info', adr: 'off' },
  // A list of risks names an owner so rarely that the finding would stand in nearly every document; so does a table
  // in a design that one person writes and builds. Where other tables name people, the risks' table lacks them.
  *check({ spec, profile }) {
    if (profile !== 'prd' && !namesOwners(spec)) return;
    for (const list of riskLists(spec)) {
      const { section, risks } = list;
      const unowned = risks.filter(({ row }) => row && isUnowned(row.cell('owner')?.text));
      if (!risks[0]?.row?.table.table!.roles.some((role) => role === 'risk' || role === 'mitigation') || risks.length < REGISTER || unowned.length === 0) continue;
      const hasColumn = risks[0].row.cell('owner') !== undefined;
      if (!hasColumn && risks.some(({ text }) => NAMED.test(text))) continue;
      yield {
        at: hasColumn ? unowned[0]!.at : shift(section.heading!.span, section.origin),
        message: hasColumn
          ? `${unowned.length} of the ${risks.length} risks under “${section.heading!.text}” have no owner; put a name into the column.`
          : `None of the ${risks.length} risks under “${section.heading!.text}” has an owner; add a column with a name for each.`,
        related: (hasColumn ? unowned.slice(1, 6) : []).map(({ at }) => ({ at, message: 'Without an owner too' })),
        fixes: hasColumn ? [] : ownerColumn(spec, list),
      };
    }
  },
  examples: {
    good: [
      '# Waitlist\n\n## Risks\n\n| Risk | Mitigation | Owner |\n|---|---|---|\n| Seats are sold twice | A lock | Ana |\n| Mails arrive late | Batches | Kim |\n| Guests forget | A reminder | Ana |\n',
      '# Waitlist\n\n## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Seats are sold twice | A lock |\n| Mails arrive late | Batches |\n',
    ],
    bad: [
      '# PRD: Waitlist\n\n## «Risks»\n\n| Risk | Mitigation |\n|---|---|\n| Seats are sold twice | A lock |\n| Mails arrive late | Batches |\n| Guests forget | A reminder |\n',
      '# Waitlist\n\n## Risks\n\n| Risk | Mitigation | Owner |\n|---|---|---|\n| Seats are sold twice | A lock | Ana |\n| «Mails arrive late» | Batches | |\n| Guests forget | A reminder | Ana |\n',
    ],
  },
});

const isUnowned = (text: string | undefined): boolean => text === undefined || text === '' || isPlaceholder(text);

const namesOwners = ({ sections }: Spec): boolean => sections.some((s) => s.blocks.some((b) => b.table?.roles.includes('owner')));

function ownerColumn(spec: Spec, { section, risks }: RiskList) {
  const edits = addColumn(spec, section, risks[0]!.row!.table, 'Owner', 'TBD');
  return edits ? [{ title: 'Add a column for the owner of each risk', kind: 'fill-section' as const, safe: true, edits }] : [];
}
