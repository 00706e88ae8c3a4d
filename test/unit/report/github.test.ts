import assert from 'node:assert/strict';
import { githubReporter } from '../../../src/report/github';
import { failed, hostile, render } from './render';
import { sample } from './sample';

describe('GitHub annotations', () => {
  it('stand at the place of each finding, as loud as it is', () => {
    const lines = render(githubReporter(), [sample]).trimEnd().split('\n');
    assert.equal(lines[0], `::error file=specs/refunds.md,line=9,endLine=9,col=4,endColumn=12,title=infrastructure/rollback::${sample.findings[0]!.message}`);
    assert.deepEqual(lines.map((line) => /^::(\w+) /.exec(line)?.[1]), ['error', 'warning', 'notice', 'warning']);
  });

  it('leave out columns where the place has several lines, which GitHub refuses', () => {
    const [finding] = sample.findings;
    const line = render(githubReporter(), [{ ...sample, findings: [{ ...finding!, end: { line: 11, column: 2 } }] }]);
    assert.match(line, /^::error file=specs\/refunds\.md,line=9,endLine=11,title=/);
  });

  it('pass on no command of the document', () => {
    const lines = render(githubReporter(), [hostile, failed]).trimEnd().split('\n');
    assert.equal(lines.length, 5);
    for (const line of lines) {
      const [, properties, message] = /^::(?:error|warning|notice) (.*?)::(.*)$/.exec(line) ?? assert.fail(line);
      assert.match(properties!, /^file=[^,:]+(?:,(?:line|endLine|col|endColumn)=\d+)*(?:,title=[^,:]+)?$/);
      assert.doesNotMatch(message!, /%(?!25)|[\u0000-\u001f\u202e]/);
    }
  });
});
