// How long a review takes, as ratios to the floor: node scripts/bench.mjs [FOLDER]
// The floor is what parsing alone costs: remark-parse with GFM and front matter, in the same process, as warm.
// Takes the Markdown files under FOLDER (default: the sample specs); prints Markdown on stdout.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { grown, median, quantile } from './measure.mjs';
import { ensureBuilt, ensureInstalled, root } from './setup.mjs';

ensureInstalled();
ensureBuilt();
const imported = async (name) => (await import(name)).default;
const [remarkParse, remarkGfm, remarkFrontmatter] = await Promise.all(['remark-parse', 'remark-gfm', 'remark-frontmatter'].map(imported));
const { unified } = await import('unified');
const { globSync } = await import('tinyglobby');
const { reviewer } = await import('../dist/index.mjs');

// npm runs scripts in the project's folder; a path is meant relative to where the user is.
const from = process.env.npm_lifecycle_event === 'bench' ? process.env.INIT_CWD : process.cwd();
const folder = process.argv[2] ? resolve(from, process.argv[2]) : join(root, 'media', 'samples');
const ROUNDS = 9;
const GROWTH = [100, 300, 600, 1_000, 3_000, 10_000, 20_000];

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

const texts = globSync('**/*.md', { cwd: folder, absolute: true }).sort()
  .map((file) => readFileSync(file, 'utf8')).filter((text) => text.trim() !== '');
if (texts.length === 0) {
  process.stderr.write(`${folder} holds no Markdown file with text in it.\n`);
  process.exit(2);
}

/** Milliseconds that `run` takes. */
const time = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/** `text` after one more letter is typed into the first word behind its middle. */
const typed = (text) => {
  const middle = text.length >> 1;
  const word = text.slice(middle).search(/\p{L}{2}/u);
  const at = middle + (word < 0 ? 0 : word + 1);
  return `${text.slice(0, at)}x${text.slice(at)}`;
};

/** Medians in milliseconds over `rounds`, in which the three take turns so that a busy machine slows all of them. */
const measure = (text, rounds) => {
  const versions = [typed(text), text];
  const open = reviewer();
  open.review(text);
  const taken = { floor: [], cold: [], again: [] };
  for (let round = 0; round < rounds; round++) {
    taken.floor.push(time(() => remark.parse(text)));
    taken.cold.push(time(() => reviewer().review(text)));
    taken.again.push(time(() => open.review(versions[round % 2])));
  }
  return { floor: median(taken.floor), cold: median(taken.cold), again: median(taken.again) };
};

const row = (...cells) => `| ${cells.join(' | ')} |\n`;
const ratio = (value) => value.toFixed(3);
const print = (text) => process.stdout.write(text);

const printVersions = () => {
  const version = (name, at = join('node_modules', name)) => `${name} ${JSON.parse(readFileSync(join(root, at, 'package.json'), 'utf8')).version}`;
  const floor = ['remark-parse', 'remark-gfm', 'remark-frontmatter', 'micromark'].map((name) => version(name));
  print(`${version('tpm-spec-review', '.')}, floor: ${floor.join(', ')}; Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}\n\n`);
};

const printDocuments = () => {
  const results = texts.map((text) => measure(text, ROUNDS));
  const lines = texts.map((text) => text.split('\n').length);
  print(`${texts.length} documents, median ${median(lines)} lines, ${ROUNDS} rounds; the floor takes ${median(results.map((r) => r.floor)).toFixed(1)} ms for the median document\n\n`);
  print(row('ratio to the floor', 'median', 'p90') + row('---', '--:', '--:'));
  for (const [name, key] of [['cold review', 'cold'], ['review after a keystroke', 'again']]) {
    const ratios = results.map((r) => r[key] / r.floor);
    print(row(name, ratio(median(ratios)), ratio(quantile(ratios, 0.9))));
  }
};

const printGrowth = () => {
  const longest = texts.reduce((a, b) => b.length > a.length ? b : a);
  print('\nGrowth: the longest document, repeated\n\n');
  print(row('lines', 'floor, ms', 'cold review / floor', 'after a keystroke / floor', 'after a keystroke, ms') + row('--:', '--:', '--:', '--:', '--:'));
  for (const lines of GROWTH) {
    const { floor, cold, again } = measure(grown(longest, lines), lines > 1_000 ? 3 : ROUNDS);
    print(row(lines, floor.toFixed(1), ratio(cold / floor), ratio(again / floor), again.toFixed(2)));
  }
};

// The first reviews pay for compiling; nobody waits for them twice.
for (const text of texts.slice(0, 20)) measure(text, 3);
printVersions();
printDocuments();
printGrowth();
