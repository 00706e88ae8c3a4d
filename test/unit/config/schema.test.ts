import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parseDocument } from 'yaml';
import manifest from '../../../package.json';
import { knownRules } from '../../../src/checklist/rules';
import { parseConfig } from '../../../src/config/parse';
import { schema } from '../../../scripts/generate/schema';

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(schema()));

const GOOD = [
  '{}',
  'extends: ["./base.spec-review.yaml", "@acme/spec-checklist"]\nspecs: ["docs/rfcs/**/*.md", "!docs/rfcs/0000-template.md"]\nprofile: rfc\nstages: { draft: info, in-review: warning, accepted: error }',
  'rules: { api/limits: off, api/*: info, "*": error }\noverrides: [{ files: ["docs/prd/**"], profile: prd, rules: { acceptance/success-metrics: error } }]',
  'rules: { acme/data-residency: off }\nitems: [{ id: acme/data-residency, question: Where?, why: So., url: https://wiki.acme.example/x, severity: warning, due: { mentions: [personal data] }, evidence: { headings: [Data residency], phrases: ["stays? in the EU"], tableColumns: [region], minWords: 12 }, skeleton: "## Data residency", examples: { covered: [x], missing: [y] } }]',
];
const BAD = [
  'profil: rfc', 'profile: essay', 'specs: docs', 'specs: ["!"]', 'rules: { api/limits: loud }', 'rules: { Rollback: off }', 'stages: { draft: off }', 'overrides: [{ profile: prd }]',
  'items: [{ id: Acme, question: q, evidence: { headings: [x] } }]', 'items: [{ id: a/b, evidence: { headings: [x] } }]', 'items: [{ id: a/b, question: q, evidence: { minWords: 3 } }]',
  'items: [{ id: a/b, question: q, url: wiki, evidence: { headings: [x] } }]', 'items: [{ id: a/b, question: q, evidence: { headings: [x], minWords: 0 } }]', 'items: [{ id: a/b, question: q, due: {}, evidence: { headings: [x] } }]',
];

describe('the schema of a config', () => {
  const accepts = (yaml: string): boolean => validate(parseDocument(yaml).toJS()) === true;

  it('takes what the review takes, and refuses what it refuses', () => {
    for (const yaml of GOOD) assert.deepEqual([accepts(yaml), parseConfig(yaml, 'a.yaml', knownRules).problems], [true, []], yaml);
    for (const yaml of BAD) assert.deepEqual([accepts(yaml), parseConfig(yaml, 'a.yaml', knownRules).problems.length], [false, 1], yaml);
  });

  it('describes every key, and every rule', () => {
    const undescribed = (node: unknown, path: string): string[] => {
      if (typeof node !== 'object' || node === null) return [];
      const { properties = {}, ...rest } = node as { properties?: Record<string, { description?: string }> };
      const own = Object.entries(properties).flatMap(([key, value]) => (value.description || key.includes('*') || path.endsWith('stages') ? [] : [`${path}/${key}`]));
      return [...own, ...Object.entries({ ...rest, ...properties }).flatMap(([key, value]) => undescribed(value, `${path}/${key}`))];
    };
    assert.deepEqual(undescribed(JSON.parse(schema()), ''), []);
    assert.ok(JSON.stringify(JSON.parse(schema()).properties.rules).includes('"infrastructure/rollback"'));
  });

  it('is that of the setting of the rules as well', () => {
    const setting = manifest.contributes.configuration.flatMap(({ properties }) => ('specReview.rules' in properties ? [properties['specReview.rules']] : []))[0];
    const takes = new Ajv().compile({ properties: setting!.properties, additionalProperties: setting!.additionalProperties });
    assert.ok(takes({ 'api/limits': 'off', 'wording/*': 'info', 'consistency/latency-budget': ['error', { tolerance: 0.05 }], 'consistency/capacity': 'off' }));
    for (const wrong of [{ 'api/limits': 'loud' }, { 'api/limits': ['error', {}] }, { 'consistency/latency-budget': ['error', { slack: 1 }] }]) assert.ok(!takes(wrong), JSON.stringify(wrong));
  });

  it('stands where the editor is told to look for it, as it is generated', () => {
    for (const { url } of [...manifest.contributes.jsonValidation, ...manifest.contributes.yamlValidation]) {
      assert.ok(existsSync(url), url);
      assert.equal(readFileSync(url, 'utf8'), schema(), 'run `npm run generate` and commit the result');
    }
  });
});
