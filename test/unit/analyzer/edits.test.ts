import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { parseDecisions } from '../../../src/analyzer/decisions';
import { fillSection, insertSection, recordDecision, type DecisionDraft } from '../../../src/analyzer/edits';
import { defineItem, type Area, type Item } from '../../../src/analyzer/item';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';
import type { Fix } from '../../../src/analyzer/review';
import type { Spec } from '../../../src/analyzer/spec';
import { checklist as shipped } from '../../../src/index';

const item = (id: `${Area}/${string}`, heading: string, after: string[]): Item => defineItem({
  id, question: 'How is it reverted?', why: '', expected: '', weight: 1,
  severity: { kep: 'error', rfc: 'error', design: 'error', prd: 'error', adr: 'error' },
  evidence: { headings: [heading.toLowerCase()], topic: /x/, statements: [] },
  skeleton: { heading, questions: ['Who reverts it?', 'How long does it take?'], after },
  examples: { covered: [], partial: [], missing: [] },
});
const rollback = item('infrastructure/rollback', 'Rollback plan', ['rollout', 'test plan']);
const checklist = [rollback, item('infrastructure/rollout', 'Rollout', []), item('infrastructure/risks', 'Risks', []), item('api/limits', 'Limits', [])];
const known = new Set<string>(checklist.map((i) => i.id));

const read = (text: string): Spec => buildSpec(text, createMarkdownParser().parse(text));
const lines = (...all: string[]) => `${all.join('\n')}\n`;

/** The text with the fix applied; fails unless removing what was inserted gives the author's text again. */
function apply(text: string, fix: Fix | undefined): string {
  assert.ok(fix);
  const [edit] = fix.edits;
  assert.ok(edit && fix.edits.length === 1 && edit.at.start === edit.at.end && edit.text !== '');
  const fixed = text.slice(0, edit.at.start) + edit.text + text.slice(edit.at.end);
  assert.equal(fixed.slice(0, edit.at.start) + fixed.slice(edit.at.start + edit.text.length), text);
  return fixed;
}
const insert = (text: string, what = rollback) => apply(text, insertSection(read(text), what, checklist));
const heading = (text: string, key: string) => read(text).sections.find((s) => s.heading?.key === key)!;
const QUESTIONS = ['- TODO: Who reverts it?', '- TODO: How long does it take?'];

describe('insertSection', () => {
  it('stands after the section the item names, with all that is below it', () => {
    assert.equal(
      insert(lines('# T', '', '## Rollout', '', 'Slowly.', '', '### Flags', '', 'One.', '', '## API', '', 'None.')),
      lines('# T', '', '## Rollout', '', 'Slowly.', '', '### Flags', '', 'One.', '', '## Rollback plan', '', ...QUESTIONS, '', '## API', '', 'None.'),
    );
  });

  it('else stands after the last section on the same area', () => {
    assert.match(insert(lines('# T', '', '## Risks', '', 'Many.', '', '## API', '', 'None.')), /Many\.\n\n## Rollback plan\n[^]*\n\n## API/);
  });

  it('else stands before what documents end with', () => {
    assert.match(insert(lines('# T', '', '## API', '', 'None.', '', '## Alternatives', '', 'A', '', '## Appendix A', '', 'B')), /None\.\n\n## Rollback plan\n[^]*\n\n## Alternatives/);
  });

  it('else stands at the end, whether or not the last line ends', () => {
    assert.equal(insert('# T\n\ntext'), `# T\n\ntext\n\n## Rollback plan\n\n${QUESTIONS.join('\n')}`);
    assert.equal(insert('# T\n\ntext\n\n\n'), `# T\n\ntext\n\n\n## Rollback plan\n\n${QUESTIONS.join('\n')}\n`);
  });

  it('starts an empty document, and follows front matter and a byte order mark', () => {
    const section = lines('## Rollback plan', '', ...QUESTIONS);
    assert.equal(insert(''), section);
    assert.equal(insert('\uFEFF'), `\uFEFF${section.trimEnd()}`);
    assert.equal(insert('---\ntitle: T\n---\n'), `---\ntitle: T\n---\n\n${section}`);
    assert.equal(insert('---\ntitle: T\n---'), `---\ntitle: T\n---\n\n${section.trimEnd()}`);
  });

  it('uses the level of its neighbours', () => {
    assert.match(insert(lines('# T', '## Design', '### Rollout', 'x', '## API', 'y')), /x\n\n### Rollback plan\n/);
    assert.match(insert(lines('# Rollout', 'x', '# API', 'y')), /x\n\n# Rollback plan\n/);
  });

  it('writes the number that follows and changes no other', () => {
    assert.match(insert(lines('# T', '', '## 1. Rollout', '', 'x', '', '## 2. API', '', 'y')), /y\n\n## 3\. Rollback plan\n/);
    assert.match(insert(lines('# T', '', '## 2 Design', '', '### 2.1 Rollout', '', 'x', '', '### 2.2 API', '', 'y', '', '## 3 End', '', 'z')), /y\n\n### 2\.3 Rollback plan\n[^]*\n\n## 3 End/);
    assert.match(insert(lines('## 08. Rollout', '', 'x', '', '## 09. API', '', 'y', '', '## References', '', 'z')), /y\n\n## 10\. Rollback plan\n[^]*\n\n## References/);
  });

  it('writes setext, closed and bold headings where the document does', () => {
    assert.match(insert(lines('T', '=', '', 'Rollout', '-------', '', 'x', '', 'API', '---', '', 'y')), /x\n\nRollback plan\n-------------\n\n- TODO/);
    assert.match(insert(lines('# T #', '', '## Rollout ##', '', 'x', '', '## API ##', '', 'y')), /\n## Rollback plan ##\n/);
    assert.match(insert(lines('**Rollout:**', '', 'x', '', '**Limits:**', '', 'y')), /x\n\n\*\*Rollback plan:\*\*\n\n- TODO[^]*\n\n\*\*Limits:\*\*/);
    assert.match(insert(lines('# T', '', '__Rollout__', '', 'x', '', '__Limits__', '', 'y')), /x\n\n__Rollback plan__\n\n/);
  });

  it('capitalises and decorates as its siblings do', () => {
    assert.match(insert(lines('## Detailed Design', 'x', '## Rollout', 'x', '## Test Coverage', 'x')), /## Rollback Plan\n/);
    assert.match(insert(lines('## DESIGN', 'x', '## ROLLOUT', 'x')), /## ROLLBACK PLAN\n/);
    assert.match(insert(lines('## 🎯 Goals', '', 'x', '', '## 🚀 Rollout', '', 'x', '', '## 🔒 Limits', '', 'x')), /## 🏗️ Rollback plan\n/u);
  });

  it('keeps the blank lines, bullets and line ends of the document', () => {
    assert.match(insert(lines('## Rollout', '* x', '## API', '* y')), /\* x\n\n## Rollback plan\n\* TODO: Who[^]*\n\n## API/);
    assert.match(insert(lines('## Rollout', '', 'x', '', '', '## API', '', 'y', '', '', '## More', '', 'z')), /x\n\n\n## Rollback plan\n[^]*take\?\n\n\n## API/);
    const windows = insert('# T\r\n\r\n## Rollout\r\n\r\nx\r\n\r\n## API\r\n');
    assert.match(windows, /x\r\n\r\n## Rollback plan\r\n\r\n- TODO[^]*\r\n\r\n## API\r\n$/);
    assert.doesNotMatch(windows, /[^\r]\n/);
  });

  it('takes no heading inside a list, quote or fence for a neighbour', () => {
    const text = lines('# T', '', '## API', '', '> ## Rollout', '> x', '', '- ## Rollout', '', '```md', '## Rollout', '```', '', 'y');
    assert.match(insert(text), /y\n\n## Rollback plan\n/);
  });

  it('stays before a fence or comment that is never closed', () => {
    assert.match(insert(lines('# T', '', 'x', '', '```sh', 'run')), /x\n\n## Rollback plan\n[^]*take\?\n\n```sh\nrun\n$/);
    assert.match(insert(lines('# T', '', 'x', '', '<!-- draft', 'y')), /x\n\n## Rollback plan\n[^]*take\?\n\n<!-- draft\ny\n$/);
  });
});

describe('fillSection', () => {
  const fill = (text: string, key = 'rollback plan') => apply(text, fillSection(read(text), heading(text, key), rollback));

  it('puts the questions under the heading and keeps what stands there', () => {
    assert.equal(fill(lines('# T', '', '## Rollback plan', '', '## API')), lines('# T', '', '## Rollback plan', '', ...QUESTIONS, '', '## API'));
    assert.equal(fill(lines('# T', '', '## Rollback plan', '', 'TBD', '', '## API')), lines('# T', '', '## Rollback plan', '', 'TBD', '', ...QUESTIONS, '', '## API'));
    assert.equal(fill('## Rollback plan'), `## Rollback plan\n\n${QUESTIONS.join('\n')}`);
    assert.match(fill(lines('**Rollback plan**', '', '**API**', '', 'x')), /^\*\*Rollback plan\*\*\n\n- TODO[^]*\n\n\*\*API\*\*/);
  });

  it('makes a list of its own beside another', () => {
    assert.match(fill(lines('## Rollback plan', '', '- TBD', '', '## API')), /- TBD\n\n\* TODO: Who/);
  });

  it('leaves headings in lists and quotes alone', () => {
    for (const text of ['> ## Rollback plan\n', '- **Rollback plan?**\n\n  x\n'])
      assert.equal(fillSection(read(text), read(text).sections.find((s) => s.heading)!, rollback), undefined);
  });
});

describe('recordDecision', () => {
  const draft: DecisionDraft = { verb: 'not-applicable', reason: 'docs only' };
  const record = (text: string, decision = draft, answer?: string) =>
    apply(text, recordDecision(read(text), rollback, decision, answer === undefined ? undefined : { start: text.indexOf(answer), end: text.indexOf(answer) + answer.length }));
  const COMMENT = '<!-- spec-review: not-applicable infrastructure/rollback -- docs only -->';

  it('stands under the heading where the answer would stand, else at the end', () => {
    assert.equal(record(lines('# T', '', '## Rollback plan', '', 'x')), lines('# T', '', '## Rollback plan', '', COMMENT, '', 'x'));
    assert.equal(record(lines('Rollback plan', '-------------', 'x')), lines('Rollback plan', '-------------', '', COMMENT, '', 'x'));
    assert.equal(record('# T\r\n\r\nx\r\n'), `# T\r\n\r\nx\r\n\r\n${COMMENT}\r\n`);
  });

  it('stands behind an earlier decision on the item, so that it wins', () => {
    const text = record(lines('## Rollback plan', '', 'x', '', '<!-- spec-review: accept infrastructure/rollback -- later -->'));
    assert.deepEqual(parseDecisions(read(text), known).decisions.map((d) => d.reason), ['docs only']);
  });

  it('writes date and owner, and lets nothing the author types end the comment', () => {
    const text = record('# T\n', { verb: 'accept', reason: 'see <b> --> or\n--!> there', until: '2027-01-31', owner: 'Ana Ruiz' });
    const [decision] = parseDecisions(read(text), known).decisions;
    assert.deepEqual({ until: decision?.until, owner: decision?.owner, reason: decision?.reason }, { until: '2027-01-31', owner: 'Ana Ruiz', reason: 'see <b> > or > there' });
    assert.equal(read(text).text.slice(decision!.span.end), '\n');
  });

  it('marks an answer before the whole block that holds it', () => {
    const marked = (text: string, answer: string) => record(text, { verb: 'answered', reason: 'below' }, answer).replace(/<!--.*-->/, 'MARK');
    assert.equal(marked(lines('# T', '', 'one', '', 'two', 'three'), 'three'), lines('# T', '', 'one', '', 'MARK', '', 'two', 'three'));
    assert.equal(marked(lines('# T', 'x', '- a', '  - b', '- c'), 'b'), lines('# T', 'x', '', 'MARK', '', '- a', '  - b', '- c'));
    assert.equal(marked(lines('| a |', '| - |', '| b |'), 'b'), lines('MARK', '', '| a |', '| - |', '| b |'));
    assert.equal(marked(lines('> a', '>', '> ```', '> b', '> ```'), 'b'), lines('MARK', '', '> a', '>', '> ```', '> b', '> ```'));
    assert.equal(marked(lines('x', '', '```', 'a', '', 'b', '```'), 'b'), lines('x', '', 'MARK', '', '```', 'a', '', 'b', '```'));
    assert.equal(marked(lines('---', 'a: b', '---', 'x'), 'b'), lines('---', 'a: b', '---', '', 'MARK', '', 'x'));
    assert.equal(marked(lines('# Answer', '', 'x'), 'Answer'), lines('# Answer', '', 'MARK', '', 'x'));
  });
});

describe('questions that a fix inserts', () => {
  const thin = lines('# Export', '', '## Summary', '', 'We add an export.', '', '## Design', '', 'It writes a file.');

  it('answer nothing, whatever the item', () => {
    for (const one of shipped) {
      const spec = read(apply(thin, insertSection(read(thin), one, shipped)));
      const section = spec.sections.find((s) => s.heading?.text === one.skeleton.heading);
      assert.ok(section && section.blocks.length === one.skeleton.questions.length, one.id);
      assert.deepEqual(section.blocks.map((b) => b.words), section.blocks.map(() => 0), one.id);
    }
  });
});

describe('every fix, on any document', function () {
  this.timeout(10_000);
  const fragment = fc.constantFrom(
    '# Title', '## Rollout', '## 2. Rollback plan', '### API', 'Limits\n------', '**Risks**', '**Rollback plan**', 'Some text', '', '', '  ', '- item', '  - nested', '1. one', '- **Can it be reverted?** Yes',
    '> quote', '> ## Rollout', '| a | b |\n| - | - |\n| c | d |', '```\n# no heading\n```', '```', '~~~', '<!-- comment -->', '<!--\n## no heading\n-->', '<!-- open', '    code', '***', '---\ntitle: x\n---', '[a]: b', '[^1]: note', '<details>', '</details>', '\t- tab',
  );
  const document = fc.tuple(fc.array(fragment, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
    .map(([parts, eol, ended]) => parts.join('\n').replaceAll('\n', eol) + (ended ? eol : ''));
  const headings = (spec: Spec) => spec.sections.flatMap((s) => (s.heading ? [`${s.heading.level} ${s.heading.text}`] : []));

  it('adds one section and no more', () => {
    fc.assert(fc.property(document, (text) => {
      const before = headings(read(text));
      const after = headings(read(insert(text)));
      assert.equal(after.length, before.length + 1, JSON.stringify(after));
    }), { numRuns: 60 });
  });

  it('adds one decision that is read back, at the end or at a selection', () => {
    fc.assert(fc.property(document, fc.nat(), (text, n) => {
      const answer = text === '' || n % 2 ? undefined : { start: n % text.length, end: n % text.length };
      const fixed = apply(text, recordDecision(read(text), rollback, { verb: 'answered', reason: 'the block below' }, answer));
      assert.deepEqual(parseDecisions(read(fixed), known).decisions.map((d) => d.reason), ['the block below']);
      assert.deepEqual(headings(read(fixed)), headings(read(text)));
    }), { numRuns: 60 });
  });

  it('fills a section without adding headings', () => {
    fc.assert(fc.property(document, (text) => {
      const spec = read(text);
      for (const section of spec.sections) {
        const fix = fillSection(spec, section, rollback);
        if (fix) assert.deepEqual(headings(read(apply(text, fix))), headings(spec));
      }
    }), { numRuns: 60 });
  });
});
