import * as vscode from 'vscode';
import type { SpecReview } from '../server/protocol';
import { filterName, isFilter, pickFilter, type Filter } from './checklist-filter';
import { childrenOf, roots, toTreeItem, type ChecklistNode } from './checklist-nodes';
import { isMarkdown, type Server } from './client';

const VIEW = 'specReview.checklist';

/** The "Spec Checklist" view. It follows the active editor and stays on the last Markdown document. */
export function registerChecklistView(server: Server): vscode.Disposable & { nodes: vscode.TreeDataProvider<ChecklistNode> } {
  const changed = new vscode.EventEmitter<undefined>();
  let shown: vscode.TextDocument | undefined;
  let filter: Filter = 'all';
  let review: Promise<SpecReview | undefined> = Promise.resolve(undefined);

  const nodes: vscode.TreeDataProvider<ChecklistNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: toTreeItem,
    getChildren: async (node) => {
      if (node) return childrenOf(node);
      const current = await review;
      return current ? roots(current, filter) : [];
    },
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: nodes, showCollapseAll: true });

  const load = async (document: vscode.TextDocument | undefined): Promise<SpecReview | undefined> => {
    const result = document ? await server.review(document) : null;
    if (document === shown) {
      view.description = result?.isSpec ? [vscode.l10n.t('{0} of {1}', result.summary.answered, result.summary.total), ...(filter === 'all' ? [] : [filterName(filter)])].join(' · ') : '';
      const open = result?.isSpec ? result.summary.open : 0;
      view.badge = open ? { value: open, tooltip: open === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', open) } : undefined;
      await vscode.commands.executeCommand('setContext', 'specReview.notSpec', result?.isSpec === false);
    }
    return result?.isSpec ? result : undefined;
  };
  const refresh = () => {
    review = load(shown);
    changed.fire(undefined);
  };
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (!editor || !isMarkdown(editor.document) || editor.document === shown) return;
    shown = editor.document;
    refresh();
  };
  const forget = (document: vscode.TextDocument) => {
    if (document !== shown) return;
    shown = undefined;
    refresh();
  };

  follow(vscode.window.activeTextEditor);
  const subscriptions = vscode.Disposable.from(
    changed, view,
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidCloseTextDocument(forget),
    server.onDidReview((summary) => { if (shown && isSame(shown.uri, summary.uri)) refresh(); }),
    vscode.commands.registerCommand('specReview.filterChecklist', async (given?: unknown) => {
      filter = isFilter(given) ? given : await pickFilter(filter) ?? filter;
      refresh();
    }),
    vscode.commands.registerCommand('specReview.showChecklist', () => vscode.commands.executeCommand(`${VIEW}.focus`)),
  );
  return { nodes, dispose: () => subscriptions.dispose() };
}

const isSame = (uri: vscode.Uri, other: string): boolean => uri.toString() === vscode.Uri.parse(other).toString();
