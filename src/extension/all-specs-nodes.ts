import * as vscode from 'vscode';
import type { Stage } from '../analyzer/item';
import { age } from '../report/spec-order';
import type { FindingReview, SpecReview } from '../server/protocol';
import { toRange } from './client';
import { itemName } from './words';

/** A line of the list of all specs: a spec, or what is known of it. */
export type SpecNode =
  | { readonly kind: 'spec'; readonly review: SpecReview }
  | { readonly kind: 'blocker'; readonly review: SpecReview; readonly finding: FindingReview }
  | { readonly kind: 'fact'; readonly id: string; readonly text: string; readonly icon: string };

export const specNodes = (reviews: readonly SpecReview[]): SpecNode[] => reviews.map((review) => ({ kind: 'spec', review }));

export function childrenOfSpec(node: SpecNode): SpecNode[] {
  if (node.kind !== 'spec') return [];
  const { uri, findings, status: { deciders, approvers, changed, dependsOn } } = node.review;
  const fact = (icon: string, text: string): SpecNode => ({ kind: 'fact', id: `${uri}#${text}`, text, icon });
  return [
    ...findings.filter(({ priority }) => priority === 'blocker').map((finding): SpecNode => ({ kind: 'blocker', review: node.review, finding })),
    ...(deciders.length ? [fact('law', vscode.l10n.t('Decides: {0}', deciders.join(', ')))] : []),
    ...(approvers.length ? [fact('person', vscode.l10n.t('Approves: {0}', approvers.join(', ')))] : []),
    ...dependsOn.map(({ path, stage }) => fact('references', vscode.l10n.t('Depends on {0} ({1})', path, stageName(stage)))),
    ...(changed ? [fact('calendar', vscode.l10n.t('Changed {0} ({1})', age(changed.date, today()), changed.date))] : []),
  ];
}

export function specTreeItem(node: SpecNode): vscode.TreeItem {
  switch (node.kind) {
    case 'spec': return specItem(node.review);
    case 'blocker': return blockerItem(node.review, node.finding);
    case 'fact': {
      const tree = new vscode.TreeItem(node.text);
      tree.id = node.id;
      tree.tooltip = node.text;
      tree.iconPath = new vscode.ThemeIcon(node.icon);
      return tree;
    }
  }
}

function specItem({ uri, status }: SpecReview): vscode.TreeItem {
  const { title, path, stage, blockers, changed } = status;
  const open = blockers.length === 1 ? vscode.l10n.t('1 blocker') : blockers.length ? vscode.l10n.t('{0} blockers', blockers.length) : vscode.l10n.t('no blocker');
  const words = [stageName(stage), open, ...(changed ? [age(changed.date, today())] : [])].join(' · ');
  const tree = new vscode.TreeItem(title || path, vscode.TreeItemCollapsibleState.Collapsed);
  tree.id = uri;
  tree.description = words;
  tree.tooltip = `${path}\n${words}`;
  tree.accessibilityInformation = { label: `${title || path}, ${words}` };
  tree.iconPath = blockers.length ? new vscode.ThemeIcon('flame', new vscode.ThemeColor('list.errorForeground')) : new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
  tree.command = go(uri);
  return tree;
}

function blockerItem({ uri }: SpecReview, { rule, message, range }: FindingReview): vscode.TreeItem {
  const tree = new vscode.TreeItem(itemName(rule as `${string}/${string}`));
  tree.id = `${uri}#${rule}`;
  tree.tooltip = message;
  tree.accessibilityInformation = { label: message };
  tree.iconPath = new vscode.ThemeIcon('flame', new vscode.ThemeColor('list.errorForeground'));
  tree.command = go(uri, toRange(range));
  return tree;
}

const go = (uri: string, range?: vscode.Range): vscode.Command => ({
  title: vscode.l10n.t('Go to this place'),
  command: 'vscode.open',
  arguments: [vscode.Uri.parse(uri), { preserveFocus: true, ...(range && { selection: new vscode.Range(range.start, range.start) }) } satisfies vscode.TextDocumentShowOptions],
});

function stageName(stage: Stage | null): string {
  switch (stage) {
    case 'draft': return vscode.l10n.t('draft');
    case 'in-review': return vscode.l10n.t('in review');
    case 'accepted': return vscode.l10n.t('accepted');
    case 'done': return vscode.l10n.t('done');
    case null: return vscode.l10n.t('stage unknown');
  }
}

/** Where the user is, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
