import assert from 'node:assert/strict';
import { detectProfile, detectStage } from '../../../src/analyzer/profile';
import { readSpec } from '../../../src/analyzer/learning';

describe('the kind of a document', () => {
  it('is told by its title, its headings and its place', () => {
    assert.equal(detectProfile(readSpec('# Harbour RFC 0700: Berths by phone\n\n## Summary\n\nText.\n')), 'rfc');
    assert.equal(detectProfile(readSpec('# Berths\n\n## Summary\n\nText.\n'), 'docs/rfcs/berths.md'), 'rfc');
    assert.equal(detectProfile(readSpec('# Berths\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n\n## Decision drivers\n\nText.\n')), 'adr');
    assert.equal(detectProfile(readSpec('# Berths\n\n## Problem statement\n\nText.\n\n## Key features\n\nText.\n\n## Success criteria\n\nText.\n'), 'docs/rfcs/berths.md'), 'rfc');
    assert.equal(detectProfile(readSpec('# Berths\n\nText.\n'), 'proposals/1802-berths.md'), 'rfc');
    assert.equal(detectProfile(readSpec('# Berths\n\nText.\n'), 'proposals/20220209-berths.md'), 'design');
    assert.equal(detectProfile(readSpec('# Berths\n\nText.\n')), 'design');
    assert.equal(detectProfile(readSpec('# MSC4711: Berths\n\nText.\n'), 'proposals/4711-berths.md'), 'rfc');
    for (const path of ['architecture-decision-records/harbour/berths.md', 'docs/design/PORT-ADR-Crane-0012-berths.md']) assert.equal(detectProfile(readSpec('# Berths\n\nText.\n'), path), 'adr');
  });
});

describe('the stage of a document', () => {
  const stages: Readonly<Record<string, string | undefined>> = {
    '# A\n\nStatus: draft\n': 'draft',
    '# A\n\n## Status\n\nStalled, nobody works on it.\n': 'done',
    '# A\n\n**Note:** this RFC is expired and has been followed by another.\n\n## Summary\n\nText.\n': 'done',
    '# A\n\n## Summary\n\nA document is archived after a year.\n': undefined,
    '# A\n\nStatus: deferred\n': 'done',
    '# A\n\n**Status:** Accepted | **Date:** 2025-02-25 | **Review:** 2026-02-25\n': 'accepted',
    '# A\n\n## Implementation history\n\n- 1.14: alpha\n- 1.18: GA\n': 'done',
    '# A\n\n## Implementation history\n\n- 1.14: alpha\n- 1.18: planned GA\n': undefined,
    '# A\n\nText.\n': undefined,
  };
  for (const [text, stage] of Object.entries(stages)) it(`of ${JSON.stringify(text)} is ${stage}`, () => assert.equal(detectStage(readSpec(text)), stage));

  it('is told by its folder where it does not say itself', () => {
    assert.equal(detectStage(readSpec('# A\n\nText.\n'), 'design/Implemented/a.md'), 'done');
    assert.equal(detectStage(readSpec('# A\n\nStatus: draft\n'), 'design/Implemented/a.md'), 'draft');
  });
});
