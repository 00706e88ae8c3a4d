import * as vscode from 'vscode';
import type { Changes } from '../report/changes';
import type { SpecReview } from '../server/protocol';
import { allSpecs } from './all-specs';
import { childrenOfSpec, specNodes, specTreeItem, type SpecNode } from './all-specs-nodes';
import { filterName, isFilter, pickFilter, type Filter } from './checklist-filter';
import { changeCounts } from './change-words';
import { toTreeItem } from './checklist-lines';
import { registerMarks } from './checklist-marks';
import { childrenOf, roots, type ChecklistNode } from './checklist-nodes';
import { isMarkdown, type Server } from './client';
import type { Comparisons } from './comparisons';
import { isInTab } from './tabs';

const VIEW = 'specReview.checklist';

/** What stands around the lines. */
export type Frame = Readonly<Pick<vscode.TreeView<ViewNode>, 'badge' | 'description' | 'message'>>;

/** A line of the view: of one document's checklist, or of the list of all specs. */
export type ViewNode = ChecklistNode | SpecNode;

/**
 * The "Spec Checklist" view. It follows the active editor and stays on the last Markdown document; asked to, it lists all
 * specs of the workspace instead.
 */
export function registerChecklistView(server: Server, comparing: Comparisons): vscode.Disposable & { nodes: vscode.TreeDataProvider<ViewNode>; frame: Frame } {
  const changed = new vscode.EventEmitter<undefined>();
  const specs = allSpecs(server);
  let isList = false;
  let shown: vscode.TextDocument | undefined;
  let filter: Filter = 'all';
  let review: Promise<SpecReview | undefined> = Promise.resolve(undefined);

  const nodes: vscode.TreeDataProvider<ViewNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (isSpecNode(node) ? specTreeItem(node) : toTreeItem(node)),
    getChildren: async (node) => {
      if (node) return isSpecNode(node) ? childrenOfSpec(node) : childrenOf(node);
      if (isList) return listed();
      const current = await review;
      return current ? roots({ review: current, filter, isFocused: comparing.isFocused }) : [];
    },
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: nodes, showCollapseAll: true });

  /** Back to the open document where the author cancels. */
  const listed = async (): Promise<SpecNode[]> => {
    const all = await specs.list();
    if (!all) void showList(false);
    const blocked = all?.filter(({ status }) => status.blockers.length > 0).length ?? 0;
    view.description = all?.length === 1 ? vscode.l10n.t('1 spec') : vscode.l10n.t('{0} specs', all?.length ?? 0);
    view.message = '';
    view.badge = blocked ? { value: blocked, tooltip: blocked === 1 ? vscode.l10n.t('1 spec with open blockers') : vscode.l10n.t('{0} specs with open blockers', blocked) } : undefined;
    return specNodes(all ?? []);
  };
  const showList = async (list: boolean): Promise<void> => {
    isList = list;
    await vscode.commands.executeCommand('setContext', 'specReview.allSpecs', list);
    refresh();
  };
  const load = async (document: vscode.TextDocument | undefined): Promise<SpecReview | undefined> => {
    const result = document ? await server.review(document) : null;
    if (document === shown && !isList) {
      view.description = result?.isSpec ? [vscode.l10n.t('{0} of {1}', result.summary.answered, result.summary.total), ...(filter === 'all' ? [] : [filterName(filter)])].join(' · ') : '';
      const open = result?.isSpec ? result.summary.open : 0;
      view.badge = open ? { value: open, tooltip: open === 1 ? vscode.l10n.t('1 gap') : vscode.l10n.t('{0} gaps', open) } : undefined;
      view.message = result?.isSpec && result.changes ? comparison(result.changes, comparing.isFocused) : '';
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
    if (!isList) refresh();
  };
  /** A document without a tab is closed to its author, long before the editor says so. */
  const forgetClosed = () => {
    if (!shown || isInTab(shown.uri)) return;
    shown = undefined;
    if (!isList) refresh();
  };

  follow(vscode.window.activeTextEditor);
  const subscriptions = vscode.Disposable.from(
    changed, view, specs, registerMarks(),
    comparing.onDidChange(() => { if (!isList) refresh(); }),
    specs.onDidChange(() => { if (isList) changed.fire(undefined); }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => { if (closed.length) forgetClosed(); }),
    server.onDidReview((summary) => { if (!isList && shown && isSame(shown.uri, summary.uri)) refresh(); }),
    vscode.commands.registerCommand('specReview.filterChecklist', async (given?: unknown) => {
      filter = isFilter(given) ? given : await pickFilter(filter, (await review)?.changes !== undefined) ?? filter;
      refresh();
    }),
    vscode.commands.registerCommand('specReview.listSpecs', async () => {
      await vscode.commands.executeCommand(`${VIEW}.focus`);
      await showList(true);
    }),
    vscode.commands.registerCommand('specReview.showOpenSpec', () => showList(false)),
    vscode.commands.registerCommand('specReview.showChecklist', () => vscode.commands.executeCommand(`${VIEW}.focus`)),
  );
  return { nodes, frame: view, dispose: () => subscriptions.dispose() };
}

/** The line above the checklist of a document that is compared. */
const comparison = (changes: Changes, isFocused: boolean): string =>
  [changeCounts(changes), ...(isFocused ? [vscode.l10n.t('what is as it was is grey')] : [])].join('; ');

const isSpecNode = (node: ViewNode): node is SpecNode => node.kind === 'stage' || node.kind === 'spec' || node.kind === 'blocker' || node.kind === 'fact';

const isSame = (uri: vscode.Uri, other: string): boolean => uri.toString() === vscode.Uri.parse(other).toString();
