import assert from 'node:assert/strict';
import { complexity, TOO_COMPLEX } from '../../../src/analyzer/guard';
import { review, reviewer } from '../../../src/index';
import { HOSTILE, LONG } from './hostile';

/** HOSTILE_KB=1024 tries the shapes at another size than the 32 KB that a test run has time for. */
const SIZE = Number(process.env['HOSTILE_KB'] ?? 32) * 1024;
/** What is read takes longer the longer it is. */
const LENGTH = SIZE / 4;
const RULE = 'analysis/too-complex';
const around = (hostile: string) => `# T\n\n## Rollback\n\nTBD\n\n## Data\n\n${hostile}\n\n## Goals\n\nTBD\n`;

describe('guard', () => {
  describe('answers within a second, at the place, and reads the rest', () => {
    for (const [name, make] of Object.entries(HOSTILE)) {
      it(name, () => {
        const text = around(make(SIZE));
        const { findings, coverage } = review(text);
        const found = findings.filter((f) => f.rule === RULE);
        assert.equal(found.length, 1);
        const [{ at, message } = assert.fail()] = found;
        assert.match(message, /^Too complex to review: [\d,]+ \S.*; .*\.$/);
        const start = text.indexOf('## Data');
        assert.ok(at.start >= start && at.start < at.end && at.end <= text.indexOf('## Goals'), `${at.start}-${at.end}`);
        assert.equal(coverage.find((c) => c.item === 'infrastructure/rollback')?.state, 'partial');
      }).timeout(5_000);
    }
  });

  describe('lets through what is only long', () => {
    for (const [name, make] of Object.entries(LONG)) {
      it(name, () => {
        const { findings, coverage } = review(around(make(LENGTH)));
        assert.equal(findings.filter((f) => f.rule === RULE).length, 0);
        assert.equal(coverage.find((c) => c.item === 'infrastructure/rollback')?.state, 'partial');
      }).timeout(5_000);
    }
  });

  it('costs nothing for what people write', () => {
    const list = Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i % 5)}- [x] **item ${i}** with \`code\` and [a link](/x)\n`).join('');
    const table = `| a | b |\n|---|---|\n${'| `x` | **y** |\n'.repeat(90)}`;
    const fence = `\`\`\`\n${'[[[['.repeat(2_000)}\n\`\`\`\n`;
    assert.equal(complexity(`# h\n\n${list}\n${table}\n> quote\n\n${fence}`), undefined);
  });

  it('adds up what the sections cost, so that many of them are no way around it', () => {
    const section = `${'**a '.repeat(400)}\n\n`;
    const cost = complexity(section)?.cost ?? assert.fail();
    assert.ok(cost < TOO_COMPLEX);
    const fit = Math.floor(TOO_COMPLEX / cost);
    const text = (sections: number) => Array.from({ length: sections }, (_, i) => `# h${i}\n\n${section}`).join('');
    assert.equal(review(text(fit)).findings.filter((f) => f.rule === RULE).length, 0);
    assert.equal(review(text(fit + 2)).findings.filter((f) => f.rule === RULE).length, 2);
  }).timeout(20_000);

  it('lets go of a section as soon as it is simple again', () => {
    const incremental = reviewer();
    const simple = around('text'), hostile = around('> '.repeat(2_000));
    for (const text of [simple, hostile, `${hostile}more\n`, simple]) assert.deepEqual(incremental.review(text), review(text));
  });
});
