// How often each rule fires: node scripts/rule-counts.mjs FOLDER [--every N] [--sample RULE N]
// Reviews every Nth Markdown file under FOLDER with all wording and consistency rules on, those that are off by default
// included. With --sample it prints N findings of RULE with their surroundings; the choice is the same in each run.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { load } from './learn/load.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { every: { type: 'string', default: '1' }, sample: { type: 'string' } } });
const [folder, count = '30'] = positionals;
if (!folder) {
  process.stderr.write('usage: node scripts/rule-counts.mjs FOLDER [--every N] [--sample RULE N]\n');
  process.exit(2);
}
const ALL_ON = { 'wording/*': 'info', 'consistency/*': 'info' };
const BEFORE = 3, AFTER = 7;

const { reviewer } = await load('src/index.ts');
const { rules } = await load('src/checklist/index.ts');
const { workspaceIndex } = await load('src/workspace/index.ts');
const grammars = await load('src/contracts/index.ts');

/** A corpus of one folder for each repository keeps the path inside it with "__" for "/". */
const pathOf = (file) => file.replaceAll('__', '/');

/** Each folder at the top is taken for a repository, whose documents are reviewed beside each other. */
function indexes() {
  const all = globSync('**/*.md', { cwd: resolve(folder) }).sort();
  const made = new Map();
  const make = (top) => {
    const inside = new Map(all.filter((one) => one.startsWith(top)).map((one) => [pathOf(one), one]));
    return workspaceIndex({
      list: async () => [...inside.keys()],
      read: async (path) => (inside.has(path) ? readFileSync(join(folder, inside.get(path)), 'utf8') : undefined),
      isListed: async () => undefined,
      contracts: { grammars: async () => grammars, files: async () => [], read: async () => undefined },
    });
  };
  return (file) => {
    const top = file.slice(0, file.indexOf('/') + 1);
    if (!made.has(top)) made.set(top, make(top));
    return made.get(top);
  };
}

/** One row for each finding of a rule, and the number of findings that the author of each document sees. */
async function collect() {
  const indexOf = indexes();
  const files = globSync('**/*.md', { cwd: resolve(folder) }).sort().filter((_, i) => i % Number(values.every) === 0);
  const found = [], perDocument = [];
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const door = reviewer();
    const path = pathOf(file);
    const workspace = await indexOf(file).around(path, text);
    for (const finding of door.review(text, { path, workspace, rules: ALL_ON }).findings)
      if (rules.some((rule) => rule.id === finding.rule)) found.push({ file, text, finding });
    perDocument.push(door.review(text, { path, workspace }).findings.length);
  }
  return { files, found, perDocument };
}

const quantile = (numbers, q) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];

function printCounts({ files, found, perDocument }) {
  process.stdout.write(`${files.length} documents; findings of a document by default: median ${quantile(perDocument, 0.5)}, p90 ${quantile(perDocument, 0.9)}\n\n`);
  process.stdout.write('| rule | documents | share | findings |\n|---|--:|--:|--:|\n');
  for (const { id } of rules) {
    const own = found.filter(({ finding }) => finding.rule === id);
    const documents = new Set(own.map(({ file }) => file)).size;
    process.stdout.write(`| ${id} | ${documents} | ${(100 * documents / files.length).toFixed(1)} % | ${own.length} |\n`);
  }
}

/** Numbers in [0, 1) that are the same in each run. */
function chance(seed) {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

function printSample({ found }, rule, wanted) {
  const next = chance(1);
  const chosen = found.filter(({ finding }) => finding.rule === rule).map((row) => ({ row, at: next() })).sort((a, b) => a.at - b.at).slice(0, wanted);
  chosen.forEach(({ row: { file, text, finding } }, i) => {
    const lines = text.split('\n');
    const line = text.slice(0, finding.at.start).split('\n').length - 1;
    const shown = lines.slice(Math.max(0, line - BEFORE), line + AFTER).map((l, n) => `${Math.max(0, line - BEFORE) + n === line ? '>' : ' '} ${l.slice(0, 240)}`);
    process.stdout.write(`\n--- ${i + 1}. ${file}:${line + 1}\n    ${finding.message}\n${shown.join('\n')}\n`);
  });
}

const collected = await collect();
if (values.sample) printSample(collected, values.sample, Number(count));
else printCounts(collected);
