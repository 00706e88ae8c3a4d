import assert from 'node:assert/strict';
import { parseConfig } from '../../../src/config/parse';

const RULES = ['api/contract', 'api/limits', 'infrastructure/rollback', 'decision/unused'];

/** The problems of a config with the text each points at. */
function problems(text: string, fileName = '.spec-review.yaml'): string[] {
  return parseConfig(text, fileName, RULES).problems.map(({ message, span }) => `${text.slice(span.start, span.end)} <- ${message}`);
}

describe('parseConfig', () => {
  it('reads every key', () => {
    const { config, problems } = parseConfig(`
specs: ["docs/**/*.md", "!docs/template.md"]
profile: rfc
rules: { api/limits: off, api/*: info, decision/unused: error }
stages: { draft: info, in-review: warning }
overrides:
  - files: ["docs/prd/**"]
    profile: prd
    rules: { infrastructure/rollback: error }
`, '.spec-review.yaml', RULES);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      specs: ['docs/**/*.md', '!docs/template.md'],
      profile: 'rfc',
      rules: { 'api/limits': 'off', 'api/*': 'info', 'decision/unused': 'error' },
      stages: { draft: 'info', 'in-review': 'warning' },
      overrides: [{ files: ['docs/prd/**'], profile: 'prd', rules: { 'infrastructure/rollback': 'error' } }],
    });
  });

  it('reads JSON with comments and trailing commas', () => {
    const { config, problems } = parseConfig('{\n\t"profile": "kep", // ours\n\t"rules": { "api/limits": "off", },\n}', '.spec-review.jsonc', RULES);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, { profile: 'kep', rules: { 'api/limits': 'off' } });
  });

  it('takes a file without content, with a byte order mark or with Windows line ends', () => {
    for (const text of ['', '# later\n', '\uFEFF# later\r\n']) assert.deepEqual(problems(text), []);
    assert.deepEqual(problems('', '.spec-review.json'), []);
    assert.equal(parseConfig('profile: adr\r\n', '.spec-review.yml', RULES).config.profile, 'adr');
  });

  it('names a key it does not know, at its place, and the nearest that it knows', () => {
    assert.deepEqual(problems('profil: rfc\n'), ['profil <- unknown key "profil"; did you mean "profile"?']);
    assert.deepEqual(problems('zzz: 1\n'), ['zzz <- unknown key "zzz"; the keys of a config are extends, specs, contracts, profile, rules, stages, overrides and items']);
    assert.deepEqual(problems('overrides: [{ files: [a.md], specs: [b.md] }]'), ['specs <- unknown key "specs"; the keys of an override are files, profile, rules and stages']);
  });

  it('names a rule it does not know', () => {
    assert.deepEqual(problems('rules: { api/limit: off }'), ['api/limit <- unknown rule "api/limit"; did you mean "api/limits"?']);
    assert.deepEqual(problems('rules: { rollback: off }'), ['rollback <- unknown rule "rollback"; did you mean "infrastructure/rollback"?']);
    assert.deepEqual(problems('rules: { zzzzzz: off }'), ['zzzzzz <- unknown rule "zzzzzz"; "spec-review checklist" lists the rules']);
    assert.deepEqual(problems('stages: { drafty: info }'), ['drafty <- unknown stage "drafty"; did you mean "draft"?']);
  });

  it('names a value that is not one of the allowed', () => {
    assert.deepEqual(problems('profile: desing'), ['desing <- "profile" must be kep, rfc, design, prd, adr or auto, not "desing"; did you mean "design"?']);
    assert.deepEqual(problems('rules: { api/limits: 3 }'), ['3 <- "api/limits" must be off, info, warning or error, not 3']);
    assert.deepEqual(problems('rules: { api/limits: [error, {}] }'), ['[error, {}] <- "api/limits" has no options; write off, info, warning or error alone']);
    assert.deepEqual(problems('stages: { draft: off }'), ['off <- "draft" must be info, warning or error, not "off"']);
    assert.deepEqual(problems('profile:\n'), ['profile <- "profile" must be kep, rfc, design, prd, adr or auto, not null']);
  });

  it('names a value of the wrong shape', () => {
    assert.deepEqual(problems('specs: "*.md"'), ['"*.md" <- "specs" must be a list of globs']);
    assert.deepEqual(problems('specs: [1, "!", ok.md]'), [
      '1 <- "specs" must be a list of globs, each a text such as "docs/specs/**/*.md"',
      '"!" <- "specs" must be a list of globs, each a text such as "docs/specs/**/*.md"',
    ]);
    assert.deepEqual(problems('rules: off'), ['off <- "rules" must map each rule to off, info, warning or error']);
    assert.deepEqual(problems('- a\n'), ['- a\n <- a config must be a map with the keys extends, specs, contracts, profile, rules, stages, overrides and items, not a list']);
    assert.deepEqual(problems('overrides: [{ profile: prd }]'), ['{ profile: prd } <- an override needs "files": the globs of the files that it is for']);
  });

  it('keeps what is right beside what is wrong', () => {
    const { config } = parseConfig('profil: x\nprofile: kep\nrules: { api/limits: loud, api/contract: off }', '.spec-review.yaml', RULES);
    assert.deepEqual(config, { profile: 'kep', rules: { 'api/contract': 'off' } });
  });

  it('places an error of syntax', () => {
    assert.deepEqual(problems('profile: rfc\nprofile: kep\n'), ['p <- is not valid YAML: Map keys must be unique']);
    assert.match(problems('specs: ["a.md"\n')[0]!, /is not valid YAML: /);
    assert.deepEqual(problems('{"profile" "rfc"}', '.spec-review.json'), ['"rfc" <- is not valid JSON: colon expected']);
    assert.deepEqual(problems('{"profile": "rfc", "profile": "kep"}', '.spec-review.json'), ['"profile" <- is not valid JSON: the key "profile" stands twice']);
  });

  it('survives a hostile file', () => {
    assert.deepEqual(problems('specs: &a [x, *a]'), ['*a <- uses the alias "*a"; write the value out']);
    assert.deepEqual(problems('- '.repeat(30_000)), [' <- has a line of more than 2000 characters; break it']);
    assert.deepEqual(problems('a'.repeat(300_000)), [' <- is too large for a config: the limit is 64000 characters']);
    assert.deepEqual(problems('['.repeat(60_000), '.spec-review.json'), [' <- is nested too deeply for a config']);
    assert.equal(problems('{a:\n'.repeat(100)).length, 1);
    assert.match(problems(`specs: ${'['.repeat(50)}${']'.repeat(50)}`).join(), /nested too deeply/);
    assert.deepEqual(parseConfig('__proto__: { profile: kep }\nrules: { __proto__: off }', '.spec-review.yaml', RULES).config, { rules: {} });
  });
});
