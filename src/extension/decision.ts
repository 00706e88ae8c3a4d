import * as vscode from 'vscode';
import { RECORD_DECISION, type DecisionAnswers, type DecisionRequest } from '../server/protocol';
import { activeSpec } from './active-spec';
import { dateProblem, reasonProblem } from './answers';
import type { Server } from './client';
import { byImportance, itemOf, pickItem } from './pick-item';

/** As a code action or a key binding gives it; without a document it is about the active one. */
type Given = Omit<DecisionRequest, 'uri'> & Partial<Pick<DecisionRequest, 'uri'> & DecisionAnswers>;

/**
 * "Record a Decision": writes into the document that a question does not apply, is accepted for now, or is answered elsewhere.
 * Takes a {@link DecisionRequest}, with the answers where they are known already; whatever is lacking is asked for.
 */
export const registerDecisionCommand = (server: Server): vscode.Disposable => vscode.Disposable.from(
  vscode.commands.registerCommand(RECORD_DECISION, (argument?: unknown) => recordDecision(server, argument)),
  // Of a line of the checklist, where the verb is the button.
  vscode.commands.registerCommand('specReview.notApplicable', (node?: unknown) => recordDecision(server, decided(node, 'not-applicable'))),
  vscode.commands.registerCommand('specReview.acceptGap', (node?: unknown) => recordDecision(server, decided(node, 'accept'))),
);

async function recordDecision(server: Server, argument: unknown): Promise<void> {
  const given = isGiven(argument) ? argument : undefined;
  const uri = given?.uri ?? (await activeSpec(server))?.review.uri;
  const what = uri === undefined ? undefined : given ?? await askWhat(server, itemOf(argument));
  const answers = what && (what.reason ? { ...what, reason: what.reason } : await askWhy(what.verb));
  if (uri === undefined || !what || !answers) return;
  await server.apply(await server.request('specReview/decisionEdit', { ...what, ...answers, uri }));
}

function decided(node: unknown, verb: DecisionRequest['verb']): Given | undefined {
  const item = itemOf(node);
  return item === undefined ? undefined : { item, verb };
}

const isGiven = (argument: unknown): argument is Given => typeof (argument as Given | undefined)?.verb === 'string';

async function askWhat(server: Server, known: string | undefined): Promise<Given | undefined> {
  const spec = await activeSpec(server);
  const item = known ?? (spec && (await pickItem(byImportance(spec.review), vscode.l10n.t('Which question is decided?')))?.item);
  const verb = item && await askVerb();
  return item && verb ? { item, verb } : undefined;
}

async function askVerb(): Promise<DecisionRequest['verb'] | undefined> {
  const verbs: (vscode.QuickPickItem & { verb: DecisionRequest['verb'] })[] = [
    { verb: 'not-applicable', label: vscode.l10n.t('Not applicable'), detail: vscode.l10n.t('The question does not arise for this spec.') },
    { verb: 'accept', label: vscode.l10n.t('Accept until'), detail: vscode.l10n.t('The gap is known and someone stands for it, until a date.') },
    { verb: 'answered', label: vscode.l10n.t('Answered elsewhere'), detail: vscode.l10n.t('The answer stands where the review does not see it.') },
  ];
  return (await vscode.window.showQuickPick(verbs, { placeHolder: vscode.l10n.t('What is decided?') }))?.verb;
}

/** Undefined as soon as the author gives up. */
async function askWhy(verb: DecisionRequest['verb']): Promise<DecisionAnswers | undefined> {
  const reason = await vscode.window.showInputBox({
    title: verb === 'answered' ? vscode.l10n.t('Where is the answer?') : vscode.l10n.t('Why?'),
    prompt: vscode.l10n.t('It is written into the document as a comment, where reviewers see it.'),
    validateInput: reasonProblem, ignoreFocusOut: true,
  });
  if (!reason) return undefined;
  if (verb !== 'accept') return { reason: reason.trim() };
  const until = await vscode.window.showInputBox({ title: vscode.l10n.t('Until when?'), placeHolder: 'YYYY-MM-DD', validateInput: dateProblem, ignoreFocusOut: true });
  if (!until) return undefined;
  const owner = await vscode.window.showInputBox({ title: vscode.l10n.t('Who stands for it?'), validateInput: reasonProblem, ignoreFocusOut: true });
  return owner ? { reason: reason.trim(), until: until.trim(), owner: owner.trim() } : undefined;
}
