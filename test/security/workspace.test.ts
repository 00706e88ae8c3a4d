import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRAFT, folder, run, useProgram } from '../cli/cli';

describe('a hostile workspace', function () {
  this.timeout(30_000);
  useProgram();

  it('runs no code: neither a config in JavaScript nor a package that one extends', () => {
    const trap = 'require("node:fs").writeFileSync(__dirname + "/ran", ""); module.exports = {};\n';
    const root = folder({
      'docs/refunds.md': DRAFT, '.spec-review.js': trap, '.spec-review.cjs': trap, 'spec-review.config.js': trap,
      '.spec-review.yaml': 'extends: ["@evil/checklist"]\n',
      'node_modules/@evil/checklist/package.json': '{ "name": "@evil/checklist", "main": "index.js", "exports": "./index.js" }', 'node_modules/@evil/checklist/index.js': trap,
    });
    const { code, errors } = run(root, ['docs']);
    assert.equal(code, 2);
    assert.match(errors.join('\n'), /@evil\/checklist/);
    for (const at of ['ran', 'node_modules/@evil/checklist/ran']) assert.ok(!existsSync(join(root, at)), at);
  });

  it('leads nowhere else: a folder is not left through a link, and a config extends no YAML tag', () => {
    const outside = folder({ 'secret.md': DRAFT });
    const root = folder({ 'docs/refunds.md': DRAFT });
    symlinkSync(outside, join(root, 'docs/elsewhere'));
    const { files } = JSON.parse(run(root, ['docs', '--format', 'json', '--fail-on', 'never']).out) as { files: { path: string }[] };
    assert.deepEqual(files.map(({ path }) => path), ['docs/refunds.md']);
    writeFileSync(join(root, '.spec-review.yaml'), 'rules: !!js/function "function () { process.exit(0) }"\n');
    assert.equal(run(root, ['docs']).code, 2);
  });

  it('is left as it was by a review', () => {
    const files = { 'docs/refunds.md': DRAFT, '.spec-review.yaml': 'rules: { wording/placeholder: info }\n' };
    const root = folder(files);
    run(root, ['docs']);
    for (const [path, text] of Object.entries(files)) assert.equal(readFileSync(join(root, path), 'utf8'), text);
  });

  it('says nothing to the terminal but text', () => {
    const root = folder({ 'docs/refunds.md': `${DRAFT}\n## Risks \u001b]0;owned\u0007\n\n\u001b[2J TBD \u009b31m\n` });
    for (const format of ['pretty', 'github', 'markdown', 'junit']) {
      const { out } = run(root, ['docs', '--format', format, '--fail-on', 'never', '--no-color']);
      assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, format);
    }
  });
});
