import * as vscode from 'vscode';
import type { Answer } from '../server/protocol';
import { activeSpec } from './active-spec';
import type { Server } from './client';
import { byImportance } from './pick-item';
import { askQuestion } from './question-box';
import { isGap, itemName } from './words';

/** More at a time is an exam. */
const QUESTIONS = 5;

/** How a key binding or the end of an interview calls it. */
interface Given {
  /** What the author said already; nothing is asked then. */
  readonly answers?: readonly Answer[];
  /** Items that were skipped before. */
  readonly without?: readonly string[];
}

/** "Answer the Open Questions": the weightiest one by one; at the end all answers are written as one edit, so one undo takes them back. */
export const registerInterviewCommand = (server: Server): vscode.Disposable =>
  vscode.commands.registerCommand('specReview.interview', async (given?: Given) => {
    const spec = await activeSpec(server);
    if (!spec) return;
    const skipped = new Set(given?.without);
    const gaps = byImportance(spec.review).filter((item) => isGap(item) && !skipped.has(item.item)).slice(0, QUESTIONS);
    if (!gaps.length && !given?.answers) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This spec has no open gaps.'));
      return;
    }
    const answers = given?.answers ? [...given.answers] : [];
    for (const [i, item] of given?.answers ? [] : gaps.entries()) {
      const reply = await askQuestion(item, i + 1, gaps.length);
      if (!reply) break;
      if (reply === 'skip') skipped.add(item.item);
      else answers.push(reply);
    }
    if (answers.length) await server.apply(await server.request('specReview/answersEdit', { uri: spec.review.uri, answers }));
    await tellWhatIsLeft(server, spec.document, answers, [...skipped]);
  });

async function tellWhatIsLeft(server: Server, document: vscode.TextDocument, answers: readonly Answer[], skipped: readonly string[]): Promise<void> {
  const review = await server.review(document);
  if (!review?.isSpec) return;
  const left = byImportance(review).filter(isGap);
  const rest = left.length
    ? vscode.l10n.t('Gaps that are left: {0}; the weightiest is “{1}”.', left.length, itemName(left[0]!.item))
    : vscode.l10n.t('No gaps are left.');
  const goOn = vscode.l10n.t('Go on'), checklist = vscode.l10n.t('Show checklist');
  const hasMore = left.some((item) => !skipped.includes(item.item));
  void vscode.window.showInformationMessage(`${written(answers)} ${rest}`, ...(hasMore ? [goOn] : []), checklist).then((choice) => {
    if (choice === goOn) void vscode.commands.executeCommand('specReview.interview', { without: skipped } satisfies Given);
    if (choice === checklist) void vscode.commands.executeCommand('specReview.showChecklist');
  });
}

function written(answers: readonly Answer[]): string {
  const count = (kind: Answer['kind']) => answers.filter((a) => a.kind === kind).length;
  if (!answers.length) return vscode.l10n.t('Nothing was written.');
  return vscode.l10n.t('Written: {0} answered, {1} not applicable, {2} asked.', count('answer'), count('not-applicable'), count('ask'));
}
