import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerAgentTools } from './agent-tools';
import { registerChecklistView, type Frame, type ViewNode } from './checklist-view';
import { clientOptions, connect } from './client';
import { registerCompareCommands } from './compare';
import { comparisons } from './comparisons';
import { registerConversationCommands } from './conversation';
import { registerDecisionCommand } from './decision';
import { registerDraftCommands } from './draft';
import { registerConfigCommand } from './effective-config';
import { registerExplainCommand } from './explain';
import { registerFoldCommand } from './fold';
import { registerGapCommands } from './gaps';
import { registerInsertCommand } from './insert-section';
import { registerInterviewCommand } from './interview';
import { launch, type Launch } from './launch';
import { milestones } from './milestones';
import { registerNewSpecCommands } from './new-spec';
import { registerReportPanel } from './report-panel';
import { registerReviewCommand } from './review-document';
import { registerStatus, type Status } from './status';
import { answerSurroundings } from './surroundings';
import { registerWorkspaceCommand } from './workspace-review';

/** What other extensions get: the checklist of the document that was edited last, as the view shows it, and how it stands. */
export interface Api {
  readonly checklist: vscode.TreeDataProvider<ViewNode>;
  readonly frame: Frame;
  /** The entry under `{}` in the status bar. */
  readonly status: Readonly<Status>;
}

let running: Launch | undefined;

/** Stops the server; the editor waits for it. */
export const deactivate = (): Promise<void> | undefined => running?.end();

/**
 * Registers everything that shows what the server says. The client and the server come up afterwards.
 * @param load loads the client for the host; it is not started yet
 */
export function start(context: vscode.ExtensionContext, load: (options: LanguageClientOptions) => Promise<BaseLanguageClient>): Api {
  const comparing = comparisons();
  const own = (running = launch(() => load(clientOptions(comparing))));
  const server = connect(own, comparing);
  own.prepare((client) => answerSurroundings(client, context.extensionUri));
  const kept = milestones(context.globalState);
  const checklist = registerChecklistView(server, comparing);
  const status = registerStatus(server, comparing);
  context.subscriptions.push(
    server, checklist, status, comparing, kept,
    registerCompareCommands(server, comparing, kept),
    registerReviewCommand(server),
    registerNewSpecCommands(server, context.extensionUri),
    registerWorkspaceCommand(server),
    registerGapCommands(server, comparing),
    registerFoldCommand(server),
    registerExplainCommand(server),
    registerInsertCommand(server),
    registerDecisionCommand(server),
    registerInterviewCommand(server),
    registerConversationCommands(server),
    registerConfigCommand(server),
    registerReportPanel(server, comparing, context.extensionUri),
    registerAgentTools(server),
    registerDraftCommands(server),
    vscode.commands.registerCommand('specReview.restartServer', () => own.restart()),
    vscode.commands.registerCommand('specReview.showOutput', async () => (await own.client()).outputChannel.show()),
    { dispose: () => void own.end() },
  );
  return { checklist: checklist.nodes, frame: checklist.frame, status: status.item };
}
