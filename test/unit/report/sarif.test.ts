import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { otherRules } from '../../../src/checklist/rules';
import { checklist } from '../../../src/index';
import { sarifReporter } from '../../../src/report/sarif';
import { failed, hostile, render } from './render';
import { sample } from './sample';

const require = createRequire(import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));

/** The schema of SARIF 2.1.0, as its authors publish it. */
function validator() {
  const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore', allErrors: true });
  ajv.addMetaSchema(read('ajv/lib/refs/json-schema-draft-04.json'));
  return ajv.compile(read('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
}

const log = (...outcomes: Parameters<typeof render>[1][number][]) => JSON.parse(render(sarifReporter({ items: checklist, rules: otherRules }), outcomes));

describe('SARIF report', () => {
  const validate = validator();

  it('is valid by the schema, whatever the documents hold', () => {
    for (const report of [log(), log(sample), log(failed), log(sample, hostile, failed)]) {
      assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
    }
    assert.equal(validate({ ...log(sample), version: '2.0.0' }), false);
  });

  it('places results by line and UTF-16 column, in files relative to where it ran', () => {
    const [run] = log(sample, { ...sample, path: 'my specs/ü#1.md' }, { ...sample, path: '/else/where.md' }).runs;
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const [first] = run.results;
    assert.deepEqual([first.ruleId, first.level, first.message.text], ['infrastructure/rollback', 'error', sample.findings[0]!.message]);
    assert.deepEqual(first.locations, [{ physicalLocation: {
      artifactLocation: { uri: 'specs/refunds.md', uriBaseId: 'SRCROOT' }, region: { startLine: 9, startColumn: 4, endLine: 9, endColumn: 12 },
    } }]);
    const artifacts = run.results.map((r: typeof first) => r.locations[0].physicalLocation.artifactLocation);
    assert.deepEqual(artifacts[4], { uri: 'my%20specs/%C3%BC%231.md', uriBaseId: 'SRCROOT' });
    assert.deepEqual(artifacts[8], { uri: 'file:///else/where.md' });
  });

  it('describes every rule that a result may name', () => {
    const [{ tool: { driver }, results }] = log(sample).runs;
    const rules = new Map<string, { help: { text: string; markdown: string }; helpUri: string; properties: { tags: string[] } }>(driver.rules.map((r: { id: string }) => [r.id, r]));
    assert.equal(rules.size, driver.rules.length);
    for (const { ruleId } of results) assert.ok(rules.has(ruleId), ruleId);
    for (const { id } of [...checklist, ...otherRules]) {
      const rule = rules.get(id) ?? assert.fail(id);
      assert.ok(rule.help.markdown.startsWith(`# ${id}\n`) && rule.help.text.length > 20 && rule.helpUri.endsWith(`${id}.md`), id);
      assert.deepEqual(rule.properties.tags, [id.split('/')[0]]);
    }
  });

  it('tells which files could not be read', () => {
    const [ok] = log(sample).runs[0].invocations;
    assert.deepEqual(ok, { executionSuccessful: true, toolExecutionNotifications: [] });
    const [bad] = log(failed).runs[0].invocations;
    assert.equal(bad.executionSuccessful, false);
    assert.equal(bad.toolExecutionNotifications[0].message.text, `${failed.path} is a broken link to "<nowhere>"`);
  });
});
