import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lowerCase, matches } from '../../../../src/analyzer/signals/any-case';
import { items } from '../../../../src/checklist';

const patterns = items.flatMap(({ evidence }) => [evidence.topic, ...evidence.statements]);
const KELVIN = '\u212a';
const ODD = ['İ', KELVIN, 'ſ', 'É', 'ß', 'Σ', 'Å', 'ǅ', '’', '_', '`', '[', '\n', ' ', '5'];

describe('a pattern in any case', () => {
  it('matches what the pattern itself does, for those of the checklist on their own words', () => {
    const words = [...new Set(patterns.flatMap((p) => p.source.match(/[a-z]{2,}/gi) ?? []))];
    const word = fc.constantFrom(...words).chain((w) => fc.constantFrom(w, w.toUpperCase(), w[0]!.toUpperCase() + w.slice(1), w.replaceAll('k', KELVIN).replaceAll('i', 'İ')));
    const text = fc.array(fc.oneof(word, word, fc.constantFrom(...ODD, '99 ms', 'the')), { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(text, (t) => patterns.every((p) => matches(p, t, lowerCase(t)) === p.test(t))), { numRuns: 50 });
  });

  it('matches what the pattern itself does, whatever the pattern', () => {
    const odd = [/[A-z]x/i, /[Y-b]/i, /[^A-Z]/i, /[^a-z\d]Q/i, /[--Z]/i, /\x41\x60/i, /\u0041b/i, /É+/i, /[à-ö]/i, /\p{Lu}/iu, /(?<Unit>ms)\k<Unit>/i, /(A)\1/i, /\W\S\D\B/i, /S$/i, /k/iu, /k/i, /I/i, /[\w-Z]/i, /[\]A-Z]/i, /Exact/, /[^\x00-\x7f]/i];
    const char = fc.constantFrom(...ODD, ...'aAbByYzZqQxXkKsSiIéÉmMuU-^@\\');
    fc.assert(fc.property(fc.array(char, { maxLength: 6 }).map((chars) => chars.join('')), (t) => {
      for (const p of odd) assert.equal(matches(p, t, lowerCase(t)), p.test(t), `${p} on ${JSON.stringify(t)}`);
    }), { numRuns: 3000 });
  });

  it('is tested on a text of the same length, in which only letters changed', () => {
    assert.equal(lowerCase(`İZMIR ${KELVIN} É ABC`), `İzmir ${KELVIN} É abc`);
    assert.equal(lowerCase('Roll BACK'), 'roll back');
  });
});
