import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import manifest from '../../package.json';
import { DRAFT, ENVIRONMENT, folder } from './cli';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

describe('the npm package', function () {
  this.timeout(240_000);
  const root = folder({ 'package.json': '{ "private": true }', 'docs/rfc.md': DRAFT });
  const env = { ...ENVIRONMENT, HOME: root, npm_config_cache: join(root, '.npm'), npm_config_update_notifier: 'false' };

  function run(command: string, args: readonly string[], cwd = root): string {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
    assert.ok(status === 0 || status === 1, `${command} ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  before('pack it as it is published, and install it in an empty folder without a network', () => {
    const tarball = `${manifest.name}-${manifest.version}.tgz`;
    assert.equal(run(NPM, ['pack', '--pack-destination', root], resolve('.')).trim(), tarball, 'pre-commit takes what is printed for the name of the file');
    run(NPM, ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`]);
    // It brings everything along: nothing else is installed beside it.
    assert.deepEqual(readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.')), ['tpm-spec-review']);
  });

  it('has a command line that reviews', () => {
    const bin = join(root, 'node_modules/.bin/spec-review');
    assert.equal(run(bin, ['--version']).trim(), manifest.version);
    const { files } = JSON.parse(run(bin, ['docs', '--format', 'json', '--no-cache']));
    assert.ok(files[0].findings.length > 0);
    writeFileSync(join(root, '.spec-review.yaml'), 'items:\n  - id: acme/region\n    question: Where?\n    evidence: { phrases: ["in the EU"] }\n');
    assert.match(run(bin, ['explain', 'acme/region']), /Where\?/);
    assert.match(run(bin, ['status']), /Refund links design/);
  });

  it('is a library, with its types, and a remark plugin', () => {
    writeFileSync(join(root, 'use.ts'), [
      'import { checklist, isSpec, review, type Review } from \'tpm-spec-review\';',
      'import plugin from \'tpm-spec-review/remark\';',
      'const result: Review = review(\'# Design: Waitlist\\n\\n## Rollback\\n\\nTBD\\n\', { path: \'docs/design.md\', rules: { \'api/limits\': \'off\' } });',
      'console.log(JSON.stringify([checklist.length, result.coverage.length, isSpec(\'docs/design.md\', \'# Design doc\\n\\n## Goals\\n\\nOne.\\n\\n## Risks\\n\\nNone.\\n\'), typeof plugin]));',
    ].join('\n'));
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', strict: true, types: [], outDir: 'out', skipLibCheck: true }, files: ['use.ts'] }));
    const checked = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', root], { encoding: 'utf8' });
    assert.equal(checked.status, 0, checked.stdout);
    writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }');
    const [items, covered, spec, kind] = JSON.parse(run(process.execPath, ['out/use.js']));
    assert.deepEqual([items, covered, spec, kind], [39, 39, true, 'function']);
  });
});
