import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { review } from '../../../src/index';

const LEVELS = { 'wording/*': 'info', 'consistency/*': 'info' } as const;

/** The lines that a rule reports, related places included, in a spec under test/fixtures/planted. */
function reported(rule: string, file: string): number[] {
  const text = readFileSync(`test/fixtures/planted/${file}.md`, 'utf8');
  return review(text, { path: `specs/${file}.md`, rules: LEVELS }).findings
    .filter((finding) => finding.rule === rule)
    .map(({ at }) => text.slice(0, at.start).split('\n').length);
}

/**
 * Declares the tests of the planted specs of some rules: in `<rule>.md` the defect is found in the given lines and
 * nowhere else; `<rule>.clean.md`, the same spec without the defect, is left alone.
 */
export function planted(lines: Readonly<Record<string, readonly number[]>>): void {
  for (const [rule, expected] of Object.entries(lines)) {
    const file = rule.replaceAll('/', '-');
    it(`${rule} finds the planted defect at its place`, () => assert.deepEqual(reported(rule, file), expected));
    it(`${rule} leaves the clean twin alone`, () => assert.deepEqual(reported(rule, `${file}.clean`), []));
  }
}
