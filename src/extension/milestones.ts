import * as vscode from 'vscode';
import type { Snapshot } from '../report/changes';

/** How a document stood when someone said so. Holds no word of its text. */
export interface Milestone {
  /** Undefined for "my last review". */
  readonly name?: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly snapshot: Snapshot;
}

/** What is kept of documents outside of them, on this machine. */
export interface Milestones extends vscode.Disposable {
  /** The last review, then the named ones, the newest first. */
  of(uri: vscode.Uri): readonly Milestone[];
  /** In place of one of that name. */
  keep(uri: vscode.Uri, milestone: Milestone): Promise<void>;
}

const KEY = 'specReview.milestones';
/** The editor reads all of it when it starts: a document has some 4 KB for each. */
const MOST_DOCUMENTS = 80;
const MOST_NAMED = 8;

/** The document that was written to last comes last. */
type Kept = readonly (readonly [uri: string, milestones: readonly Milestone[]])[];

export function milestones(memory: vscode.Memento): Milestones {
  const all = (): Kept => memory.get<Kept>(KEY, []);
  const of = (uri: string): readonly Milestone[] => all().find(([kept]) => kept === uri)?.[1] ?? [];
  const write = (uri: string, those: readonly Milestone[]) => memory.update(KEY, [...all().filter(([kept]) => kept !== uri), [uri, those]].slice(-MOST_DOCUMENTS));

  async function move(from: string, to: string): Promise<void> {
    const moved = all().map(([uri, those]) => [uri === from ? to : uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : uri, those] as const);
    if (moved.some(([uri], i) => uri !== all()[i]![0])) await memory.update(KEY, moved);
  }
  const renames = vscode.workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) await move(oldUri.toString(), newUri.toString());
  });

  return {
    of: (uri) => of(uri.toString()),
    async keep(uri, milestone) {
      const those = [milestone, ...of(uri.toString()).filter(({ name }) => name !== milestone.name)];
      const isReview = ({ name }: Milestone) => name === undefined;
      await write(uri.toString(), [...those.filter(isReview), ...those.filter((one) => !isReview(one)).slice(0, MOST_NAMED)]);
    },
    dispose: () => renames.dispose(),
  };
}
