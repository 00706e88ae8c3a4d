import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundle, textsIn } from '../../scripts/generate/l10n';

describe('what the editor says', () => {
  it('is all in the bundle that translators get', () => {
    assert.deepEqual(textsIn('a.ts', 'show(vscode.l10n.t(\'No gaps.\'), vscode.l10n.t("{0} of {1}", a, vscode.l10n.t(`gaps`)));'), ['No gaps.', '{0} of {1}', 'gaps']);
    assert.equal(readFileSync('l10n/bundle.l10n.json', 'utf8'), bundle(), 'run `npm run generate` and commit the result');
  });

  it('is never worked out, which nobody could translate', () => {
    assert.throws(() => textsIn('a.ts', 'x;\nvscode.l10n.t(isOpen ? \'open\' : \'closed\');'), /^Error: a\.ts:2: .* must be a literal/);
    assert.throws(() => textsIn('a.ts', 'vscode.l10n.t(`${count} gaps`);'), /must be a literal/);
  });

  it('has a text for each key of the manifest, and no other', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map((m) => m[1]!);
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    assert.deepEqual(Object.keys(texts).sort(), [...new Set(used)].sort());
    assert.deepEqual(Object.entries(texts).filter(([, text]) => !text.trim()), []);
  });

  it('holds, in the manifest, no title or description beside its keys, but for what a model or the checklist says', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: object };
    const written = (node: unknown): string[] => (typeof node !== 'object' || node === null ? [] : Object.entries(node).flatMap(([key, value]) =>
      (key === 'languageModelTools' || key.startsWith('consistency/') ? [] : typeof value === 'string' ? (/^(?:title|name|contents|markdownDescription|description)$/.test(key) && !/^%.+%$/.test(value) ? [value] : []) : written(value))));
    assert.deepEqual(written(contributes), []);
  });
});
