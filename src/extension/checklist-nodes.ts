import * as vscode from 'vscode';
import type { FindingReview, ItemReview, SpecReview } from '../server/protocol';
import { isShown, type Filter } from './checklist-filter';
import { toRange } from './client';
import { areaName, decisionWords, itemName, standing, standingIcon, standingWords } from './words';

/** A line of the checklist: what matters most, the areas, their questions, and what is known about each. */
export type ChecklistNode =
  | { readonly kind: 'brief'; readonly review: SpecReview }
  | { readonly kind: 'finding'; readonly review: SpecReview; readonly finding: FindingReview }
  | { readonly kind: 'area'; readonly review: SpecReview; readonly area: string; readonly filter: Filter }
  | { readonly kind: 'item'; readonly review: SpecReview; readonly item: ItemReview }
  | { readonly kind: 'decisions'; readonly review: SpecReview }
  | { readonly kind: 'decision'; readonly review: SpecReview; readonly item: ItemReview; readonly decision: NonNullable<ItemReview['decision']> }
  | { readonly kind: 'note'; readonly text: string; readonly icon: string }
  | { readonly kind: 'place'; readonly review: SpecReview; readonly range: vscode.Range; readonly closest: boolean };

export function roots(review: SpecReview, filter: Filter): ChecklistNode[] {
  const areas = [...new Set(review.items.filter((i) => isShown(i, filter)).map((i) => i.area))];
  const brief: ChecklistNode[] = review.brief.length ? [{ kind: 'brief', review }] : [];
  const decisions: ChecklistNode[] = review.items.some((i) => i.decision) ? [{ kind: 'decisions', review }] : [];
  return [...brief, ...areas.map((area): ChecklistNode => ({ kind: 'area', review, area, filter })), ...decisions];
}

export function childrenOf(node: ChecklistNode): ChecklistNode[] {
  switch (node.kind) {
    case 'brief':
      return node.review.brief.flatMap((rule) => node.review.findings.find((f) => f.rule === rule) ?? [])
        .map((finding) => ({ kind: 'finding', review: node.review, finding }));
    case 'area':
      return node.review.items.filter((i) => i.area === node.area && isShown(i, node.filter)).map((item) => ({ kind: 'item', review: node.review, item }));
    case 'decisions':
      return node.review.items.flatMap((item) => (item.decision ? [{ kind: 'decision', review: node.review, item, decision: item.decision }] : []));
    case 'item': return [...notes(node.item), ...places(node.review, node.item)];
    default: return [];
  }
}

const notes = (item: ItemReview): ChecklistNode[] => [
  { kind: 'note', text: item.question, icon: 'comment-discussion' },
  { kind: 'note', text: item.decision?.reason ?? item.reason, icon: item.decision ? 'law' : 'info' },
];

function places(review: SpecReview, item: ItemReview): ChecklistNode[] {
  const closest = item.evidence.length === 0 && item.closest ? [item.closest] : [];
  const place = (range: ItemReview['evidence'][number], isClosest: boolean): ChecklistNode => ({ kind: 'place', review, range: toRange(range), closest: isClosest });
  return [...item.evidence.map((r) => place(r, false)), ...closest.map((r) => place(r, true))];
}

/** The node as the tree shows it. States are in words as well as in icons and colours. */
export function toTreeItem(node: ChecklistNode): vscode.TreeItem {
  switch (node.kind) {
    case 'brief': return briefItem();
    case 'finding': return findingItem(node.review, node.finding);
    case 'area': return areaItem(node.review, node.area);
    case 'item': return questionItem(node.review, node.item);
    case 'decisions': return decisionsItem(node.review);
    case 'decision': return decisionItem(node);
    case 'note': return noteItem(node.text, node.icon);
    case 'place': return placeItem(node.review, node.range, node.closest);
  }
}

function briefItem(): vscode.TreeItem {
  const tree = new vscode.TreeItem(vscode.l10n.t('What matters most'), vscode.TreeItemCollapsibleState.Expanded);
  tree.id = 'brief';
  tree.iconPath = new vscode.ThemeIcon('target');
  return tree;
}

function findingItem(review: SpecReview, finding: FindingReview): vscode.TreeItem {
  const item = review.items.find((i) => i.item === finding.rule);
  const tree = new vscode.TreeItem(item ? itemName(item.item) : finding.message);
  if (item) tree.description = standingWords(standing(item));
  tree.id = `brief/${finding.rule}`;
  tree.tooltip = finding.message;
  tree.accessibilityInformation = { label: finding.message };
  tree.iconPath = new vscode.ThemeIcon('flame', new vscode.ThemeColor(finding.priority === 'blocker' ? 'list.errorForeground' : 'list.warningForeground'));
  tree.command = jump(review, toRange(finding.range));
  return tree;
}

function areaItem(review: SpecReview, area: string): vscode.TreeItem {
  const items = review.items.filter((i) => i.area === area);
  const answered = items.filter((i) => ['covered', 'not-applicable', 'accepted'].includes(standing(i))).length;
  const tree = new vscode.TreeItem(areaName(area), vscode.TreeItemCollapsibleState.Expanded);
  tree.id = area;
  tree.description = vscode.l10n.t('{0} of {1} answered', answered, items.length);
  return tree;
}

function questionItem(review: SpecReview, item: ItemReview): vscode.TreeItem {
  const which = standing(item);
  const words = standingWords(which);
  const tree = new vscode.TreeItem(itemName(item.item), vscode.TreeItemCollapsibleState.Collapsed);
  tree.id = item.item;
  tree.description = words;
  tree.tooltip = `${item.question}\n\n${item.reason}`;
  tree.iconPath = standingIcon(which);
  tree.contextValue = which === 'missing' || which === 'partial' ? 'gap' : 'question';
  tree.accessibilityInformation = { label: `${itemName(item.item)}, ${words}. ${item.question}` };
  const place = item.decision?.range ?? item.evidence[0] ?? item.closest;
  if (place) tree.command = jump(review, toRange(place));
  return tree;
}

function decisionsItem(review: SpecReview): vscode.TreeItem {
  const tree = new vscode.TreeItem(vscode.l10n.t('Decisions'), vscode.TreeItemCollapsibleState.Expanded);
  tree.id = 'decisions';
  tree.description = String(review.items.filter((i) => i.decision).length);
  tree.iconPath = new vscode.ThemeIcon('law');
  return tree;
}

function decisionItem({ review, item, decision }: Extract<ChecklistNode, { kind: 'decision' }>): vscode.TreeItem {
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
