import * as vscode from 'vscode';
import type { Answer, ItemReview } from '../server/protocol';
import { answerProblem, reasonProblem } from './answers';
import { itemName } from './words';

/** What an author does with a question: says something, leaves it for later, or ends the interview (undefined). */
export type Reply = Answer | 'skip' | undefined;

/** Asks one question of an interview; whoever gives up half-way in a side question is asked the main one again. */
export async function askQuestion(item: ItemReview, step: number, totalSteps: number): Promise<Reply> {
  for (;;) {
    const said = await showBox(item, step, totalSteps);
    if (typeof said !== 'symbol') return said;
    const reply = said === NOT_APPLICABLE ? await askReason(item) : await askOwner(item);
    if (reply) return reply;
  }
}

const NOT_APPLICABLE = Symbol('not applicable');
const ASK = Symbol('ask someone');

function showBox(item: ItemReview, step: number, totalSteps: number): Promise<Reply | typeof NOT_APPLICABLE | typeof ASK> {
  const box = vscode.window.createInputBox();
  const button = (icon: string, tooltip: string): vscode.QuickInputButton => ({ iconPath: new vscode.ThemeIcon(icon), tooltip });
  const notApplicable = button('circle-slash', vscode.l10n.t('Not applicable, because …'));
  const ask = button('person-add', vscode.l10n.t('Ask someone: put it among the open questions'));
  const skip = button('debug-step-over', vscode.l10n.t('Skip for now'));
  Object.assign(box, {
    title: item.question, step, totalSteps, ignoreFocusOut: true, buttons: [notApplicable, ask, skip],
    prompt: item.why.replace(/[`*]/g, ''), placeholder: vscode.l10n.t('Your answer on “{0}”, in your own words', itemName(item.item)),
  } satisfies Partial<vscode.InputBox>);
  return new Promise((resolve) => {
    const end = (reply: Awaited<ReturnType<typeof showBox>>) => {
      resolve(reply);
      box.dispose();
    };
    box.onDidChangeValue(() => { box.validationMessage = undefined; });
    box.onDidAccept(() => {
      box.validationMessage = answerProblem(box.value);
      if (!box.validationMessage) end({ item: item.item, kind: 'answer', text: box.value.trim() });
    });
    box.onDidTriggerButton((pressed) => end(pressed === skip ? 'skip' : pressed === ask ? ASK : NOT_APPLICABLE));
    box.onDidHide(() => end(undefined));
    box.show();
  });
}

async function askReason({ item, question }: ItemReview): Promise<Answer | undefined> {
  const prompt = vscode.l10n.t('Why does it not apply? It is written into the document as a comment, where reviewers see it.');
  const reason = await vscode.window.showInputBox({ title: question, prompt, validateInput: reasonProblem, ignoreFocusOut: true });
  return reason ? { item, kind: 'not-applicable', reason: reason.trim() } : undefined;
}

async function askOwner({ item, question }: ItemReview): Promise<Answer | undefined> {
  const prompt = vscode.l10n.t('Who can answer it? Left empty, the place for the name stays to be filled.');
  const owner = await vscode.window.showInputBox({ title: question, prompt, ignoreFocusOut: true });
  return owner === undefined ? undefined : { item, kind: 'ask', ...(owner.trim() ? { owner: owner.trim() } : {}) };
}
