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

let running: BaseLanguageClient | undefined;

/** Stops the server, which ends in its own time; the editor waits for it. */
export async function deactivate(): Promise<void> {
  if (running?.needsStop()) await running.stop();
}

/**
 * Registers everything that shows what the server says, and lets it start meanwhile.
 * @param createClient makes the client for the host; it is not started yet
 */
export function start(context: vscode.ExtensionContext, createClient: (options: LanguageClientOptions) => BaseLanguageClient): Api {
  const comparing = comparisons();
  const client = (running = createClient(clientOptions(comparing)));
  const server = connect(client, comparing);
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
    answerSurroundings(client, context.extensionUri),
    vscode.commands.registerCommand('specReview.restartServer', () => restart(client)),
    vscode.commands.registerCommand('specReview.showOutput', () => client.outputChannel.show()),
  );
  // Nobody waits for the server: what needs it asks it, and is answered once it runs. That it cannot start the client tells.
  void client.start().then(() => vscode.commands.executeCommand('setContext', 'specReview.active', true), () => undefined);
  return { checklist: checklist.nodes, frame: checklist.frame, status: status.item };
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
