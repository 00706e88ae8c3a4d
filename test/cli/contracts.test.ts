import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, run, useProgram } from './cli';

const CONFIG = 'specs: [docs/*.md]\ncontracts: ["api/*.yaml", "!api/old.yaml"]\n';
const OPENAPI = 'openapi: 3.0.3\npaths:\n  /v1/berths:\n    get: {}\n    post: {}\n';
const SPEC = '# Berths design\n\n## Goals\n\n- One.\n\n## API\n\n### GET /v1/berths\n\nLists.\n\n### POST /v1/berths\n\nBooks.\n\n### PUT /v1/berths\n\nMoves.\n';

interface Found { rule: string; message: string; start: { line: number }; elsewhere?: { path: string; message: string; start: { line: number; column: number } }[] }

describe('contracts', function () {
  this.timeout(60_000);
  useProgram();

  const drift = (root: string, cwd = '.', path = 'docs'): Found[] => {
    const { files } = JSON.parse(run(join(root, cwd), [path, '--format', 'json', '--fail-on', 'never', '--no-cache']).out) as { files: { findings: Found[] }[] };
    return files[0]!.findings.filter(({ rule }) => rule === 'consistency/contract-drift');
  };
  const make = (files: Record<string, string>) => folder({ '.spec-review.yaml': CONFIG, 'docs/berths.md': SPEC, 'api/openapi.yaml': OPENAPI, 'api/old.yaml': 'no: [yaml', ...files });

  it('are compared with a document, and say where they differ', () => {
    const root = make({});
    const [found, ...others] = drift(root);
    assert.deepEqual([found!.start.line, others.length], [17, 0]);
    assert.match(found!.message, /^“PUT \/v1\/berths” is not in api\/openapi\.yaml, where this path has GET and POST/);
    assert.deepEqual(found!.elsewhere!.map(({ path, start }) => `${path}:${start.line}:${start.column}`), ['api/openapi.yaml:4:5', 'api/openapi.yaml:5:5']);
    assert.deepEqual(drift(root, 'docs', 'berths.md')[0]!.elsewhere!.map(({ path }) => path), ['../api/openapi.yaml', '../api/openapi.yaml'], 'as one reads it from where one is');
    assert.match(run(root, ['docs/berths.md', '--fail-on', 'never']).out, /GET \/v1\/berths there: api\/openapi\.yaml:4:5/);
  });

  it('stand in SARIF as related places of their own file', () => {
    const { runs: [first] } = JSON.parse(run(make({}), ['docs', '--format', 'sarif', '--fail-on', 'never']).out);
    const result = first.results.find((one: { ruleId: string }) => one.ruleId === 'consistency/contract-drift');
    assert.deepEqual(result.relatedLocations[0].physicalLocation, { artifactLocation: { uri: 'api/openapi.yaml', uriBaseId: 'SRCROOT' }, region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 8 } });
  });

  it('are read again when they change, whatever the cache has', () => {
    const root = make({});
    const found = () => run(root, ['docs', '--format', 'json', '--fail-on', 'never']).out.includes('contract-drift","severity');
    assert.ok(found());
    writeFileSync(join(root, 'api/openapi.yaml'), `${OPENAPI}    put: {}\n`);
    assert.ok(!found());
  });

  it('lie in the workspace: neither a link nor a path leads out of it', () => {
    const outside = folder({ 'secret.yaml': `${OPENAPI}    put: {}\n` });
    const root = make({ '.spec-review.yaml': 'specs: [docs/*.md]\ncontracts: [api/link.yaml]\n' });
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'api/link.yaml'));
    assert.match(drift(root)[0]!.message, /api\/link\.yaml, which does not exist, is too large, or lies outside of the workspace/);
    for (const glob of ['../x.yaml', '/etc/x.yaml', 'api/../../x.yaml', '!../x.yaml', 'C:/x.yaml']) {
      writeFileSync(join(root, '.spec-review.yaml'), `contracts: ["${glob}"]\n`);
      const { code, errors } = run(root, ['docs']);
      assert.deepEqual([code, errors.length], [2, 1]);
      assert.match(errors[0]!, /^\.spec-review\.yaml:1:13: "contracts" must be a list of globs inside the folder of the config/);
    }
  });

  it('of 5 MB are compared as well', () => {
    let text = OPENAPI;
    for (let i = 0; text.length < 5_000_000; i++) text += `  /v1/things${i}/{id}:\n    get:\n      parameters:\n        - { name: id, in: path, required: true, schema: { type: string } }\n      responses:\n        "200": { content: { application/json: { schema: { properties: { next: { type: string } } } } } }\n`;
    const start = performance.now();
    assert.equal(drift(make({ 'api/openapi.yaml': text })).length, 1);
    assert.ok(performance.now() - start < 20_000, `${Math.round(performance.now() - start)} ms`);
  });
});
