import type { Connection } from 'vscode-languageserver';
import { insertSection, recordDecision } from '../analyzer/edits';
import type { Item } from '../analyzer/item';
import type { Fix } from '../analyzer/review';
import { otherRules } from '../checklist/rules';
import { checklist, itemById } from '../index';
import { explainItem, explainRule } from '../report/explain';
import type { Client } from './client';
import { documentReview, workspaceEdit } from './convert';
import { isReviewed, type Documents, type ReviewedDocument } from './documents';
import type { Requests } from './protocol';

/** Answers the requests of {@link Requests}. */
export function answerRequests(connection: Connection, documents: Documents, client: Client, onAnyway: () => void): void {
  const on = <M extends keyof Requests>(method: M, handler: (params: Requests[M]['params']) => Promise<Requests[M]['result']>) => connection.onRequest(method, handler);

  on('specReview/review', async ({ uri }) => {
    const read = await documents.current(uri);
    return read ? documentReview(read) : null;
  });
  on('specReview/reviewAnyway', async ({ uri }) => {
    const read = await documents.reviewAnyway(uri);
    onAnyway();
    return read ? documentReview(read) : null;
  });
  on('specReview/reviewText', async ({ uri, text }) => documentReview(await documents.reviewText(uri, text)));
  on('specReview/explain', async ({ item: id }) => explain(id));

  const edit = async (uri: string, id: string, fix: (read: ReviewedDocument, item: Item) => Fix) => {
    const read = await documents.current(uri);
    const item = itemById(id);
    return isReviewed(read) && item ? workspaceEdit(fix(read, item).edits, read.document, client) : null;
  };
  on('specReview/insertSection', ({ uri, item }) => edit(uri, item, ({ reviewed }, of) => insertSection(reviewed.spec, of, checklist)));
  on('specReview/decisionEdit', ({ uri, item, ...draft }) => edit(uri, item, ({ reviewed }, on) => recordDecision(reviewed.spec, on, draft)));
}

function explain(id: string): string | null {
  const item = itemById(id);
  if (item) return explainItem(item);
  const rule = otherRules.find((other) => other.id === id);
  return rule ? explainRule(rule) : null;
}
