import * as vscode from 'vscode';
import { byUrgency } from '../report/spec-order';
import type { SpecReview } from '../server/protocol';
import type { Server } from './client';
import { committedOn } from './git';
import { MARKDOWN, reviewAll, reviewFile } from './workspace-review';

/** Git is asked for each document alone: for more, the others stay without a date. */
const MOST_DATES = 200;

/** The specs of the workspace, reviewed when somebody first asks for them, and kept up to date from then on. */
export interface AllSpecs extends vscode.Disposable {
  /** The most urgent first. Undefined where the author cancels; the next time it starts anew. */
  list(): Promise<readonly SpecReview[] | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

export function allSpecs(server: Server): AllSpecs {
  const changed = new vscode.EventEmitter<void>();
  let known: Promise<Map<string, SpecReview> | undefined> | undefined;

  async function load(): Promise<Map<string, SpecReview> | undefined> {
    const reviews = await reviewAll(server);
    if (!reviews) {
      known = undefined;
      return undefined;
    }
    const undated = reviews.filter(({ status }) => !status.changed).slice(0, MOST_DATES);
    const dates = new Map(await Promise.all(undated.map(async ({ uri }) => [uri, await committedOn(vscode.Uri.parse(uri))] as const)));
    return new Map(reviews.map((review) => [keyOf(review.uri), dated(review, dates.get(review.uri))]));
  }

  /** One of them was edited, made or deleted. */
  async function update(uri: vscode.Uri): Promise<void> {
    const specs = await known;
    if (!specs) return;
    const before = specs.get(keyOf(uri));
    const review = await reviewFile(server, uri);
    if (review) specs.set(keyOf(uri), dated(review, before?.status.changed?.date));
    else if (!specs.delete(keyOf(uri))) return;
    changed.fire();
  }

  const files = vscode.workspace.createFileSystemWatcher(MARKDOWN);
  const subscriptions = vscode.Disposable.from(
    changed, files, files.onDidCreate(update), files.onDidChange(update), files.onDidDelete(update),
    server.onDidReview(({ uri }) => update(vscode.Uri.parse(uri))),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('specReview') || !known) return;
      known = undefined;
      changed.fire();
    }),
  );
  return {
    onDidChange: changed.event,
    async list() {
      const specs = await (known ??= load());
      return specs && withStages([...specs.values()]).sort((a, b) => byUrgency(a.status, b.status));
    },
    dispose: () => subscriptions.dispose(),
  };
}

const keyOf = (uri: vscode.Uri | string): string => vscode.Uri.parse(uri.toString()).toString();

const dated = (review: SpecReview, date: string | undefined): SpecReview =>
  review.status.changed || !date ? review : { ...review, status: { ...review.status, changed: { date, by: 'git' } } };

/** Each knows of those that it depends on how they stand. */
function withStages(reviews: readonly SpecReview[]): SpecReview[] {
  const stages = new Map(reviews.map(({ status }) => [status.path, status.stage]));
  return reviews.map((review) => ({ ...review, status: { ...review.status, dependsOn: review.status.dependsOn.map(({ path }) => ({ path, stage: stages.get(path) ?? null })) } }));
}
