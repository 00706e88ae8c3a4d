import * as vscode from 'vscode';
import { NOTHING } from '../report/changes';
import { dayOf } from '../report/day';
import type { Base } from '../server/protocol';
import { activeSpec } from './active-spec';
import { changeSentences } from './change-words';
import { isMarkdown, type Server } from './client';
import type { Comparisons } from './comparisons';
import { commitsOf, fileAt, mainBranch } from './git';
import type { Milestone, Milestones } from './milestones';
import { askName, pickMilestone, pickRevision } from './pick-base';

/** What commands work with: who reviews, what is compared now, what was kept. */
interface Desk {
  readonly server: Server;
  readonly comparing: Comparisons;
  readonly kept: Milestones;
}

/** "Compare with Revision", "Since My Last Review" and what belongs to them: which answers were won and lost since then. */
export function registerCompareCommands(server: Server, comparing: Comparisons, kept: Milestones): vscode.Disposable {
  const desk: Desk = { server, comparing, kept };
  /** For commands that are about the active spec. */
  const on = (command: string, run: (document: vscode.TextDocument, given: string | undefined) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (given?: unknown) => {
      const spec = await activeSpec(server);
      if (spec) await run(spec.document, typeof given === 'string' ? given : undefined);
    });
  return vscode.Disposable.from(
    on('specReview.compareWithRevision', (document, revision) => compareWithRevision(desk, document, revision)),
    on('specReview.sinceLastReview', (document) => sinceLastReview(desk, document)),
    on('specReview.compareWithMilestone', (document, name) => compareWithMilestone(desk, document, name)),
    on('specReview.markReviewed', (document) => keep(desk, document, undefined)),
    on('specReview.nameMilestone', async (document, given) => {
      const name = given ?? await askName();
      if (name) await keep(desk, document, name);
    }),
    on('specReview.stopComparing', async (document) => {
      comparing.focus(false);
      comparing.compare(document.uri, undefined);
    }),
    vscode.commands.registerCommand('specReview.toggleFocusOnNew', () => toggleFocus(desk)),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && comparing.isFocused && isMarkdown(editor.document)) void compareByItself(desk, editor.document);
    }),
  );
}

async function compareWithRevision(desk: Desk, document: vscode.TextDocument, given: string | undefined): Promise<void> {
  const commits = await commitsOf(document.uri);
  if (!commits) return sayNothingToCompare(vscode.l10n.t('No git repository that is open here holds this document.'));
  const revision = given ?? await pickRevision(commits, await mainBranch(document.uri));
  if (!revision) return;
  const base = await revisionBase(desk, document, revision);
  if (base) await show(desk, document, base);
  else void vscode.window.showWarningMessage(vscode.l10n.t('Git knows no revision “{0}” from which this branch comes.', revision));
}

/** Undefined where git does not know the revision, or is not there. */
async function revisionBase({ server }: Desk, document: vscode.TextDocument, revision: string): Promise<Base | undefined> {
  const then = await fileAt(document.uri, revision);
  const snapshot = then === 'new' ? NOTHING : then && await server.snapshot(document, then.text);
  return snapshot ? { since: revision, snapshot } : undefined;
}

async function sinceLastReview(desk: Desk, document: vscode.TextDocument): Promise<void> {
  const last = lastReview(desk, document);
  if (last) await show(desk, document, milestoneBase(last));
  else await sayNothingToCompare(vscode.l10n.t('You have not marked this document as reviewed yet.'));
}

async function compareWithMilestone(desk: Desk, document: vscode.TextDocument, name: string | undefined): Promise<void> {
  const those = desk.kept.of(document.uri);
  if (!those.length) return sayNothingToCompare(vscode.l10n.t('This document has no milestone yet.'));
  const milestone = name === undefined ? await pickMilestone(those) : those.find((one) => one.name === name);
  if (milestone) await show(desk, document, milestoneBase(milestone));
}

const lastReview = ({ kept }: Desk, { uri }: vscode.TextDocument): Milestone | undefined => kept.of(uri).find(({ name }) => name === undefined);

const milestoneBase = ({ name, date, snapshot }: Milestone): Base =>
  ({ since: name === undefined ? vscode.l10n.t('my last review ({0})', date) : vscode.l10n.t('“{0}” ({1})', name, date), snapshot });

async function sayNothingToCompare(why: string): Promise<void> {
  const mark = vscode.l10n.t('Mark as reviewed now');
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} What you mark as reviewed now can be compared with later.', why), mark)
    .then((choice) => { if (choice === mark) void vscode.commands.executeCommand('specReview.markReviewed'); });
}

async function show({ server, comparing }: Desk, document: vscode.TextDocument, base: Base): Promise<void> {
  comparing.compare(document.uri, base);
  const review = await server.review(document);
  if (!review?.isSpec || !review.changes) return;
  const report = vscode.l10n.t('Open report'), focus = vscode.l10n.t('Focus on new');
  void vscode.window.showInformationMessage(changeSentences(review.changes), report, ...(comparing.isFocused ? [] : [focus])).then((choice) => {
    if (choice === report) void vscode.commands.executeCommand('specReview.openReport');
    if (choice === focus) void vscode.commands.executeCommand('specReview.toggleFocusOnNew');
  });
}

/** Keeps how the document stands now, outside of it. A document that was compared with an earlier review goes on from here. */
async function keep({ server, comparing, kept }: Desk, document: vscode.TextDocument, name: string | undefined): Promise<void> {
  if (document.isUntitled) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Save the document first: what is kept of it is found again by its file.'));
    return;
  }
  const snapshot = await server.snapshot(document);
  if (!snapshot) return;
  const milestone: Milestone = { ...(name !== undefined && { name }), date: dayOf(new Date()), snapshot };
  await kept.keep(document.uri, milestone);
  if (comparing.isFocused) comparing.compare(document.uri, milestoneBase(milestone));
  vscode.window.setStatusBarMessage(name === undefined ? vscode.l10n.t('Spec Review: marked as reviewed') : vscode.l10n.t('Spec Review: milestone “{0}” kept', name), GLANCE);
}

/** How long a result stays in the status bar, in ms. */
const GLANCE = 6000;

/** Off it goes whatever is open. */
async function toggleFocus(desk: Desk): Promise<void> {
  const { server, comparing } = desk;
  if (comparing.isFocused) return comparing.focus(false);
  const spec = await activeSpec(server);
  if (!spec) return;
  if (await compareByItself(desk, spec.document)) comparing.focus(true);
  else await sayNothingToCompare(vscode.l10n.t('Nothing tells what is new in this document.'));
}

/** Whether the document is compared now: as it is already, else with my last review, else with where its branch left the main one. */
async function compareByItself(desk: Desk, document: vscode.TextDocument): Promise<boolean> {
  const { comparing } = desk;
  if (comparing.baseOf(document.uri)) return true;
  const last = lastReview(desk, document);
  const main = last ? undefined : await mainBranch(document.uri);
  const base = last ? milestoneBase(last) : main && await revisionBase(desk, document, main);
  if (base) comparing.compare(document.uri, base);
  return Boolean(base);
}
