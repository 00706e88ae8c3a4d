import assert from 'node:assert/strict';
import { checklist, itemById, reviewer } from '../../../src';
import { checkDraft, draftPrompt, turnedDown, type Draft } from '../../../src/report/draft';
import { ANSWER, THIN } from '../../protocol/fixtures';

const ROLLBACK = itemById('infrastructure/rollback')!;
const WITHOUT = THIN.replace('## Rollback\n\nTBD\n', '');
const check = (said: string, text = THIN): Draft => checkDraft(reviewer(), { text, options: {} }, ROLLBACK, checklist, said);

describe('a draft of a model', () => {
  it('passes when it answers the question and adds no finding', () => {
    const { text, problems, edits } = check(ANSWER);
    assert.deepEqual(problems, []);
    assert.equal(text, `${THIN}\n${ANSWER}\n`);
    assert.ok(edits.every(({ at }) => at.start === at.end), 'it only inserts');
  });

  it('gets a section of its own where the document has none for it', () => {
    const { text, problems } = check(ANSWER, WITHOUT);
    assert.deepEqual(problems, []);
    assert.ok(text.includes(`## Rollback\n\n${ANSWER}\n`));
  });

  it('is taken out of the fence and from under the heading that a model puts around it', () => {
    for (const said of [`\`\`\`markdown\n## Rollback\n\n${ANSWER}\n\`\`\``, `### Rolling back\n${ANSWER}`, `\r\n${ANSWER.replaceAll('\n', '\r\n')}\r\n`]) assert.equal(check(said).text, check(ANSWER).text);
  });

  it('is turned down when it leaves the question open, or opens another', () => {
    assert.match(check('The change can be reverted.').problems.join(), /^It does not answer the question\. /);
    assert.match(check('').problems[0]!, /^It is empty\./);
    const late = check(`${ANSWER}\n\nThe exact threshold is TBD, and p99 latency stays under 200 ms as soon as possible.`);
    assert.ok(late.problems.length > 0 && !late.problems.some((p) => p.startsWith('It does not answer')), late.problems.join());
    assert.match(late.problems.join(), /TBD/);
    assert.equal(turnedDown(late.problems).split('\n').filter((l) => l.startsWith('- ')).length, late.problems.length);
  });

  it('is turned down when it decides for the author, or changes how the document is built', () => {
    assert.match(check(`${ANSWER}\n\n<!-- spec-review: not-applicable infrastructure/security -- internal -->`).problems[0]!, /^It holds a comment/);
    for (const said of [`${ANSWER}\n\n## Security\n\nNone.`, `${ANSWER}\n\nSteps\n-----\n\nOne.`]) assert.match(check(said).problems.join(), /It opens a section/, said);
    assert.match(check(`${ANSWER}\n\n\`\`\`sh\nexports --off`, `${THIN}\n## Security\n\nOnly merchants reach it.\n`).problems.join(), /swallows one that follows/);
  });

  it('says which figures and names the document does not know', () => {
    assert.deepEqual(check('1. Turn `orders.export` off when more than 3.5 % of 5 000 exports fail.\n2. Run `exports purge` within 10 minutes, by 2027-02-01.').unsaid, ['3.5', '5 000', 'exports purge', '10']);
  });
});

describe('what a model is told', () => {
  it('is the question, what would satisfy it, and the document', () => {
    const prompt = draftPrompt(reviewed(THIN), ROLLBACK, 100_000);
    for (const part of [ROLLBACK.question, ROLLBACK.expected, ...ROLLBACK.skeleton.questions, `<document>\n${THIN}\n</document>`]) assert.ok(prompt.includes(part), part);
  });

  it('holds no more of the document than fits', () => {
    const long = draftPrompt(reviewed(`${THIN}\n${'word '.repeat(10_000)}`), ROLLBACK, 2_000);
    assert.ok(long.length < 5_000 && long.includes('[the rest is left out]'), String(long.length));
  });
});

function reviewed(text: string) {
  const one = reviewer();
  one.review(text);
  return one.spec;
}
