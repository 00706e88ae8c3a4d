import type { Connection } from 'vscode-languageserver';
import { insertSection, recordDecision } from '../analyzer/edits';
import type { Item } from '../analyzer/item';
import type { Fix } from '../analyzer/review';
import { otherRules } from '../checklist/rules';
import { origins } from '../config/origins';
import { itemById } from '../index';
import { effectiveConfig } from '../report/effective';
import { explainItem, explainRule } from '../report/explain';
import type { Client } from './client';
import { keep } from './compare';
import { documentReview, itemIn, workspaceEdit } from './convert';
import { isReviewed, type Documents, type ReviewedDocument } from './documents';
import { settledLines } from './folding';
import type { Requests } from './protocol';
import type { SettingsStore } from './settings';

/** Answers the requests of {@link Requests}. */
export function answerRequests(connection: Connection, documents: Documents, settings: SettingsStore, client: Client, onAnyway: () => void): void {
  const on = <M extends keyof Requests>(method: M, handler: (params: Requests[M]['params']) => Promise<Requests[M]['result']>) => connection.onRequest(method, handler);

  on('specReview/review', async ({ uri, base }) => {
    const read = await documents.current(uri);
    return read ? documentReview(read, base) : null;
  });
  on('specReview/snapshot', async ({ uri, text }) => {
    const read = await documents.current(uri);
    return isReviewed(read) ? keep(read.reviewed, text) : null;
  });
  on('specReview/reviewAnyway', async ({ uri }) => {
    const read = await documents.reviewAnyway(uri);
    onAnyway();
    return read ? documentReview(read) : null;
  });
  on('specReview/reviewText', async ({ uri, text }) => documentReview(await documents.reviewText(uri, text)));
  on('specReview/settledLines', async ({ uri }) => {
    const read = await documents.current(uri);
    return isReviewed(read) ? settledLines(read) : [];
  });
  on('specReview/explain', async ({ item: id, uri }) => {
    const read = uri === undefined ? undefined : await documents.current(uri);
    return explain(id, isReviewed(read) ? itemIn(read.reviewed, id) : itemById(id));
  });

  on('specReview/effectiveConfig', async ({ uri }) => {
    const { path, configs, isSpec } = await settings.of(uri);
    return effectiveConfig(path, origins(configs, isSpec));
  });

  const edit = async (uri: string, id: string, fix: (read: ReviewedDocument, item: Item) => Fix) => {
    const read = await documents.current(uri);
    const item = isReviewed(read) ? itemIn(read.reviewed, id) : undefined;
    return isReviewed(read) && item ? workspaceEdit(fix(read, item).edits, read.document, client) : null;
  };
  on('specReview/insertSection', ({ uri, item }) => edit(uri, item, ({ reviewed }, of) => insertSection(reviewed.spec, of, reviewed.items)));
  on('specReview/decisionEdit', ({ uri, item, ...draft }) => edit(uri, item, ({ reviewed }, on) => recordDecision(reviewed.spec, on, draft)));
}

function explain(id: string, item: Item | undefined): string | null {
  if (item) return explainItem(item);
  const rule = otherRules.find((other) => other.id === id);
  return rule ? explainRule(rule) : null;
}
