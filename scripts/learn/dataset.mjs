// Reads labelled specs in the benchmark's format: LABELS.jsonl ({doc, item, gold, verdicts, lines}), a folder of specs,
// and, beside the labels, a table whose first columns are the document and its repository.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Owners that are one organisation. */
const SAME = new Map([['kubernetes-sigs', 'kubernetes']]);

export function readDataset(labelsPath, specsPath) {
  const labels = readFileSync(labelsPath, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const table = `${specsPath.replace(/\/$/, '')}.tsv`;
  const owners = new Map(existsSync(table) ? readFileSync(table, 'utf8').trim().split('\n').slice(1).map((row) => {
    const [id, repo] = row.split('\t');
    const owner = repo.split('/')[0];
    return [id, SAME.get(owner) ?? owner];
  }) : []);
  const docs = new Map();
  for (const label of labels) {
    if (!docs.has(label.doc)) docs.set(label.doc, { id: label.doc, owner: owners.get(label.doc) ?? label.doc, path: join(specsPath, `${label.doc}.md`), labels: [] });
    docs.get(label.doc).labels.push(label);
  }
  return [...docs.values()].map((doc) => ({ ...doc, text: readFileSync(doc.path, 'utf8') }));
}
