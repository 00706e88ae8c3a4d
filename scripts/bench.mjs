// How long a review takes, as ratios to the floor and beside other tools: node scripts/bench.mjs [FOLDER] [--rounds N]
// The floor is what parsing alone costs: remark-parse with GFM and front matter, in the same process, as warm.
// Times are processor time, so that a busy machine does not tell; of the command line the clock's as well.
// Takes the Markdown files under FOLDER (default: the sample specs); prints Markdown on stdout.
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePeers, loadPeers } from './bench/peers.mjs';
import { inTurns } from './measure.mjs';
import { ensureBuilt, ensureInstalled, root } from './setup.mjs';

ensureInstalled();
ensureBuilt();
ensurePeers();
const { globSync } = await import('tinyglobby');
const { floorParser } = await import('./bench/floor.mjs');
const { printCommandLine } = await import('./bench/command-line.mjs');
const { printDocuments, runsFor } = await import('./bench/documents.mjs');
const { printGrowth } = await import('./bench/growth.mjs');
const { print } = await import('./bench/table.mjs');
const { reviewer } = await import('../dist/index.mjs');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
// npm runs scripts in the project's folder; a path is meant relative to where the user is.
const from = process.env.npm_lifecycle_event === 'bench' ? process.env.INIT_CWD : process.cwd();
const folder = positionals[0] ? resolve(from, positionals[0]) : join(root, 'media', 'samples');
const documents = globSync('**/*.md', { cwd: folder, absolute: true }).sort()
  .map((file) => ({ file, text: readFileSync(file, 'utf8') })).filter(({ text }) => text.trim() !== '');
if (documents.length === 0 || !(rounds >= 1)) {
  process.stderr.write(documents.length ? '--rounds takes a whole number from 1\n' : `${folder} holds no Markdown file with text in it.\n`);
  process.exit(2);
}

const version = (name, at = join('node_modules', name)) => `${name} ${JSON.parse(readFileSync(join(root, at, 'package.json'), 'utf8')).version}`;
const texts = documents.map(({ text }) => text);
const longest = texts.reduce((a, b) => (b.length > a.length ? b : a));
const ground = { floor: floorParser().freeze(), reviewer, peers: await loadPeers(floorParser()) };

// The first reviews pay for compiling; nobody waits for them twice.
for (const text of texts.slice(0, 20)) await inTurns(runsFor(text, ground), 2);
print(`${version('tpm-spec-review', '.')}; floor: ${['remark-parse', 'remark-gfm', 'remark-frontmatter', 'micromark'].map((name) => version(name)).join(', ')}; `);
print(`Node ${process.versions.node}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}\n\n`);
await printDocuments(texts, ground, rounds);
await printGrowth(longest, ground, rounds);
await printCommandLine(documents.map(({ file }) => file), longest, rounds);
