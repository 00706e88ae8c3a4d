import assert from 'node:assert/strict';
import { startInProcess, type TestClient } from './client';

const SPEC = 'file:///project/docs/design/gauges.md';
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const TEXT = `# Tide gauges design

Status: draft

## Requirements

- FR-1: A skipper sees the tide of each gauge.
- FR-2: The forecast has an availability of 99.9 % in each month.
- Test coverage is at least 99 %.

## Acceptance criteria

- AC-1: The tide of today is shown within a second (FR-1).

## Dependencies

- The card provider promises an availability of 99.95 %.

## Latency budget

| hop | p95 latency |
|---|---|
| gateway | 25 ms |
| index | 150 ms |
| Total | 300 ms |

## Capacity

Gauges send 200 messages per second. A message has 1 KB. Messages are kept for 30 days.

## Plan

| from | to | phase |
|---|---|---|
| ${day(-10)} | ${day(40)} | survey |
| ${day(41)} | ${day(90)} | trial in one harbour |

The harbour master is told on ${day(50)}.

## Architecture

The gauge server asks each gauge.

\`\`\`mermaid
flowchart LR
  skipper([Skipper *Ana*]) --> api[Tide API] --> server[Gauge server]
  server --> tides[(Tides)] & mirror[Mirror service]
\`\`\`
`;

describe('hover that computes', () => {
  let client: TestClient;
  before(async () => {
    client = await startInProcess();
    await client.open(SPEC, TEXT);
  });
  after(() => client.stop());
  const on = (words: string) => client.hover(SPEC, client.find(SPEC, words).start);

  it('tells the downtime of an availability, and what its dependencies leave', async () => {
    const text = await on('99.9 %') ?? '';
    assert.match(text, /\*\*99\.9 %\*\* may be down 86\.4 s a day, 43\.2 min a month of 30 days, 8\.76 hours a year\./);
    assert.match(text, /together available 99\.95 % of the time, 21\.6 min down a month: 99\.95 % \(\[line 17\]/);
    assert.equal(await on('99 %'), undefined, 'test coverage is no availability');
  });

  it('tells what the hops leave of a latency', async () => {
    const text = await on('300 ms') ?? '';
    assert.match(text, /The 2 stated hops take \*\*175 ms\*\* of 300 ms \(\[line 25\]\([^)]*\)\): 125 ms are left\.\n\n- gateway: 25 ms\n- index: 150 ms/);
  });

  it('tells what a rate comes to', async () => {
    const text = await on('200 messages per second') ?? '';
    assert.match(text, /17,280,000 a day/);
    assert.match(text, /At 1 KB each: 200 KiB a second, 16\.5 GiB a day/);
    assert.match(text, /Kept for 30 days: 494 GiB of storage\./);
  });

  it('tells how far a date is and into which phase it falls', async () => {
    const text = await on(`${day(50)}.`) ?? '';
    assert.match(text, /is (?:7 weeks \((?:49|50|51) days\)) from today/);
    assert.match(text, /In the plan it falls into “trial in one harbour” \(\[line \d+\]/);
  });

  it('tells what an id stands for and who cites it', async () => {
    const cited = await on('FR-1)') ?? '';
    assert.match(cited, /\*\*FR\\-1\*\* A skipper sees the tide of each gauge\\?\. \(\[line 7\]/);
    assert.match(cited, /Cited by\n\n- \*\*AC\\-1\*\* The tide of today/);
    assert.match(await on('FR-2') ?? '', /No criterion and no test cites it\./);
  });

  it('tells what a box of a diagram has to do with the others, and where the text names it', async () => {
    const text = await client.hover(SPEC, client.find(SPEC, 'Gauge server]').start) ?? '';
    assert.match(text, /\*\*Gauge server\*\*\n\nFrom: Tide API\n\nTo: Tides, Mirror service\n\nAll that connects Tide API and Tides in this diagram\.\n\nThe text names it first in \[line 42\]/);
    assert.match(await client.hover(SPEC, client.find(SPEC, 'Tide API').start) ?? '', /From: Skipper \\\*Ana\n\nTo: Gauge server[^]*The text does not name it so\./);
    assert.equal(await client.hover(SPEC, client.find(SPEC, 'flowchart LR').start), undefined);
  });
});
