import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parseDocument } from 'yaml';
import type { RuleSetting } from '../../../src/analyzer/review';
import { figuresOf } from '../../../src/analyzer/severity';
import { effective } from '../../../src/config/effective';
import { origins } from '../../../src/config/origins';
import { ruleSetting } from '../../../src/config/rule-setting';
import { parseTree } from '../../../src/config/tree';

const OPTIONS = { tolerance: { about: 'How far off.', default: 0.05, min: 0, max: 1 }, days: { about: 'How late.', default: 7, min: 0, max: 365 } };
const shape = ruleSetting(OPTIONS);
const names = { rules: new Set<string>() };
const accepts = new Ajv().compile(shape.schema(names));

function read(yaml: string): { setting: RuleSetting | undefined; problems: string[] } {
  const problems: string[] = [];
  const report = (message: string, { start, end }: { start: number; end: number }) => void problems.push(`${yaml.slice(start, end)} <- ${message}`);
  const setting = shape.read(parseTree(yaml, 'a.yaml', report)!, '"a/b"', { ...names, report });
  assert.equal(accepts(parseDocument(yaml).toJS()), problems.length === 0, `the schema says of ${yaml} what the reader says`);
  return { setting, problems };
}

describe('the setting of a rule with options', () => {
  it('is a level, alone or with figures', () => {
    assert.deepEqual(read('error'), { setting: 'error', problems: [] });
    assert.deepEqual(read('[error, { tolerance: 0.1 }]'), { setting: ['error', { tolerance: 0.1 }], problems: [] });
    assert.deepEqual(read('[warning]'), { setting: ['warning', {}], problems: [] });
  });

  it('is told where it is wrong, and what is right is kept', () => {
    assert.deepEqual(read('[error, { tolerance: 0.1, day: 3 }]'), { setting: ['error', { tolerance: 0.1 }], problems: ['day <- unknown option "day"; did you mean "days"?'] });
    assert.deepEqual(read('[error, { zzzzz: 3 }]').problems, ['zzzzz <- unknown option "zzzzz"; "a/b" has tolerance and days']);
    assert.deepEqual(read('[error, { days: -1 }]'), { setting: ['error', {}], problems: ['-1 <- "days" must be a number from 0 to 365'] });
    assert.deepEqual(read('[error, { days: soon }]').problems, ['soon <- "days" must be a number from 0 to 365']);
    assert.deepEqual(read('[error, { constructor: 1 }]').problems, ['constructor <- unknown option "constructor"; "a/b" has tolerance and days']);
    assert.deepEqual(read('[error, 5]').problems, ['5 <- the options of "a/b" must be a map: [warning, { tolerance: 0.05, days: 7 }]']);
    assert.deepEqual(read('[loud, { days: 3 }]').problems, ['loud <- "a/b" must be off, info, warning or error, not "loud"']);
    assert.deepEqual(read('[]').problems, ['[] <- "a/b" must be a level, or a list of a level and a map of options: [warning, { tolerance: 0.05, days: 7 }]']);
    assert.equal(read('[error, {}, {}]').problems.length, 1);
  });

  it('fills in what is not set, and a later config keeps the figures of an earlier one', () => {
    const rule = { id: 'consistency/any', options: OPTIONS } as const;
    assert.deepEqual(figuresOf(rule, undefined), { tolerance: 0.05, days: 7 });
    const configs = [{ 'consistency/any': ['error', { tolerance: 0.2 }] }, { 'consistency/*': 'info', 'consistency/any': 'warning' }, { 'consistency/any': ['warning', { days: 1 }] }]
      .map((rules, i) => ({ config: { rules: rules as Record<string, RuleSetting> }, path: 'a.md', from: String(i) }));
    assert.deepEqual(figuresOf(rule, effective(configs.slice(0, 2)).options.rules), { tolerance: 0.2, days: 7 });
    const { rules } = effective(configs).options;
    assert.deepEqual(rules, { 'consistency/*': 'info', 'consistency/any': ['warning', { tolerance: 0.2, days: 1 }] });
    assert.deepEqual(figuresOf(rule, rules), { tolerance: 0.2, days: 1 });
    assert.deepEqual(origins(configs, undefined).rules.get('consistency/any'), { value: '[warning, { tolerance: 0.2, days: 1 }]', from: '2' });
  });
});
