import * as vscode from 'vscode';
import { tools, type Tool } from '../report/agent-tools';
import type { AgentCall } from '../server/protocol';
import type { Server } from './client';
import { specAt } from './workspace-file';
import { textOf } from './workspace-review';

/** Lets agents in the editor call the tools of `spec-review mcp`: the same names, inputs and answers. They only read. */
export const registerAgentTools = (server: Server): vscode.Disposable => vscode.Disposable.from(...tools.map(({ name, inputSchema: { required: [argument] } }) =>
  vscode.lm.registerTool<Readonly<Record<string, unknown>>>(name, {
    prepareInvocation: ({ input }) => ({ invocationMessage: doing(name, String(input[argument])) }),
    async invoke({ input }) {
      const given = input[argument];
      if (typeof given !== 'string' || !given) throw new Error(`${name} needs "${argument}", a text`);
      const { text, isError } = await server.request('specReview/agentTool', await callOf(name, given));
      if (isError) throw new Error(text);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  })));

async function callOf(tool: Tool['name'], given: string): Promise<AgentCall> {
  if (tool === 'explain_item') return { tool, item: given };
  const uri = await specAt(given);
  const text = await textOf(uri);
  if (text === undefined) throw new Error(`${given} is no readable text`);
  if (!text.trim()) throw new Error(`${given} is empty`);
  return { tool, uri: uri.toString(), text };
}

function doing(tool: Tool['name'], about: string): string {
  switch (tool) {
    case 'review_spec': return vscode.l10n.t('Reviewing {0}', about);
    case 'list_gaps': return vscode.l10n.t('Listing the gaps of {0}', about);
    case 'explain_item': return vscode.l10n.t('Explaining {0}', about);
  }
}
