// Writes what is derived from the checklist's files and the extension's texts: npm run generate [-- --check]
// With --check nothing is written; exit 1 and one line for each file that is stale.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { globSync } from 'tinyglobby';
import { registry } from './generate/registry.mjs';
import { load } from './learn/load.mjs';

const check = process.argv.includes('--check');
let stale = 0;

function write(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (check) return report(path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.error(`wrote ${path}`);
}

function remove(path) {
  if (check) return report(path);
  rmSync(path);
  console.error(`removed ${path}`);
}

function report(path) {
  console.error(`${path} is stale; run \`npm run generate\` and commit the result.`);
  stale++;
}

// The registry comes first: everything else is read through it.
write('src/checklist/index.ts', registry());

const { literals } = await load('scripts/generate/literals.ts');
write('src/analyzer/signals/known-literals.json', literals());

const { schema } = await load('scripts/generate/schema.ts');
write('schema/spec-review.schema.json', schema());

const { manifest } = await load('scripts/generate/manifest.ts');
write('package.json', manifest(readFileSync('package.json', 'utf8')));

const { snippets } = await load('scripts/generate/snippets.ts');
write('snippets/spec.json', snippets());

const { bundle } = await load('scripts/generate/l10n.ts');
write('l10n/bundle.l10n.json', bundle());

const { pages, readme } = await load('scripts/generate/pages.ts');
const made = pages();
for (const [path, text] of made) write(path, text);
for (const path of globSync('docs/rules/**/*.md')) if (!made.has(path)) remove(path);
if (existsSync('README.md')) write('README.md', readme(readFileSync('README.md', 'utf8')));

process.exitCode = stale ? 1 : 0;
