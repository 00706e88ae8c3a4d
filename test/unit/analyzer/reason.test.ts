import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { review } from '../../../src/index';

const labelled = readdirSync('test/quality/specs').map((file) => {
  const text = readFileSync(join('test/quality/specs', file), 'utf8');
  return { file, text, coverage: review(text).coverage };
});
const read = (text: string, item: string) => review(text).coverage.find((c) => c.item === item)!;
const rollback = (body: string) => read(`# Move orders to a new table\n\n## Rollback\n\n${body}`, 'infrastructure/rollback');

describe('reasons', () => {
  const thin: readonly (readonly [string, string, string])[] = [
    ['a heading with nothing beneath', '', '“Rollback” (line 3) has nothing beneath it.'],
    ['a heading over headings', '### Steps\n\n### Data\n', '“Rollback” (line 3) has nothing beneath it but more headings.'],
    ['a placeholder', 'TBD\n', '“Rollback” (line 3) holds only the placeholder “TBD”.'],
    ['a bare answer', 'N/A\n', '“Rollback” (line 3) says only “N/A”, without a reason.'],
    ['a table without rows that say something', '| Step | Who |\n|---|---|\n| | |\n', '“Rollback” (line 3) holds only an empty table.'],
    ['advice of a template', '_Describe how the change is turned off._\n', '“Rollback” (line 3) holds only the template\'s advice to the author: “Describe how the change is turned off.”'],
    ['too few words', 'Possible if needed.\n', '“Rollback” (line 3) holds only “Possible if needed.”, which is too little to answer it.'],
    ['text that stands under another heading', '### Steps\n\nNone\n', '“Rollback” (line 3) has no text of its own, and beneath it stands only “None”.'],
  ];
  for (const [name, body, reason] of thin) it(`say what is thin: ${name}`, () => {
    const found = rollback(body);
    assert.equal(found.state, 'partial');
    assert.equal(found.reason, reason);
  });

  it('say where nothing speaks to the question', () => {
    assert.deepEqual(read('# Colours\n\nThe button is green.\n', 'infrastructure/rollback').reason, 'Nothing in the document speaks to it.');
  });

  it('show nothing of a fence that only uses the words', () => {
    assert.equal(read('# Colours\n\n```go\n// Paint gives the button the given colour, and may revert it.\n```\n', 'infrastructure/rollback').reason, 'Nothing in the document speaks to it.');
  });

  it('quote the statement rather than a section that says nothing', () => {
    const { state, reason } = read('# Move orders\n\n## Upgrade / downgrade strategy\n\nNo special consideration.\n\n## Design\n\nWhen `orders_v2` is switched off, orders that already exist stay readable.\n\nAfter a rollback, clients must fall back to `v1`, which still reads the old table.\n\nDropping the column is a one-way operation and cannot be rolled back.\n\nWhen the new table is disabled, existing rows are kept and the old ones are restored; a downgrade will ignore the field.\n', 'infrastructure/rollback');
    assert.equal(state, 'covered');
    assert.match(reason, /^Answered in “Design”/);
  });

  it('name the parts that are there and those that are not, and quote the statement', () => {
    const { state, reason } = rollback('We looked at many things. When `orders_v2` is switched off, orders that already exist stay readable, because both versions share one table.\n');
    assert.equal(state, 'covered');
    assert.equal(reason, 'Answered in “Rollback” (line 5), with the way back, but without the trigger and who decides: “When `orders_v2` is switched off, orders that already exist stay readable, because both…”');
  });

  it('name all parts without a but', () => {
    const { reason } = read('# Ship it\n\n## Observability\n\nThe worker exposes `orders_failed_total`, and an alert fires when it grows by more than 10 an hour.\n', 'infrastructure/observability');
    assert.match(reason, /, with a metric or log and an alert: “/);
  });

  it('lead to the first place that is shown', () => {
    for (const { file, text, coverage } of labelled) for (const { item, state, reason, evidence } of coverage) {
      const quoted = state === 'covered' ? /\(line (\d+)\)/.exec(reason) : null;
      if (!quoted) continue;
      const line = (offset: number) => text.slice(0, offset).split('\n').length;
      const [first] = evidence;
      assert.ok(line(first!.start) <= Number(quoted[1]) && Number(quoted[1]) <= line(first!.end), `${file} ${item}: ${reason} at line ${line(first!.start)}`);
    }
  });

  it('quote a sentence that the author wrapped as one', () => {
    const { reason } = rollback('When `orders_v2` is switched off,\norders that already exist\nstay readable.\n');
    assert.match(reason, /“When `orders_v2` is switched off, orders that already exist stay readable\.”$/);
  });
});
