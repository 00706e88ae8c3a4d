import type { Connection } from 'vscode-languageserver';
import { checklist } from '../index';
import { answerOn, explanation } from '../report/agent';
import { fileReport } from '../report/file-report';
import { isReviewed, type Documents } from './documents';
import type { AgentAnswer, AgentCall, Requests } from './protocol';

/** Answers what agents ask for, in the words of `spec-review mcp`. */
export function answerAgents(connection: Connection, documents: Documents): void {
  connection.onRequest('specReview/agentTool' satisfies keyof Requests, async (call: AgentCall): Promise<AgentAnswer> => {
    if (call.tool === 'explain_item') {
      const { text, isKnown } = explanation(call.item, checklist);
      return { text, isError: !isKnown };
    }
    const read = await documents.reviewText(call.uri, call.text, true);
    if (!isReviewed(read)) return { text: `${call.uri} could not be reviewed`, isError: true };
    const { path, review, spec, items } = read.reviewed;
    return { text: answerOn(call.tool, fileReport(path, review, spec), items), isError: false };
  });
}
