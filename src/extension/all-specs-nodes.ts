import * as vscode from 'vscode';
import type { Stage } from '../analyzer/item';
import { dayOf } from '../report/day';
import { age } from '../report/spec-order';
import type { FindingReview, SpecReview } from '../server/protocol';
import { toRange } from './client';
import { itemName } from './words';

/** A line of the list of all specs: a stage, a spec, or what is known of it. */
export type SpecNode =
  | { readonly kind: 'stage'; readonly stage: Stage | null; readonly reviews: readonly SpecReview[] }
  | { readonly kind: 'spec'; readonly review: SpecReview }
  | { readonly kind: 'blocker'; readonly review: SpecReview; readonly finding: FindingReview }
  | { readonly kind: 'fact'; readonly id: string; readonly text: string; readonly icon: string };

/** In a narrow view a long title would push away how the spec stands. In UTF-16 code units. */
const LONGEST_TITLE = 40;

/** By stage, in the order of the reviews. */
export const specNodes = (reviews: readonly SpecReview[]): SpecNode[] =>
  [...new Set(reviews.map(({ stage }) => stage))].map((stage) => ({ kind: 'stage', stage, reviews: reviews.filter((review) => review.stage === stage) }));

export function childrenOfSpec(node: SpecNode): SpecNode[] {
  if (node.kind === 'stage') return node.reviews.map((review) => ({ kind: 'spec', review }));
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
    case 'stage': {
      const tree = new vscode.TreeItem(stageName(node.stage), vscode.TreeItemCollapsibleState.Expanded);
      tree.id = `stage:${node.stage}`;
      tree.description = String(node.reviews.length);
      return tree;
    }
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
  const words = [open, ...(changed ? [age(changed.date, today())] : [])].join(' · ');
  const name = title || path;
  const tree = new vscode.TreeItem(name.length > LONGEST_TITLE ? `${name.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : name, vscode.TreeItemCollapsibleState.Collapsed);
  tree.id = uri;
  tree.description = words;
  tree.tooltip = `${name}\n${path}\n${stageName(stage)} · ${words}`;
  tree.accessibilityInformation = { label: `${name}, ${stageName(stage)}, ${words}` };
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
    case 'draft': return vscode.l10n.t('Draft');
    case 'in-review': return vscode.l10n.t('In review');
    case 'accepted': return vscode.l10n.t('Accepted');
    case 'done': return vscode.l10n.t('Done');
    case null: return vscode.l10n.t('Stage unknown');
  }
}

const today = (): string => dayOf(new Date());
