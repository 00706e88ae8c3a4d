import { items } from '../../src/checklist';

/** A snippet for each section of the checklist: its heading over its questions, each a place to type the answer. */
export function snippets(): string {
  const made = items.map(({ id, question, skeleton }) => [skeleton.heading, {
    prefix: `spec-${id.slice(id.indexOf('/') + 1)}`,
    description: question,
    body: [`## ${skeleton.heading}`, '', ...skeleton.questions.map((q, i) => `- \${${i + 1}:TODO: ${q.replace(/[\\$}]/g, '\\$&')}}`), '$0'],
  }] as const);
  return `${JSON.stringify(Object.fromEntries(made), null, 2)}\n`;
}
