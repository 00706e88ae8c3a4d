import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { globSync } from 'tinyglobby';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { folder, run, useProgram } from '../cli/cli';
import { PULLS, TestClient } from './client';

const SAMPLES = [...globSync('media/samples/*.md'), ...globSync('test/quality/specs/*.md'), ...globSync('test/fixtures/planted/*.md')].sort();
const CONFIG = `
extends: ["./team.yaml"]
specs: ["specs/**/*.md", "!specs/prd-with-numbers.md"]
contracts: ["./api/**/*.yaml", "proto/places.proto", "!api/old.yaml"]
rules:
  api/*: warning
  api/limits: off
  wording/*: info
  consistency/implementation-drift: [error, { files: 2 }]
overrides:
  - files: ["specs/s0*.md"]
    profile: prd
    rules: { "delivery/*": error, wording/placeholder: off }
`;
const TEAM = `
stages: { draft: error, in-review: error, accepted: error, done: warning }
items:
  - id: acme/data-residency
    question: In which regions is the data kept?
    url: https://wiki.acme.example/regions
    due: { mentions: ["the|data|users?"] }
    evidence: { headings: ["Data residency"], phrases: ["stays? in the EU"] }
`;
const API = 'openapi: 3.0.3\npaths:\n  /v1/berths:\n    put: {}\n';
const NEEDS = '---\nstatus: accepted\n---\n\n# RFC: Berths\n\n## Motivation\n\nThis depends on [refunds](refunds.md).\n\n## Proposal\n\n### POST /v1/berths\n\nOne.\n';

interface Told { rule: string; severity: string; message: string; start: string; end: string }
const order = (all: Told[]): Told[] => all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('the editor', function () {
  this.timeout(120_000);
  useProgram();

  it('finds what the command line finds, on every sample, under a config with all that one can say', async () => {
    const names = new Set(SAMPLES.map((path) => basename(path)));
    assert.equal(names.size, SAMPLES.length, 'no two samples of one name');
    const root = folder({
      'api/berths/openapi.yaml': API, 'api/old.yaml': 'broken: [', 'proto/places.proto': 'broken',
      '.spec-review.yaml': CONFIG, 'team.yaml': TEAM, 'specs/berths.md': NEEDS, 'specs/refunds.md': NEEDS.replace('accepted', 'draft').replace('This depends on [refunds](refunds.md).', 'Money.'),
      ...Object.fromEntries(SAMPLES.map((path) => [`specs/${basename(path)}`, readFileSync(path, 'utf8')])),
    });
    const { files } = JSON.parse(run(root, ['specs', '--format', 'json', '--no-cache']).out) as { files: { path: string; findings: (Omit<Told, 'start' | 'end'> & { start: { line: number; column: number }; end: { line: number; column: number } })[] }[] };
    const point = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
    const expected = new Map(files.map(({ path, findings }) => [path, order(findings.map(({ rule, severity, message, start, end }) => ({ rule, severity, message, start: point(start), end: point(end) })))]));
    assert.ok(!expected.has('specs/prd-with-numbers.md') && expected.size === SAMPLES.length + 1);
    assert.ok([...expected.values()].flat().some((f) => f.rule === 'acme/data-residency'));
    assert.equal(expected.get('specs/berths.md')!.filter((f) => f.rule === 'consistency/contract-drift').length, 2);
    assert.deepEqual(expected.get('specs/berths.md')!.filter((f) => /unsettled|duplicate/.test(f.rule)).map((f) => f.rule), ['consistency/unsettled-dependency']);

    const server = spawn(process.execPath, ['dist/server/node.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const client = await TestClient.start(connection, { folder: pathToFileURL(root).href, capabilities: PULLS, options: { knowsWorkspace: true } });
    connection.onRequest('specReview/listDocuments', ({ globs = ['**/*.md'] }: { globs?: string[] }) => ({ paths: globSync(globs, { cwd: root }).sort() }));
    connection.onRequest('specReview/changes', () => null);
    try {
      for (const [path, wanted] of expected) {
        const uri = pathToFileURL(join(root, path)).href;
        await client.open(uri, readFileSync(join(root, path), 'utf8'));
        const told = (all: Diagnostic[]) => order(all.map(({ code, severity, message, range: { start, end } }) => ({
          rule: String(code), severity: ['', 'error', 'warning', 'info'][severity!]!, message: String(message), start: `${start.line + 1}:${start.character + 1}`, end: `${end.line + 1}:${end.character + 1}`,
        })));
        assert.deepEqual(told(await client.pullUntil(uri, (all) => isDeepStrictEqual(told(all), wanted))), wanted, path);
      }
    } finally {
      connection.dispose();
      server.kill();
    }
  });
});
