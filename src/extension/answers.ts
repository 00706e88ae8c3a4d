import * as vscode from 'vscode';

/** What is wrong with a reason or a name, as an input box shows it; undefined where nothing is. */
export function reasonProblem(text: string): string | undefined {
  const words = text.trim();
  if (!words) return vscode.l10n.t('Say it in a few words; a decision without them is not counted.');
  if (PLACEHOLDER.test(words)) return placeholderProblem(words);
  if (words.includes('--') || words.includes('\n')) return vscode.l10n.t('It becomes part of a comment, so it must be one line without “--”.');
  return undefined;
}

/** What is wrong with an answer to a question of the checklist; undefined where nothing is. */
export function answerProblem(text: string): string | undefined {
  const words = text.trim();
  if (!words) return vscode.l10n.t('Type the answer, or use a button above: not applicable, ask someone, skip.');
  return PLACEHOLDER.test(words) ? placeholderProblem(words) : undefined;
}

const PLACEHOLDER = /^(?:why|where|reason|tbd|todo|n\/?a|\?+|\.+|…)\??$/i;
const placeholderProblem = (words: string): string => vscode.l10n.t('“{0}” is a placeholder; say what a reviewer should know.', words);

/** What is wrong with a date; undefined where nothing is. */
export function dateProblem(text: string): string | undefined {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const exists = date && new Date(`${date[0]}T00:00:00Z`).getUTCDate() === Number(date[3]);
  return exists ? undefined : vscode.l10n.t('Give a day that exists as YYYY-MM-DD.');
}
