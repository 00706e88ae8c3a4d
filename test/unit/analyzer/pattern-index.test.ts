import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPatternIndex } from '../../../src/analyzer/pattern-index';
import { requiredLiterals } from '../../../src/analyzer/required-literals';
import { items } from '../../../src/checklist';

const patterns = items.flatMap(({ evidence }) => [evidence.topic, ...evidence.statements]);

describe('required literals', () => {
  const required: readonly (readonly [RegExp, readonly string[] | undefined])[] = [
    [/rollback/, ['rollback']],
    [/\bRoll(?:ed|ing)? ?back\b/i, ['rolledback', 'rolled back', 'rollingback', 'rolling back', 'rollback', 'roll back']],
    [/\b(?:alpha|beta)\b[^.]{0,20}\bgate\b/, ['gate']],
    [/(?:quota)+/, ['quota']],
    [/(?:quota)?x/, undefined],
    [/(?:quota)*/, undefined],
    [/quota|\d+/, ['0', 'quota']],
    [/\bq[1-4]\b/, undefined],
    [/\bp9\d\b/, ['0']],
    [/^\w+ ?`\w/, ['`']],
    [/x?\d?/, undefined],
    [/a[bc]d/, ['abd', 'acd']],
    [/[a-z]+/, undefined],
    [/(?=quota)\w+/, undefined],
    [/\/v1\/orders/, ['/v1/orde']],
  ];
  for (const [pattern, expected] of required) it(`of ${pattern}`, () => assert.deepEqual(requiredLiterals(pattern) && [...requiredLiterals(pattern)!].sort(), expected && [...expected].sort()));
});

describe('pattern index', () => {
  const index = createPatternIndex(patterns);
  const missed = (text: string) => {
    const candidates = index.candidates(text);
    return patterns.filter((pattern, i) => !candidates[i] && pattern.test(text));
  };

  it('rules out no pattern that matches, on the checklist’s own examples', () => {
    for (const { examples } of items)
      for (const text of [...examples.covered, ...examples.partial, ...examples.missing]) assert.deepEqual(missed(text), []);
  });

  it('rules out no pattern that matches, on words of the patterns in any order', () => {
    const words = [...new Set(patterns.flatMap((p) => p.source.match(/[a-z]{2,}/gi) ?? []))];
    const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom('99', '5 ms', '$10', '`x`', '.', '\n', 'the', 'İ')), { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(text, (t) => missed(t).length === 0), { numRuns: 300 });
  });

  it('rules out most patterns on ordinary text', () => {
    const tried = index.candidates('The boat list shows every boat of the harbour with its berth.').reduce((sum, c) => sum + c, 0);
    assert.ok(tried < patterns.length / 4, `${tried} of ${patterns.length}`);
  });
});
