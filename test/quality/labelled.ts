import { readFileSync } from 'node:fs';
import { checklist, review } from '../../src/index';
import { parseLabels, type Answer, type Label } from '../../scripts/learn/score';

/** The project's own labelled specs, written for it: all profiles, thorough, thin and hostile. */
export const labels: readonly Label[] = parseLabels(readFileSync('test/quality/labels.jsonl', 'utf8'));

const position = new Map<string, number>(checklist.map(({ id }, i) => [id, i]));

export const textOf = (doc: string): string => readFileSync(`test/quality/specs/${doc}.md`, 'utf8');

/** Every labelled answer beside the verdict that ships. */
export function judgeAll(): readonly Answer[] {
  return [...new Set(labels.map(({ doc }) => doc))].flatMap((doc) => {
    const text = textOf(doc);
    const { coverage } = review(text, { path: `specs/${doc}.md` });
    return labels.filter((label) => label.doc === doc).map((label) => ({ label, text, found: coverage[position.get(label.item)!]! }));
  });
}
