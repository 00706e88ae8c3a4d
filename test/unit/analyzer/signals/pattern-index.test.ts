import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { literals, shipped } from '../../../../scripts/generate/literals';
import { literalsOf } from '../../../../src/analyzer/signals/known-literals';
import { createPatternIndex } from '../../../../src/analyzer/signals/pattern-index';
import { requiredLiterals } from '../../../../src/analyzer/signals/required-literals';
import { items } from '../../../../src/checklist';

const patterns = items.flatMap(({ evidence }) => [evidence.topic, ...evidence.statements]);

describe('required literals', () => {
  const required: readonly (readonly [RegExp, readonly (readonly string[])[]])[] = [
    [/rollback/, [['rollback']]],
    [/\bRoll(?:ed|ing)? ?back\b/i, [['\brolledback\b', '\brolled bac', '\brollingbac', '\brolling ba', '\brollback\b', '\broll back\b']]],
    [/\b(?:alpha|beta)\b[^.]{0,20}\bgate\b/, [['\balpha\b', '\bbeta\b'], ['\bgate\b']]],
    [/gates? (?:opened|\w+ shut)/, [['gate ', 'gates '], [' shut', 'opened']]],
    [/\b(?:HA|QA)\b/, [['\bha\b', '\bqa\b']]],
    [/\b(?:HA|QA)/, []],
    [/foo\b bar/, [['foo bar']]],
    [/\b ab/, [[' ab']]],
    [/(?:quota)+/, [['quota']]],
    [/(?:quota)?x/, []],
    [/(?:quota)*/, []],
    [/quota|\d+/, [['0', 'quota']]],
    [/\bq[1-4]\b/, []],
    [/\bp9\d\b/, [['0'], ['0']]],
    [/^\w+ ?`\w/, [['`']]],
    [/x?\d?/, []],
    [/a[bc]d/, [['abd', 'acd']]],
    [/[a-z]+/, []],
    [/(?=quota)\w+/, []],
    [/\/v1\/orders/, [['/v1/orders']]],
    [/Ébauche/i, [['bauche']]],
    [/kits/iu, [['kits']]],
    [/[👍👎]|≤ ?\d/u, [['\x7f']]],
  ];
  const sorted = (clauses: readonly (readonly string[])[]) => clauses.map((clause) => [...clause].sort());
  for (const [pattern, expected] of required) it(`of ${pattern}`, () => assert.deepEqual(sorted(requiredLiterals(pattern)), sorted(expected)));
});

describe('known literals', () => {
  it('are what is required of each pattern that ships', () => {
    for (const pattern of shipped) assert.deepEqual(literalsOf(pattern), requiredLiterals(pattern), pattern.source);
    assert.equal(readFileSync('src/analyzer/signals/known-literals.json', 'utf8'), literals(), 'run `npm run generate` and commit the result');
  });

  it('are not those of a pattern that is one letter different', () => {
    for (const { source } of shipped)
      for (const changed of [`${source}z`, `z${source}`, source.replace(/[a-z]{4}/, 'zebu')])
        assert.deepEqual(literalsOf(new RegExp(changed)), requiredLiterals(new RegExp(changed)), changed);
  });
});

describe('pattern index', () => {
  const index = createPatternIndex(patterns);
  const missed = (text: string) => {
    const candidates = new Set(index.candidates(text));
    return patterns.filter((pattern, i) => !candidates.has(i) && pattern.test(text));
  };

  it('rules out no pattern that matches, on the checklist’s own examples', () => {
    for (const { examples } of items)
      for (const text of [...examples.covered, ...examples.partial, ...examples.missing]) assert.deepEqual(missed(text), []);
  });

  it('rules out no pattern that matches, on words of the patterns in any order', () => {
    const words = [...new Set(patterns.flatMap((p) => p.source.match(/[a-z]{2,}/gi) ?? []))];
    const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom('99', '5 ms', '≤', '👎', '$10', '`x`', '.', '\n', 'the', 'İ', 'ſ', 'K', '_')), { maxLength: 30 }).chain((parts) => fc.constantFrom(' ', '', '-').map((between) => parts.join(between)));
    fc.assert(fc.property(text, (t) => missed(t).length === 0), { numRuns: 300 });
  });

  it('rules out most patterns on ordinary text', () => {
    const tried = index.candidates('The boat list shows every boat of the harbour with its berth.').length;
    assert.ok(tried < patterns.length / 4, `${tried} of ${patterns.length}`);
  });
});
