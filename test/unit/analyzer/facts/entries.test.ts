import assert from 'node:assert/strict';
import { entriesOf, isPlainList } from '../../../../src/analyzer/facts/entries';
import { at, specOf } from './spec-of';

function entries(text: string): string[] {
  const spec = specOf(text);
  return entriesOf(spec, spec.sections.find((s) => s.heading)!).map((entry) => `${entry.form} ${at(spec, entry.at)} = ${entry.text.replace(/\n/g, ' / ')}`);
}

describe('entries of a section', () => {
  it('are the rows of its tables, without pipes and padding', () =>
    assert.deepEqual(entries('# R\n\n| Risk | Owner |\n|:--|--|\n|   Ice on `a\\|b` | |\n| | Kim |\n'), ['row Ice on `a\\|b` = Ice on `a|b` | ', 'row Kim =  | Kim']));
  it('are the top items of its lists, each with what is nested in it', () =>
    assert.deepEqual(entries('# R\n\n- Ice\n  - salt\n  - sand\n- Fog\n  in spring\n'), ['item Ice = Ice / salt / sand', 'item Fog = Fog / in spring']));
  it('are else the sections directly below it', () =>
    assert.deepEqual(entries('# R\n\n## Ice\n\nSalt.\n\n### More\n\nSand.\n\n## Fog\n'), ['section Ice = Salt. / More / Sand.', 'section Fog = ']));
  it('are none in prose', () => assert.deepEqual(entries('# R\n\nIce and fog.\n'), []));
});

describe('a plain list', () => {
  const isPlain = (text: string) => isPlainList(specOf(text).sections.at(-1)!);
  it('may have one line that opens it', () => assert.ok(isPlain('# R\n\nThese:\n\n- Ice\n- Fog\n')));
  it('has no text behind it and none between', () => {
    assert.ok(!isPlain('# R\n\n- Ice\n\nBoth are rare.\n'));
    assert.ok(!isPlain('# R\n\nOne.\n\nTwo.\n\n- Ice\n'));
    assert.ok(!isPlain('# R\n\nIce.\n'));
  });
});
