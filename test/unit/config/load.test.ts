import assert from 'node:assert/strict';
import { effective } from '../../../src/config/effective';
import { configFinder } from '../../../src/config/find';
import type { LoadedConfig } from '../../../src/config/load';

const RULES = ['api/limits', 'api/errors'];

/** The config of `/w/a` over files held in memory, whose root is `/w`. */
async function load(files: Record<string, string>): Promise<LoadedConfig> {
  const find = configFinder({ read: async (path) => files[path], isRoot: async (folder) => folder === '/w' }, RULES);
  return (await find('/w/a'))!;
}

/** What is wrong, with the file and the text it points at. */
const problems = ({ sources }: LoadedConfig): string[] =>
  sources.flatMap(({ path, text, problems }) => problems.map(({ message, span }) => `${path} ${text.slice(span.start, span.end)} <- ${message}`));

const rulesOf = (config: LoadedConfig, path = 'x.md') =>
  effective(config.sources.map((source) => ({ config: source.config, path, from: source.path }))).options.rules;

const OWN = '/w/a/.spec-review.yaml';

describe('loadConfig', () => {
  it('lays a config over files beside it and packages above it, in order', async () => {
    const config = await load({
      [OWN]: 'extends: [../base.yaml, "@acme/specs", "tools/strict/rules.json"]\nrules: { api/limits: off }\n',
      '/w/base.yaml': 'extends: ["./more.yml"]\nprofile: rfc\nrules: { api/errors: error }\n',
      '/w/more.yml': 'rules: { api/limits: error, api/errors: info }\n',
      '/w/node_modules/@acme/specs/.spec-review.yaml': 'rules: { api/errors: warning }\n',
      '/w/node_modules/tools/strict/rules.json': '{ "stages": { "draft": "info" } }',
    });
    assert.deepEqual(problems(config), []);
    assert.deepEqual(config.sources.map(({ path }) => path), [
      '/w/more.yml', '/w/base.yaml', '/w/node_modules/@acme/specs/.spec-review.yaml', '/w/node_modules/tools/strict/rules.json', OWN,
    ]);
    assert.deepEqual(rulesOf(config), { 'api/errors': 'warning', 'api/limits': 'off' });
  });

  it('reads a file that is extended twice once', async () => {
    const config = await load({ [OWN]: 'extends: [./b.yaml, ./c.yaml]', '/w/a/b.yaml': 'extends: [./d.yaml]', '/w/a/c.yaml': 'extends: [./d.yaml]', '/w/a/d.yaml': 'profile: rfc' });
    assert.deepEqual([problems(config), config.sources.length], [[], 4]);
  });

  it('tells at the name what cannot be extended', async () => {
    const config = await load({
      [OWN]: 'extends: [./gone.yaml, "@acme/gone", ./spec.md, "no name", ../../../up.yaml, "pkg/../../x.yaml"]\nrules: { api/limits: off }\n',
      '/w/a/node_modules/pkg/.spec-review.yaml': '',
    });
    assert.deepEqual(problems(config), [
      `${OWN} ./gone.yaml <- "./gone.yaml" does not exist; correct the path, which is relative to this file`,
      `${OWN} "@acme/gone" <- "@acme/gone" was not found; install the package, which must hold .spec-review.yaml`,
      `${OWN} ./spec.md <- "./spec.md" is no config; name a .yaml, .yml, .json or .jsonc file`,
      `${OWN} "no name" <- "no name" is neither a file, which starts with "./" or "../", nor the name of a package`,
      `${OWN} ../../../up.yaml <- "../../../up.yaml" does not exist; correct the path, which is relative to this file`,
      `${OWN} "pkg/../../x.yaml" <- "pkg/../../x.yaml" is neither a file, which starts with "./" or "../", nor the name of a package`,
    ]);
    assert.deepEqual(rulesOf(config), { 'api/limits': 'off' }, 'the rest holds');
  });

  it('stops where a chain leads back to itself or is too long', async () => {
    const circle = await load({ [OWN]: 'extends: [./b.yaml]', '/w/a/b.yaml': 'extends: [./.spec-review.yaml]' });
    assert.deepEqual(problems(circle), ['/w/a/b.yaml ./.spec-review.yaml <- "./.spec-review.yaml" leads back to itself: a config cannot extend what extends it']);
    const chain = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`/w/a/${i}.yaml`, `extends: [./${i + 1}.yaml]`]));
    assert.deepEqual(problems(await load({ [OWN]: 'extends: [./0.yaml]', ...chain })), ['/w/a/6.yaml ./7.yaml <- "./7.yaml" is 8 files deep; extend it from fewer files in a row']);
    const wide = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`/w/a/${i}.yaml`, `extends: [./x${i}.yaml, ./y${i}.yaml]`]).concat(Array.from({ length: 16 }, (_, i) => [[`/w/a/x${i}.yaml`, ''], [`/w/a/y${i}.yaml`, '']]).flat()) as [string, string][]);
    const many = problems(await load({ [OWN]: `extends: [${Object.keys(wide).slice(0, 16).map((path) => `.${path.slice(4)}`).join(', ')}]`, ...wide }));
    assert.ok(many.length > 0 && many.every((problem) => / is one file too many; /.test(problem)), many.join('\n'));
  });

  it('tells what is wrong in an extended file there', async () => {
    const config = await load({ [OWN]: 'extends: [./b.yaml]\nprofil: rfc', '/w/a/b.yaml': 'rules: { api/limit: off }' });
    assert.deepEqual(problems(config), ['/w/a/b.yaml api/limit <- unknown rule "api/limit"; did you mean "api/limits"?', `${OWN} profil <- unknown key "profil"; did you mean "profile"?`]);
  });

  it('merges items by id, and lets rules name those that are inherited', async () => {
    const item = (question: string) => `items: [{ id: acme/regions, question: "${question}", evidence: { headings: [Regions] } }]`;
    const config = await load({ [OWN]: `extends: [./b.yaml]\nrules: { acme/regions: off, acme/*: info }\n${item('Which ones?')}`, '/w/a/b.yaml': item('Where?') });
    assert.deepEqual(problems(config), []);
    assert.deepEqual(config.items.map(({ id, question }) => [id, question]), [['acme/regions', 'Which ones?']]);
  });

  it('cannot be led out of the top by a relative path', async () => {
    const config = await load({ [OWN]: 'extends: [../../../../up.yaml]', '/up.yaml': 'profile: rfc' });
    assert.deepEqual(config.sources.map(({ path }) => path), ['/up.yaml', OWN]);
  });
});
