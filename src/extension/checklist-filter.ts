import * as vscode from 'vscode';
import type { ItemReview } from '../server/protocol';
import { isGap, standing } from './words';

/** Which questions the checklist shows. */
export type Filter = (typeof FILTERS)[number];

const FILTERS = ['all', 'open', 'check', 'answered'] as const;

export const isFilter = (value: unknown): value is Filter => (FILTERS as readonly unknown[]).includes(value);

export function isShown(item: ItemReview, filter: Filter): boolean {
  switch (filter) {
    case 'all': return true;
    case 'open': return isGap(item);
    case 'check': return standing(item) === 'check';
    case 'answered': return !isGap(item) && standing(item) !== 'check';
  }
}

export function filterName(filter: Filter): string {
  switch (filter) {
    case 'all': return vscode.l10n.t('all questions');
    case 'open': return vscode.l10n.t('open');
    case 'check': return vscode.l10n.t('for you to check');
    case 'answered': return vscode.l10n.t('answered or decided');
  }
}

/** Undefined where the author picks none. */
export async function pickFilter(current: Filter): Promise<Filter | undefined> {
  const picks = FILTERS.map((filter) => ({ label: filterName(filter), filter, ...(filter === current ? { description: vscode.l10n.t('shown now') } : {}) }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('Which questions shall the checklist show?') }))?.filter;
}
