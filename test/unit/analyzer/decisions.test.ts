import assert from 'node:assert/strict';
import { buildSpec } from '../../../src/analyzer/build-spec';
import { parseDecisions } from '../../../src/analyzer/decisions';
import { createMarkdownParser } from '../../../src/analyzer/parse/markdown';

const RULES = new Set(['infrastructure/rollback', 'infrastructure/rollout', 'api/limits']);

function read(text: string) {
  const { decisions, problems } = parseDecisions(buildSpec(text, createMarkdownParser().parse(text)), RULES);
  return { decisions, problems: problems.map((p) => ({ at: text.slice(p.at.start, p.at.end), message: p.message })) };
}

/** What one comment that decides nothing is told, and at which words. */
function problem(comment: string) {
  const { decisions, problems } = read(`# T\n\n${comment}\n`);
  assert.deepEqual(decisions, []);
  assert.equal(problems.length, 1);
  return problems[0]!;
}

describe('decisions', () => {
  it('reads the verb, the item and the reason', () => {
    const comment = '<!-- spec-review: not-applicable infrastructure/rollback -- docs-only change -->';
    const text = `# T\n\n${comment}\n`;
    assert.deepEqual(read(text), {
      decisions: [{ verb: 'not-applicable', item: 'infrastructure/rollback', reason: 'docs-only change', span: { start: 5, end: 5 + comment.length } }],
      problems: [],
    });
  });

  it('reads date and owner of an acceptance, in either order and over several lines', () => {
    const { decisions } = read('<!-- spec-review: accept api/limits\n  --owner "Ana Ruiz" --until 2027-02-28\n  -- the gateway\n  limits for us -->\n');
    const { span, ...decision } = decisions[0]!;
    assert.deepEqual(decision, { verb: 'accept', item: 'api/limits', reason: 'the gateway limits for us', until: '2027-02-28', owner: 'Ana Ruiz' });
    assert.equal(span.start, 0);
  });

  it('takes a dash for the two hyphens, because editors replace them', () => {
    assert.equal(read('<!-- spec-review: answered api/limits — see the table -->').decisions[0]?.reason, 'see the table');
  });

  it('leaves other comments and text in fences alone', () => {
    const text = '<!-- spec-review is a tool -->\n\n```md\n<!-- spec-review: accept api/limits -->\n```\n\n`<!-- spec-review: nonsense -->`\n';
    assert.deepEqual(read(text), { decisions: [], problems: [] });
  });

  it('lets the last decision on an item win and reports those before', () => {
    const { decisions, problems } = read('<!-- spec-review: accept api/limits -- one -->\n\ntext\n\n<!-- spec-review: answered api/limits -- two -->\n');
    assert.deepEqual(decisions.map((d) => d.reason), ['two']);
    assert.deepEqual(problems, [{ at: '<!-- spec-review: accept api/limits -- one -->', message: 'A later decision on api/limits replaces this one; remove this comment.' }]);
  });

  it('asks for a reason', () => {
    assert.match(problem('<!-- spec-review: accept api/limits -->').message, /gives no reason; add one after " -- "/);
    assert.match(problem('<!-- spec-review: accept api/limits -- -->').message, /gives no reason/);
    for (const reason of ['why?', 'reason', '…', 'TBD', '<reason>', '???', 'n/a'])
      assert.match(problem(`<!-- spec-review: accept api/limits -- ${reason} -->`).message, /is no reason/, reason);
  });

  it('points at the words that are wrong and suggests the right ones', () => {
    assert.deepEqual(problem('<!-- spec-review: skip api/limits -- internal only -->'), { at: 'skip', message: '"skip" is not a decision; write not-applicable, accept or answered.' });
    assert.deepEqual(problem('<!-- spec-review: accept infrastructure/rolback -- x is y -->'), { at: 'infrastructure/rolback', message: '"infrastructure/rolback" is not in the checklist; did you mean infrastructure/rollback?' });
    assert.match(problem('<!-- spec-review: accept rollback -- x is y -->').message, /did you mean infrastructure\/rollback\?/);
    assert.equal(problem('<!-- spec-review: accept api/limits soon -- x is y -->').at, 'soon');
    assert.equal(problem('<!-- spec-review: answered api/limits --until 2027-01-01 -- x is y -->').at, '--until');
    assert.match(problem('<!-- spec-review: accept -- x is y -->').message, /names no item/);
    assert.match(problem('<!-- spec-review: -->').message, /says nothing/);
    assert.match(problem('<!-- spec-review: accept api/limits -- never closed').message, /never closed/);
  });

  it('accepts only days that exist', () => {
    for (const date of ['2026-02-30', '2026-13-01', '30.01.2027', '2027-1-1', 'tomorrow'])
      assert.equal(problem(`<!-- spec-review: accept api/limits --until ${date} -- x is y -->`).at, date);
    assert.match(problem('<!-- spec-review: accept api/limits --until -- x is y -->').message, /a date such as 2027-01-31 must follow/);
    assert.equal(read('<!-- spec-review: accept api/limits --until 2028-02-29 -- x is y -->').decisions[0]?.until, '2028-02-29');
  });

  it('places everything right behind Windows line ends', () => {
    const text = '# T\r\n\r\n<!-- spec-review: acept\r\n  api/limits -- x is y -->\r\n';
    assert.deepEqual(read(text).problems.map((p) => p.at), ['acept']);
  });
});
