import type { Connection } from 'vscode-languageserver';
import { checklist } from '../index';
import { conversation } from '../report/conversation';
import { fileReport } from '../report/file-report';
import { htmlReporter } from '../report/html';
import { jsonReporter } from '../report/json';
import { localLine } from '../report/links';
import { markdownReporter } from '../report/markdown';
import { picturesOf } from '../report/pictures';
import { template } from '../report/template';
import { answersEdits } from './answers';
import type { Client } from './client';
import { reported } from './compare';
import { workspaceEdit } from './convert';
import { isReviewed, type Documents } from './documents';
import type { Requests } from './protocol';
import type { SettingsStore } from './settings';

/** Answers the requests of {@link Requests} that write for the author: answers, a review to hand on. */
export function answerAuthorRequests(connection: Connection, documents: Documents, settings: SettingsStore, client: Client): void {
  const on = <M extends keyof Requests>(method: M, handler: (params: Requests[M]['params']) => Promise<Requests[M]['result']>) => connection.onRequest(method, handler);

  on('specReview/answersEdit', async ({ uri, answers }) => {
    const read = await documents.current(uri);
    return isReviewed(read) ? workspaceEdit(answersEdits(read.reviewed, answers), read.document, client) : null;
  });
  on('specReview/template', async ({ profile }) => template(profile, checklist));
  on('specReview/report', async ({ uri, format, base, onlyNew }) => {
    const [read, { path }] = await Promise.all([documents.current(uri), settings.of(uri)]);
    if (!isReviewed(read)) return null;
    const { spec, items } = read.reviewed;
    const { review, changes } = reported(read.reviewed, base, onlyNew);
    const reporter = format === 'html' ? htmlReporter({ items }) : format === 'markdown' ? markdownReporter({ items, lineUrl: localLine }) : jsonReporter();
    return reporter.start() + reporter.add({ ...fileReport(path, review, spec, changes), text: spec.text, ...(format === 'html' && { pictures: picturesOf(spec) }) }) + reporter.end();
  });
  on('specReview/conversation', async ({ uri }) => {
    const [read, { path }] = await Promise.all([documents.current(uri), settings.of(uri)]);
    if (!isReviewed(read)) return null;
    const { review, spec, items } = read.reviewed;
    return conversation(fileReport(path, review, spec), spec.metadata.title, items);
  });
}
