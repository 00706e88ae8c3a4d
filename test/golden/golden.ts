import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

/** Compares `actual` with the file `test/golden/<name>`; `UPDATE_GOLDEN=1` writes it instead, to be read in the diff. */
export function golden(name: string, actual: string): void {
  const path = `test/golden/${name}`;
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'), `${path} differs; if it should, run again with UPDATE_GOLDEN=1`);
}
