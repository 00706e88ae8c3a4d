import assert from 'node:assert/strict';
import { plans } from '../../../../src/analyzer/facts/plan';
import { ratedRisks } from '../../../../src/analyzer/facts/risk-ratings';
import { trace } from '../../../../src/analyzer/facts/trace';
import { specOf } from './spec-of';

describe('ratings of risks', () => {
  const rated = (likelihood: string, impact: string) => ratedRisks(specOf(`# A\n\n## Risks\n\n| Risk | Likelihood | Impact |\n|---|---|---|\n| Seats are sold twice | ${likelihood} | ${impact} |\n`))[0]!.rated;

  it('are what a cell opens with', () => {
    assert.deepEqual(rated('Low', 'High'), { likelihood: 'low', impact: 'high' });
    assert.deepEqual(rated('🔴 Very likely', 'Critical: nobody boards'), { likelihood: 'high', impact: 'high' });
    assert.deepEqual(rated('M', 'medium (two piers)'), { likelihood: 'medium', impact: 'medium' });
  });

  it('are the higher one of two', () => assert.deepEqual(rated('low to medium', 'Medium-High'), { likelihood: 'medium', impact: 'high' }));

  it('are not guessed from a phrase, a number or the other scale', () => {
    assert.deepEqual(rated('Minor', 'Minor delays at the pier'), { likelihood: undefined, impact: undefined });
    assert.deepEqual(rated('3', 'Possible'), { likelihood: undefined, impact: undefined });
    assert.deepEqual(rated('', 'Lower than before'), { likelihood: undefined, impact: undefined });
  });

  it('are read from items, too', () => {
    const [risk] = ratedRisks(specOf('# A\n\n## Risks\n\n- Seats are sold twice (likelihood: high, impact: low). Mitigation: a lock for each sailing.\n'));
    assert.deepEqual([risk!.name, risk!.rated, risk!.mitigation, risk!.owner], ['Seats are sold twice', { likelihood: 'high', impact: 'low' }, 'a lock for each sailing.', undefined]);
  });

  it('name a risk by its words, behind its number', () => {
    const [risk] = ratedRisks(specOf('# A\n\n## Risks\n\n| ID | Risk | Owner |\n|---|---|---|\n| R-1 | Seats are sold twice | |\n'));
    assert.deepEqual([risk!.name, risk!.owner, risk!.likelihood], ['R-1 Seats are sold twice', '', undefined]);
  });
});

describe('the dated steps of a plan', () => {
  const steps = (list: string) => plans(specOf(`# A\n\n## Plan\n\n${list}\n`)).flatMap((plan) => plan.steps).map(({ name, when, days }) => [name, when, days && `${days.from} ${days.to}`]);

  it('are read from items, rows and sections', () => {
    assert.deepEqual(steps('- 2026-03-02: survey\n- Hull (March 2026)\n- Trials'), [['survey', '2026-03-02', '2026-03-02 2026-03-02'], ['Hull', 'March 2026', '2026-03-01 2026-03-31'], ['Trials', '', undefined]]);
    assert.deepEqual(steps('| Phase | From | To | Done when |\n|---|---|---|---|\n| Hull | 2026-03-02 | 2026-04-10 | papers of 2020-01-01 are signed |\n| **Total** | | | |'), [['Hull', '2026-03-02 – 2026-04-10', '2026-03-02 2026-04-10']]);
    assert.deepEqual(steps('### Hull, Q2 2026\n\nSteel.\n\n### Trials\n\nSea.'), [['Hull', 'Q2 2026', '2026-04-01 2026-06-30'], ['Trials', '', undefined]]);
  });

  it('last from the first to the second date where they are a period', () => {
    assert.deepEqual(steps('- Hull: Aug to Nov 2026\n- Paint: 2026-12-01 until 2026-12-05\n- Trials on 2027-01-04, papers of 2026-01-01'), [
      ['Hull', 'Aug to Nov 2026', '2026-08-01 2026-11-30'], ['Paint', '2026-12-01 until 2026-12-05', '2026-12-01 2026-12-05'], ['Trials, papers of 2026-01-01', '2027-01-04', '2027-01-04 2027-01-04'],
    ]);
  });

  it('are none where no step has a date', () => assert.deepEqual(steps('- Survey\n- Hull'), []));
});

describe('the trace from requirements to criteria', () => {
  const cited = (text: string) => trace(specOf(text))?.criteria.map(({ id, cites }) => `${id}: ${cites.join(' ')}`);

  it('follows citations, ranges, headings, and requirements that name their criteria', () => {
    assert.deepEqual(cited('# A\n\n## Requirements\n\n- R1: joins\n- R2: leaves\n- R3: waits\n- R4: boards, see AC-5\n\n## Acceptance criteria\n\n- AC-1 (R1): taps\n- AC-2 (R1–R3): sees\n- AC-3: loads\n- AC-5: walks\n'),
      ['AC-1: R1', 'AC-2: R1 R2 R3', 'AC-3: ', 'AC-5: R4']);
    assert.deepEqual(cited('# A\n\n## FR-1 Joining\n\n- AC-1: taps twice\n\n## FR-2 Leaving\n\n- AC-2: walks away\n'), ['AC-1: FR-1', 'AC-2: FR-2']);
  });

  it('is none where most criteria cite nothing', () => {
    assert.equal(cited('# A\n\n## Requirements\n\n- FR-1: joins\n- FR-2: leaves\n\n## Acceptance criteria\n\n- AC-1: taps (FR-1)\n- AC-2: sees\n- AC-3: loads\n'), undefined);
    assert.equal(cited('# A\n\n## Requirements\n\n- The guest joins.\n\n## Acceptance criteria\n\n- It works.\n'), undefined);
  });
});
