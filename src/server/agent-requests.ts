import type { Connection } from 'vscode-languageserver';
import { checklist, reviewer } from '../index';
import { answerOn, explanation } from '../report/agent';
import { checkDraft, draftPrompt, turnedDown } from '../report/draft';
import { fileReport } from '../report/file-report';
import type { Client } from './client';
import { itemIn, workspaceEdit } from './convert';
import { isReviewed, today, type Documents } from './documents';
import type { Requests } from './protocol';
import type { SettingsStore } from './settings';
import type { Surroundings } from './surroundings';

/** Answers what agents ask for, in the words of `spec-review mcp`, and what a model that drafts a section is told. No model is called here. */
export function answerAgents(connection: Connection, documents: Documents, settings: SettingsStore, around: Surroundings['around'], client: Client): void {
  const on = <M extends keyof Requests>(method: M, handler: (params: Requests[M]['params']) => Promise<Requests[M]['result']>) => connection.onRequest(method, handler);

  on('specReview/agentTool', async (call) => {
    if (call.tool === 'explain_item') {
      const { text, isKnown } = explanation(call.item, checklist);
      return { text, isError: !isKnown };
    }
    const read = await documents.reviewText(call.uri, call.text, true);
    if (!isReviewed(read)) return { text: `${call.uri} could not be reviewed`, isError: true };
    const { path, review, spec, items } = read.reviewed;
    return { text: answerOn(call.tool, fileReport(path, review, spec), items), isError: false };
  });
  on('specReview/draftPrompt', async ({ uri, item: id, longest }) => {
    const read = await documents.current(uri);
    const item = isReviewed(read) ? itemIn(read.reviewed, id) : undefined;
    return isReviewed(read) && item ? draftPrompt(read.reviewed.spec, item, longest) : null;
  });
  on('specReview/checkDraft', async ({ uri, item: id, said }) => {
    const [read, found] = await Promise.all([documents.current(uri), settings.of(uri)]);
    const item = isReviewed(read) ? itemIn(read.reviewed, id) : undefined;
    if (!isReviewed(read) || !item) return null;
    const { document, reviewed: { items, spec: { text } } } = read;
    const workspace = await around(uri, text);
    const options = { ...found.options, today: today(), ...(workspace && { workspace }) };
    const draft = checkDraft(reviewer(found.items), { text, options }, item, items, said);
    return { edit: workspaceEdit(draft.edits, document, client), text: draft.text, problems: draft.problems, again: turnedDown(draft.problems), unsaid: draft.unsaid };
  });
}
