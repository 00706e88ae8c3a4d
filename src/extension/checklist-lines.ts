import * as vscode from 'vscode';
import type { ItemReview, SpecReview } from '../server/protocol';
import { standingThenAndNow, turnOf, turnWords } from './change-words';
import { markAs } from './checklist-marks';
import type { ChecklistNode, Shown } from './checklist-nodes';
import { toRange } from './client';
import { areaName, decisionWords, isSettled, itemName, standing, standingIcon, standingWords } from './words';

/** A line as the tree shows it. States are in words as well as in icons and colours. */
export function toTreeItem(node: ChecklistNode): vscode.TreeItem {
  switch (node.kind) {
    case 'brief': return headItem('brief', vscode.l10n.t('What matters most'), 'target');
    case 'well': return headItem('well', vscode.l10n.t('Answered well'), 'thumbsup', vscode.TreeItemCollapsibleState.Collapsed);
    case 'finding': return findingItem(node);
    case 'answer': return answerItem(node.shown, node.item);
    case 'area': return areaItem(node.shown.review, node.area);
    case 'item': return questionItem(node.shown, node.item);
    case 'decisions': return decisionsItem(node.shown.review);
    case 'decision': return decisionItem(node);
    case 'note': return noteItem(node.text, node.icon);
    case 'place': return placeItem(node.shown.review, node.range, node.closest);
  }
}

function headItem(id: string, label: string, icon: string, state = vscode.TreeItemCollapsibleState.Expanded): vscode.TreeItem {
  const tree = new vscode.TreeItem(label, state);
  tree.id = id;
  tree.iconPath = new vscode.ThemeIcon(icon);
  return tree;
}

function findingItem({ shown: { review, isFocused }, finding }: Extract<ChecklistNode, { kind: 'finding' }>): vscode.TreeItem {
  const item = review.items.find((i) => i.item === finding.rule);
  const tree = new vscode.TreeItem(item ? itemName(item.item) : finding.message);
  if (item) tree.description = standingWords(standing(item));
  tree.id = `brief/${finding.rule}`;
  tree.tooltip = finding.message;
  tree.accessibilityInformation = { label: finding.message };
  tree.iconPath = new vscode.ThemeIcon('flame', new vscode.ThemeColor(finding.priority === 'blocker' ? 'list.errorForeground' : 'list.warningForeground'));
  tree.command = jump(review, toRange(finding.range));
  if (isFocused && finding.isKnown) markAs(tree, 'same');
  return tree;
}

function answerItem({ review }: Shown, item: ItemReview): vscode.TreeItem {
  const tree = new vscode.TreeItem(itemName(item.item));
  tree.id = `well/${item.item}`;
  tree.description = item.reason;
  tree.tooltip = `${item.question}\n\n${item.reason}`;
  tree.accessibilityInformation = { label: `${itemName(item.item)}, ${item.reason}` };
  tree.iconPath = standingIcon(standing(item));
  const [place] = item.evidence;
  if (place) tree.command = jump(review, toRange(place));
  return tree;
}

function areaItem(review: SpecReview, area: string): vscode.TreeItem {
  const items = review.items.filter((i) => i.area === area);
  const tree = new vscode.TreeItem(areaName(area), vscode.TreeItemCollapsibleState.Expanded);
  tree.id = area;
  tree.description = vscode.l10n.t('{0} of {1} answered', items.filter(isSettled).length, items.length);
  return tree;
}

function questionItem({ review, isFocused }: Shown, item: ItemReview): vscode.TreeItem {
  const which = standing(item), words = standingThenAndNow(review, item), turn = turnOf(review, item);
  const tree = new vscode.TreeItem(itemName(item.item), vscode.TreeItemCollapsibleState.Collapsed);
  tree.id = item.item;
  tree.description = words;
  // The words themselves, because a narrow view cuts them.
  tree.tooltip = `${item.question}\n\n${words}: ${item.reason}`;
  tree.iconPath = standingIcon(which);
  tree.contextValue = which === 'missing' || which === 'partial' ? 'gap' : which === 'check' ? 'check' : 'question';
  tree.accessibilityInformation = { label: [itemName(item.item), words, ...(turn && turn !== 'same' ? [turnWords(turn)] : [])].join(', ') + `. ${item.question}` };
  const place = item.decision?.range ?? item.evidence[0] ?? item.closest;
  if (place) tree.command = jump(review, toRange(place));
  if (turn && (isFocused || turn !== 'same')) markAs(tree, turn);
  return tree;
}

function decisionsItem(review: SpecReview): vscode.TreeItem {
  const tree = headItem('decisions', vscode.l10n.t('Decisions'), 'law');
  tree.description = String(review.items.filter((i) => i.decision).length);
  return tree;
}

function decisionItem({ shown: { review }, item, decision }: Extract<ChecklistNode, { kind: 'decision' }>): vscode.TreeItem {
  const words = [decisionWords(decision), decision.reason].join(' · ');
  const tree = new vscode.TreeItem(itemName(item.item));
  tree.id = `decision/${item.item}`;
  tree.description = words;
  tree.tooltip = `${item.question}\n\n${words}`;
  tree.accessibilityInformation = { label: `${itemName(item.item)}, ${words}` };
  tree.iconPath = standingIcon(standing(item));
  tree.command = jump(review, toRange(decision.range));
  return tree;
}

function noteItem(text: string, icon: string): vscode.TreeItem {
  const tree = new vscode.TreeItem(text);
  tree.tooltip = text;
  tree.iconPath = new vscode.ThemeIcon(icon);
  return tree;
}

function placeItem(review: SpecReview, range: vscode.Range, closest: boolean): vscode.TreeItem {
  const line = range.start.line + 1;
  const tree = new vscode.TreeItem(closest ? vscode.l10n.t('Closest: line {0}', line) : vscode.l10n.t('Line {0}', line));
  const document = vscode.workspace.textDocuments.find((d) => d.uri.toString() === vscode.Uri.parse(review.uri).toString());
  if (document && range.start.line < document.lineCount) tree.description = document.lineAt(range.start.line).text.trim();
  tree.iconPath = new vscode.ThemeIcon('go-to-file');
  tree.command = jump(review, range);
  return tree;
}

const jump = (review: SpecReview, range: vscode.Range): vscode.Command => ({
  title: vscode.l10n.t('Go to this place'),
  command: 'vscode.open',
  arguments: [vscode.Uri.parse(review.uri), { selection: new vscode.Range(range.start, range.start), preserveFocus: true } satisfies vscode.TextDocumentShowOptions],
});
