import type { Item } from '../../analyzer/item';
import { changeWords, leftOut, wonAndLost, type Changes, type QuestionChange } from '../changes';
import { standingMark } from './looks';
import { columns, escapeHtml, ruleLink, table } from './markup';

/** What became of the document since it was looked at before: in a sentence, and question by question. */
export function changesPart(changes: Changes | undefined, items: readonly Item[]): string {
  if (!changes) return '';
  const { won, lost, moved } = wonAndLost(changes);
  const rows = [...lost.map((q) => row('Lost', 'error', q, items)), ...won.map((q) => row('Won', 'answer', q, items)), ...moved.map((q) => row('Moved', 'muted', q, items))];
  const hidden = leftOut(changes);
  return [
    `<p>${escapeHtml(changeWords(changes))}</p>`,
    ...(rows.length ? [table('changes', `Questions that stand in another way than then`, columns(['', 'Question', 'Then', 'Now']), rows)] : []),
    ...(hidden ? [`<p class="note">${escapeHtml(hidden)}</p>`] : []),
  ].join('\n');
}

function row(word: string, look: string, { item, before, now }: QuestionChange, items: readonly Item[]): string {
  const question = items.find(({ id }) => id === item)?.question ?? item;
  return `<tr><td class="verdict ${look}">${word}</td><th scope="row">${escapeHtml(question)}<br>${ruleLink(item)}</th><td class="standing">${standingMark(before)}</td><td class="standing">${standingMark(now)}</td></tr>`;
}
