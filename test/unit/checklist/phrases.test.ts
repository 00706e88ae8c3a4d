import assert from 'node:assert/strict';
import { review } from '../../../src/index';

const found = (rule: string, text: string) => review(text, { rules: { [rule]: 'info' } }).findings.filter((f) => f.rule === rule);

describe('rules on wording', () => {
  it('read a section for what its heading, or one above it, makes of it', () => {
    const line = '- The panel must be intuitive.\n';
    for (const [headings, count] of [
      ['## Requirements', 1], ['## Functional Requirements\n\n### Panel', 1], ['## 3. Acceptance Criteria', 1], ['**Acceptance criteria:**', 1], ['## Goals', 1],
      ['## Requirements\n\n### Rationale', 0], ['## Non-Goals', 0], ['## Alternatives\n\n### Requirements', 0], ['## Design', 0], ['## Hardware requirements', 0],
    ] as const)
      assert.equal(found('wording/vague-requirement', `# Panel\n\n${headings}\n\n${line}`).length, count, headings);
  });

  it('leave quotes, code, questions and headers of tables alone', () => {
    for (const text of ['The `intuitive` theme must load.', 'It must not say “intuitive”.', 'Must it be intuitive?', '| intuitive | must |\n|---|---|\n| yes | no |'])
      assert.deepEqual(found('wording/vague-requirement', `# Panel\n\n## Requirements\n\n${text}\n`), [], text);
  });

  it('read a sentence to its end over wrapped lines, and underline what stands on two', () => {
    const text = '# Panel\n\n## Requirements\n\n- The panel must load\n  quickly: within 2\n  seconds.\n- The list must be user\n  friendly.\n- The chart must load\n  quickly.\n';
    assert.deepEqual(found('wording/unquantified-target', text).map((f) => text.slice(f.at.start, f.at.end)), ['must load\n  quickly']);
    assert.deepEqual(found('wording/vague-requirement', text).map((f) => text.slice(f.at.start, f.at.end)), ['user\n  friendly']);
  });

  it('take ids and numbering for no figures', () => {
    for (const start of ['FR-2:', 'US-013-AC14:', 'v2', '2.1)']) assert.equal(found('wording/vague-requirement', `# Panel\n\n## Requirements\n\n- ${start} The panel must be intuitive.\n`).length, 1, start);
    assert.deepEqual(found('wording/vague-requirement', '# Panel\n\n## Requirements\n\n- 4 taps make it intuitive.\n'), []);
  });

  it('offer a place for what is lacking, right behind the words, which is reported until it is filled', () => {
    const text = '# Panel\n\n## Requirements\n\n- Response time must stay below **200 ms**.\n';
    const [finding] = found('wording/missing-percentile', text);
    const [{ at, text: inserted }] = finding!.fixes[0]!.edits as [{ at: { start: number; end: number }; text: string }];
    assert.equal(at.start, at.end);
    const after = text.slice(0, at.start) + inserted + text.slice(at.start);
    assert.equal(after, '# Panel\n\n## Requirements\n\n- Response time must stay below **200 ms (percentile: TBD)**.\n');
    assert.equal(found('wording/missing-percentile', after).length, 0);
    assert.equal(found('wording/placeholder', after).length, 1);
  });
});
