import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import { VFile } from 'vfile';
import type { Root } from 'mdast';
import { review } from '../../src/index';
import remarkSpecReview from '../../src/remark';

const path = 'media/samples/thin-rfc.md';
const text = readFileSync(path, 'utf8');

describe('unified plugin', () => {
  it('reports each finding as a message with rule, place and documentation', async () => {
    const file = new VFile({ path, value: text });
    const processor = unified().use(remarkParse).use(remarkSpecReview);
    await processor.run(processor.parse(file) as Root, file);
    const { findings } = review(text, { path });
    assert.ok(findings.length > 0);
    assert.deepEqual(file.messages.map((m) => [m.ruleId, m.source, m.reason]), findings.map((f) => [f.rule, 'spec-review', f.message]));
    for (const message of file.messages) assert.match(message.url ?? '', /docs\/rules\//);
    const [first] = file.messages;
    const line = text.split('\n')[first!.line! - 1]!;
    assert.ok(line.slice(first!.column! - 1).length > 0, 'the place is on a line with text');
  });

  it('runs in remark-cli', function () {
    this.timeout(20_000);
    const { stderr, status } = spawnSync(process.execPath, ['node_modules/remark-cli/cli.js', '--no-stdout', '--no-config', '--use', './dist/remark.mjs', path], { encoding: 'utf8' });
    const { findings } = review(text, { path });
    for (const { rule } of findings) assert.ok(stderr.includes(rule), `${rule} in\n${stderr}`);
    assert.match(stderr, /spec-review/);
    assert.equal(status, findings.some((f) => f.severity === 'error') ? 1 : 0);
  });
});
