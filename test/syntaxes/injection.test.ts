import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as TextMate from 'vscode-textmate';

// Both are CommonJS without named exports.
const require = createRequire(import.meta.url);
const { createOnigScanner, createOnigString, loadWASM } = require('vscode-oniguruma') as typeof Oniguruma;
const { INITIAL, Registry, parseRawGrammar } = require('vscode-textmate') as typeof TextMate;

const path = 'syntaxes/spec-review.injection.tmLanguage.json';
const injection = parseRawGrammar(readFileSync(path, 'utf8'), path);
/** As much of Markdown as the injection's selector looks at: fences and inline code. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '^```.*$', end: '^```$', name: 'markup.fenced_code.block.markdown' },
    { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
    { match: '.', name: 'meta.paragraph.markdown' },
  ],
  repository: {},
} as unknown as ReturnType<typeof parseRawGrammar>;

describe('syntax injection', () => {
  let grammar: TextMate.IGrammar;

  before(async () => {
    const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer);
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: async (scope) => (scope === 'text.html.markdown' ? markdown : injection),
      getInjections: (scope) => (scope === 'text.html.markdown' ? [injection.scopeName] : []),
    });
    grammar = (await registry.loadGrammar('text.html.markdown'))!;
  });

  /** The words of the text that carry a scope of ours, with its first two parts. */
  function scoped(text: string): string[] {
    let stack = INITIAL;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.flatMap((t) => {
        const scope = t.scopes.findLast((s) => s.endsWith('.spec-review') && !s.startsWith('comment') && !s.startsWith('text'));
        return scope ? [`${scope.split('.').slice(0, 2).join('.')} ${line.slice(t.startIndex, t.endIndex)}`] : [];
      });
    });
  }

  it('marks requirement ids, RFC 2119 words and placeholders', () => {
    assert.deepEqual(scoped('FR-12 the client MUST NOT retry, see AC-3.1. Limit: TBD.'),
      ['entity.name FR-12', 'keyword.other MUST NOT', 'entity.name AC-3.1', 'invalid.deprecated TBD']);
  });

  it('marks Given, When, Then as steps, in a list or in bold, not in prose', () => {
    assert.deepEqual(scoped('- **Given** a full sailing\n- When it is cancelled\n**Then** a mail is sent\nWhen it rains, and Then nothing'), ['keyword.control Given', 'keyword.control When', 'keyword.control Then']);
  });

  it('marks the parts of a decision', () => {
    assert.deepEqual(scoped('<!-- spec-review: accept api/limits --until 2027-01-31 --owner Ana -- pilot -->\nafter'),
      ['keyword.control spec-review:', 'keyword.other accept', 'entity.name api/limits', 'keyword.other --until', 'constant.numeric 2027-01-31', 'keyword.other --owner', 'punctuation.separator --']);
  });

  it('leaves code, ordinary words and ticket numbers in links alone', () => {
    assert.deepEqual(scoped('```\nFR-1 MUST TODO\n```\nuse `MUST` and `FR-2`; you must, may and should; https://x.org/FR-9'), []);
  });
});
