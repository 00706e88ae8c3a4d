import assert from 'node:assert/strict';
import { complexity, TOO_COMPLEX } from '../../../../src/analyzer/parse/guard';
import { review, reviewer } from '../../../../src';
import { HOSTILE, LONG } from './hostile';

/** HOSTILE_KB=1024 tries the shapes at another size than the 32 KB that a test run has time for. */
const SIZE = Number(process.env['HOSTILE_KB'] ?? 32) * 1024;
/** So much of anything is read as what it is. */
const LENGTH = 2 * 1024;
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

  describe('reads what is longer within a second, or says at the place that it is too long', () => {
    for (const [name, make] of Object.entries(LONG)) {
      it(name, () => {
        const text = around(make(SIZE));
        const { findings, coverage } = review(text);
        const found = findings.filter((f) => f.rule === RULE);
        assert.ok(found.length <= 1);
        for (const { at, message } of found) {
          assert.match(message, /^Too complex to review: [\d,]+ \S.*; .*\.$/);
          assert.ok(at.start >= text.indexOf('## Data') && at.start < at.end && at.end <= text.lastIndexOf('\n\n##'), `${at.start}-${at.end}`);
        }
        assert.equal(coverage.find((c) => c.item === 'infrastructure/rollback')?.state, 'partial');
      }).timeout(5_000);
    }
  });

  it('loses the section that takes long and no other, wherever it stands', () => {
    const hostile = `## Data\n\n${'a <b>\n\n'.repeat(20_000)}\n`;
    const others = Array.from({ length: 300 }, (_, i) => `## Note ${i}\n\nWe keep **${i}** of [them](/x).\n\n`);
    for (const at of [0, 150, 300]) {
      const text = `# T\n\n${others.slice(0, at).join('')}${hostile}${others.slice(at).join('')}`;
      const { findings } = review(text);
      const found = findings.filter((f) => f.rule === RULE);
      assert.deepEqual(found.map((f) => f.message.split(';')[1]), [' this section was read as plain text, so split it to have its answers found.']);
      assert.equal(text.slice(found[0]!.at.start, found[0]!.at.end), 'a <b>');
    }
  });

  it('costs next to nothing for what people write', () => {
    const list = Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i % 5)}- [x] **item ${i}** with \`code\` and [a link](/x)\n`).join('');
    const table = `| a | b |\n|---|---|\n${'| `x` | **y** |\n'.repeat(90)}`;
    const fence = `\`\`\`\n${'[[[['.repeat(2_000)}\n\`\`\`\n`;
    const cost = complexity(`# h\n\n${list}\n${table}\n> quote\n\n${fence}`)?.cost ?? assert.fail();
    assert.ok(cost < TOO_COMPLEX / 10, `${cost}`);
  });

  it('adds up what the sections cost, so that many of them are no way around it', () => {
    const section = `${'**a '.repeat(400)}\n\n`;
    const cost = complexity(`# h0\n\n${section}`)?.cost ?? assert.fail();
    assert.ok(cost < TOO_COMPLEX);
    const fit = Math.floor(TOO_COMPLEX / cost);
    const text = (sections: number) => Array.from({ length: sections }, (_, i) => `# h${i}\n\n${section}`).join('');
    const messages = (sections: number) => review(text(sections)).findings.filter((f) => f.rule === RULE).map((f) => f.message);
    assert.deepEqual(messages(fit), []);
    const [message = assert.fail(), ...others] = messages(fit + 2);
    assert.match(message, /^Too complex to review: 2 sections that follow each other, in the first 400 signs of markup in one paragraph; .*\.$/);
    assert.deepEqual(others, []);
  }).timeout(20_000);

  it('reads the same after an edit as anew, whatever comes to stand among what is too complex', () => {
    const incremental = reviewer();
    const sections = Array.from({ length: 9 }, (_, i) => `# h${i}\n\n${'**a '.repeat(400)}\n\n`);
    const versions = [
      sections, sections.with(7, '# h7\n\nTBD\n\n'), sections, sections.slice(0, 3), sections.with(6, `${sections[6]!}more\n\n`), sections.toReversed(),
      [...sections, '# Rollback\n\nTBD\n'], sections,
    ];
    for (const version of versions) assert.deepEqual(incremental.review(version.join('')), review(version.join('')));
  }).timeout(20_000);

  it('lets go of a section as soon as it is simple again', () => {
    const incremental = reviewer();
    const simple = around('text'), hostile = around('> '.repeat(2_000));
    for (const text of [simple, hostile, `${hostile}more\n`, simple]) assert.deepEqual(incremental.review(text), review(text));
  });
});
