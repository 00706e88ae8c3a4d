import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { parseArguments } from '../../src/cli/arguments';
import { knownRules } from '../../src/checklist/rules';
import { parseConfig } from '../../src/config/parse';

const PAGES = ['README.md', ...globSync('docs/*.md')];
const fences = (page: string, lang: string): string[] => [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([^]*?)^```/gm)].flatMap(([, found, text]) => (found === lang ? [text!] : []));

describe('the documentation', () => {
  it('shows commands that the program knows', () => {
    let commands = 0;
    for (const page of PAGES) {
      for (const [, line] of readFileSync(page, 'utf8').matchAll(/\b(?:npx (?:--yes )?tpm-spec-review(?!\S)|(?<=[`\s])spec-review(?= [a-z-]))([^\n`]*)/g)) {
        const words = line!.replace(/ {2,}#.*| >> .*/g, '').replace(/"([^"]*)"/g, (_, quoted: string) => quoted.replaceAll(' ', '_')).trim().split(/\s+/).filter(Boolean);
        // In prose a command is named without its flags' values.
        if (/[A-Z]{4}|…|\*/.test(line!) && words.length < 3) continue;
        assert.doesNotThrow(() => parseArguments(words), `${page}: spec-review ${words.join(' ')}`);
        commands++;
      }
    }
    assert.ok(commands > 15, `${commands} commands`);
  });

  it('shows YAML that is valid, and configs that are', () => {
    for (const page of PAGES) {
      for (const text of fences(page, 'yaml')) {
        const data: unknown = parse(text);
        const isConfig = typeof data === 'object' && data !== null && ['specs', 'rules', 'items', 'extends', 'overrides'].some((key) => key in data);
        if (isConfig) assert.deepEqual(parseConfig(text, 'a.yaml', knownRules).problems, [], page);
      }
    }
  });

  it('names the version that it is for', () => {
    for (const page of PAGES) for (const [, version] of readFileSync(page, 'utf8').matchAll(/(?:tpm-spec-review@|rev: )v(\S+)/g)) assert.equal(version, manifest.version, page);
  });
});
