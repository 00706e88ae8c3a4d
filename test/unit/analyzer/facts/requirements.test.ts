import assert from 'node:assert/strict';
import { idUses } from '../../../../src/analyzer/facts/requirements';
import { at, specOf } from './spec-of';

function uses(text: string): string[] {
  const spec = specOf(text);
  return idUses(spec).map((use) => `${use.isDefinition ? 'def' : use.isRanged ? 'range' : 'use'} ${use.id} “${at(spec, use.at)}”${use.within ? ` in ${use.within}` : ''}`);
}

describe('ids of requirements', () => {
  it('are defined where they open an item, a row or a paragraph', () =>
    assert.deepEqual(uses('# T\n\n- **FR-001**: `a` works.\n\n| Id | What |\n|---|---|\n| NFR-2 | It is fast |\n\nREQ 3: It is safe.\n'), ['def FR 1 “FR-001”', 'def NFR 2 “NFR-2”', 'def REQ 3 “REQ 3”']));
  it('are cited elsewhere, and by the item that they stand in', () =>
    assert.deepEqual(uses('# T\n\nSee FR-1.\n\n- AC-1: Done (FR-2).\n'), ['use FR 1 “FR-1”', 'def AC 1 “AC-1”', 'use FR 2 “FR-2” in AC 1']));
  it('are cited by a range that covers them', () =>
    assert.deepEqual(uses('# T\n\nCovers FR-1 to FR-3.\n'), ['range FR 1 “FR-1 to FR-3”', 'range FR 2 “FR-1 to FR-3”', 'range FR 3 “FR-1 to FR-3”']));
  it('are not what merely looks like them', () => assert.deepEqual(uses('# T\n\nUS-013-AC2, AC-2%, SC 1.5 and `HTTP 200`.\n\n```\nFR-1\n```\n'), []));
});
