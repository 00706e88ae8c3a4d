import assert from 'node:assert/strict';
import { parseArguments } from '../../src/cli/arguments';
import { Failure } from '../../src/cli/failure';

const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean));

const DEFAULTS = {
  name: 'review', paths: ['.'], format: 'pretty', output: undefined, config: undefined, failOn: 'error', stdin: false, stdinFilename: undefined,
  progress: true, cache: true, colour: undefined, since: undefined, baseline: undefined, updateBaseline: false, fix: undefined, onlySpecs: false, shard: undefined,
};

describe('arguments', () => {
  it('reviews by default', () => {
    assert.deepEqual(parse(''), DEFAULTS);
    assert.deepEqual(parse('a.md docs --format json --output=x.json --fail-on never --no-progress --no-color --config c.yaml'), {
      ...DEFAULTS, paths: ['a.md', 'docs'], format: 'json', output: 'x.json', failOn: 'never', progress: false, colour: false, config: 'c.yaml',
    });
    assert.deepEqual(parse('--since main --baseline b.json --update-baseline --shard 2/3'), { ...DEFAULTS, since: 'main', baseline: 'b.json', updateBaseline: true, shard: { index: 2, count: 3 } });
    assert.deepEqual(parse('--stdin --stdin-filename a.md'), { ...DEFAULTS, stdin: true, stdinFilename: 'a.md' });
  });

  it('takes everything behind -- as paths, and a sub-command only as the first word', () => {
    assert.deepEqual(parse('-- --format checklist'), { ...DEFAULTS, paths: ['--format', 'checklist'] });
    assert.deepEqual(parse('a.md checklist'), { ...DEFAULTS, paths: ['a.md', 'checklist'] });
  });

  it('knows the sub-commands', () => {
    assert.deepEqual(parse('explain api/limits'), { name: 'explain', item: 'api/limits', config: undefined, colour: undefined });
    assert.deepEqual(parse('--color checklist --format json'), { name: 'checklist', format: 'json', test: false, config: undefined, colour: true });
    assert.deepEqual(parse('decisions docs --format json'), { name: 'decisions', paths: ['docs'], config: undefined, format: 'json', colour: undefined });
    assert.deepEqual(parse('merge a.json b.json --fail-on never'), { name: 'merge', reports: ['a.json', 'b.json'], format: 'pretty', output: undefined, failOn: 'never', colour: undefined });
    assert.deepEqual(parse('lsp --stdio --clientProcessId=1'), { name: 'lsp' });
    assert.deepEqual(parse('explain --help'), { name: 'help' });
    assert.deepEqual(parse('-h'), { name: 'help' });
    assert.deepEqual(parse('--version'), { name: 'version' });
  });

  const wrong: Record<string, string> = {
    '--formt json': 'unknown flag "--formt"; did you mean "--format"?',
    '--zzzzzzzz': 'unknown flag "--zzzzzzzz"; "spec-review --help" lists the flags',
    '-x': 'unknown flag "-x"; "spec-review --help" lists the flags',
    '--format jsn': '--format must be pretty, json, sarif, github, markdown, html or junit, not "jsn"; did you mean "json"?',
    '--format': '--format needs one of pretty, json, sarif, github, markdown, html or junit',
    'checklist --format sarif': '--format of checklist must be pretty or json, not "sarif"',
    '--output --stdin': '--output needs a value: --output FILE',
    '--fail-on= a.md': '--fail-on needs one of error, warning, info or never',
    '--stdin=yes': '--stdin takes no value',
    '--stdin a.md': '--stdin reviews standard input and takes no paths; leave out one of them',
    '--stdin-filename a.md': '--stdin-filename names what --stdin reads; add --stdin',
    '--shard 0/2': '--shard must be I/N with I from 1 to N, such as 2/5, not "0/2"',
    '--shard 3/2': '--shard must be I/N with I from 1 to N, such as 2/5, not "3/2"',
    '--update-baseline': '--update-baseline needs --baseline FILE, which it writes',
    '--stdin --since main': '--since compares files with what git has of them; leave out --stdin',
    'merge': 'merge needs JSON reports, such as: spec-review merge shard-*.json',
    'explain': 'explain needs one item, such as infrastructure/rollback',
    'explain a b': 'explain needs one item, such as infrastructure/rollback',
    'explain a --output x': '--output does not go with explain; "spec-review --help" shows what does',
    'a.md --stdio': '--stdio does not go with a review; "spec-review --help" shows what does',
    'checklist api': 'checklist takes no arguments, but got "api"',
    'lsp': 'lsp needs --stdio: it speaks on standard input and output only',
  };
  for (const [line, message] of Object.entries(wrong)) {
    it(`says what is wrong with "${line}"`, () => assert.throws(() => parse(line), (error) => error instanceof Failure && error.message === message || assert.fail(String(error))));
  }
});
