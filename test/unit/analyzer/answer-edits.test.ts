import assert from 'node:assert/strict';
import { answerQuestion } from '../../../src/analyzer/answer-edits';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { inTurn } from '../../../src/analyzer/in-turn';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';
import { askOpenQuestion } from '../../../src/analyzer/open-question-edits';
import type { Edit } from '../../../src/analyzer/review';
import type { Spec } from '../../../src/analyzer/spec';
import { checklist, itemById } from '../../../src/index';

const read = (text: string): Spec => buildSpec(text, createMarkdownParser().parse(text));
const lines = (...all: string[]) => `${all.join('\n')}\n`;
const item = (id: string) => itemById(id)!;
const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits].sort((a, b) => b.at.start - a.at.start).reduce((now, { at, text: added }) => now.slice(0, at.start) + added + now.slice(at.end), text);
const answer = (text: string, words: string, id = 'infrastructure/rollback') => apply(text, answerQuestion(read(text), item(id), words, checklist));
const ask = (text: string, owner?: string) =>
  apply(text, askOpenQuestion(read(text), { question: 'Who pays?', ...(owner ? { owner } : {}) }, item('delivery/open-questions'), checklist));

describe('answerQuestion', () => {
  it('writes the answer under the heading that waits for it, and leaves what stands there', () => {
    assert.equal(answer(lines('# T', '', '## Rollback', '', '## API', '', 'None.'), 'Ana reverts it.'), lines('# T', '', '## Rollback', '', 'Ana reverts it.', '', '## API', '', 'None.'));
    assert.match(answer(lines('# T', '', '## Rollback', '', 'TBD', '', '## API'), 'Ana reverts it.'), /TBD\n\nAna reverts it\.\n\n## API/);
  });

  it('else writes a section of the same look', () => {
    assert.match(answer(lines('# T', '', '## 1. Rollout', '', 'x', '', '## 2. API', '', 'y'), 'Ana reverts it.'), /y\n\n## 3\. Rollback\n\nAna reverts it\.\n$/);
  });

  it('opens nothing that would swallow the rest of the document', () => {
    const text = lines('# T', '', '## Rollback', '', '## API', '', 'None.');
    for (const words of ['# Ana', '``` ana', '~~~', 'Ana <!-- never closed', 'one\n\n## two'])
      assert.deepEqual(read(answer(text, words)).sections.flatMap((s) => s.heading?.text ?? []), ['T', 'Rollback', 'API'], words);
  });
});

describe('askOpenQuestion', () => {
  it('adds to a list as the list is written', () => {
    assert.equal(ask(lines('# T', '', '## Open questions', '', '* One?', '* Two?', '  * why', '', '## End')), lines('# T', '', '## Open questions', '', '* One?', '* Two?', '  * why', '* Who pays? (owner: TBD, by: TBD)', '', '## End'));
    assert.match(ask(lines('# T', '', '## Open questions', '', '- [ ] One?')), /One\?\n- \[ \] Who pays\?/);
    assert.match(ask(lines('# T', '', '## Open questions', '', '1. One?', '', '2. Two?')), /Two\?\n\n3\. Who pays\?/);
    assert.match(ask(lines('# T', '', '## Open questions', '', '1. One?', '1. Two?')), /Two\?\n1\. Who pays\?/);
  });

  it('adds a row to a table, each cell in its column', () => {
    const table = ['| ID | Question | Owner | Due | Status | Notes |', '|---|---|---|---|---|---|', '| Q09 | One? | Ana | 2027-01-01 | Open | |'];
    assert.equal(ask(lines('# T', '', '## Open questions', '', ...table, '', 'More.'), 'Kim | Lee'), lines('# T', '', '## Open questions', '', ...table, '| Q10 | Who pays? | Kim \\| Lee | TBD | Open |  |', '', 'More.'));
  });

  it('makes the list, and the section, where there is none', () => {
    assert.match(ask(lines('# T', '', '## Open questions', '', 'None yet.', '', '## End', '', 'x'), 'Kim'), /None yet\.\n\n- Who pays\? \(owner: Kim, by: TBD\)\n\n## End/);
    assert.match(ask(lines('# T', '', '## Design', '', 'x')), /x\n\n## Open questions\n\n- Who pays\? \(owner: TBD, by: TBD\)\n$/);
  });

  it('does not write into a quote', () => {
    assert.match(ask(lines('# T', '', '## Open questions', '', '> - One?', '', '## End')), /> - One\?\n\n\* Who pays\?/);
  });

  it('keeps Windows line ends', () => {
    assert.match(ask('# T\r\n\r\n## Open questions\r\n\r\n- One?\r\n'), /One\?\r\n- Who pays\?[^\r\n]*\r\n$/);
  });
});

describe('inTurn', () => {
  it('gives the text that the steps give one after the other', () => {
    const text = lines('# T', '', '## Rollback', '', '## Design', '', 'x');
    const home = item('delivery/open-questions');
    const steps = [
      (spec: Spec) => answerQuestion(spec, item('infrastructure/observability'), 'A dashboard.', checklist),
      (spec: Spec) => askOpenQuestion(spec, { question: 'One?' }, home, checklist),
      (spec: Spec) => answerQuestion(spec, item('infrastructure/rollback'), 'Ana reverts it.', checklist),
      (spec: Spec) => askOpenQuestion(spec, { question: 'Two?' }, home, checklist),
    ];
    const oneByOne = steps.reduce((now, step) => apply(now, step(read(now))), text);
    const edits = inTurn(read(text), steps);
    assert.equal(apply(text, edits), oneByOne);
    assert.match(oneByOne, /- One\? .*\n- Two\? /);
    assert.equal(new Set(edits.map((e) => e.at.start)).size, edits.length);
  });
});
