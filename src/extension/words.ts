import * as vscode from 'vscode';
import type { ItemId } from '../analyzer/item';
import type { ItemReview } from '../server/protocol';

/** How an answer stands, for a reader: the state, or that a human should look. */
export type Standing = ItemReview['state'] | 'check';

export const standing = (item: ItemReview): Standing => (item.confident ? item.state : 'check');

/** Whether the question still waits for its author. */
export const isGap = (item: ItemReview): boolean => item.confident && (item.state === 'missing' || item.state === 'partial');

/** Whether nobody has to act on the question. */
export const isSettled = (item: ItemReview): boolean => ['covered', 'not-applicable', 'accepted'].includes(standing(item));

export function standingWords(which: Standing): string {
  switch (which) {
    case 'covered': return vscode.l10n.t('answered');
    case 'partial': return vscode.l10n.t('partly answered');
    case 'missing': return vscode.l10n.t('missing');
    case 'not-applicable': return vscode.l10n.t('not applicable');
    case 'accepted': return vscode.l10n.t('accepted as it is');
    case 'check': return vscode.l10n.t('for you to check');
  }
}

/** "accepted until 2027-03-31, by Ana Ruiz" */
export function decisionWords({ verb, until, owner }: NonNullable<ItemReview['decision']>): string {
  switch (verb) {
    case 'not-applicable': return vscode.l10n.t('not applicable');
    case 'answered': return vscode.l10n.t('answered there');
    case 'accept': return [until ? vscode.l10n.t('accepted until {0}', until) : vscode.l10n.t('accepted'), ...(owner ? [vscode.l10n.t('by {0}', owner)] : [])].join(', ');
  }
}

export function standingIcon(which: Standing): vscode.ThemeIcon {
  const icon = (id: string, color: string) => new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
  switch (which) {
    case 'covered': return icon('pass', 'testing.iconPassed');
    case 'partial': return icon('color-mode', 'list.warningForeground');
    case 'missing': return icon('circle-large-outline', 'list.warningForeground');
    case 'not-applicable': return icon('circle-slash', 'disabledForeground');
    case 'accepted': return icon('verified', 'testing.iconPassed');
    case 'check': return icon('question', 'notificationsInfoIcon.foreground');
  }
}

/** A team's own area is called what the team calls it. */
export function areaName(area: string): string {
  switch (area) {
    case 'api': return vscode.l10n.t('API');
    case 'scalability': return vscode.l10n.t('Scalability');
    case 'infrastructure': return vscode.l10n.t('Infrastructure');
    case 'acceptance': return vscode.l10n.t('Acceptance');
    case 'delivery': return vscode.l10n.t('Delivery');
    default: return area;
  }
}

/** "api/access-control" as a label: "Access control". */
export function itemName(item: ItemId): string {
  const words = item.slice(item.indexOf('/') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
