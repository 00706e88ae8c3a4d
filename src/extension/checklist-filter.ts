import * as vscode from 'vscode';
import type { ItemReview, SpecReview } from '../server/protocol';
import { isGap, standing } from './words';

/** Which questions the checklist shows. */
export type Filter = (typeof FILTERS)[number];

const FILTERS = ['all', 'open', 'check', 'answered', 'changed'] as const;

export const isFilter = (value: unknown): value is Filter => (FILTERS as readonly unknown[]).includes(value);

export function isShown({ changes }: SpecReview, item: ItemReview, filter: Filter): boolean {
  switch (filter) {
    case 'all': return true;
    case 'open': return isGap(item);
    case 'check': return standing(item) === 'check';
    case 'answered': return !isGap(item) && standing(item) !== 'check';
    // Where nothing is compared, there is nothing to leave out.
    case 'changed': return !changes || changes.questions.some((change) => change.item === item.item);
  }
}

export function filterName(filter: Filter): string {
  switch (filter) {
    case 'all': return vscode.l10n.t('all questions');
    case 'open': return vscode.l10n.t('open');
    case 'check': return vscode.l10n.t('for you to check');
    case 'answered': return vscode.l10n.t('answered or decided');
    case 'changed': return vscode.l10n.t('changed');
  }
}

/**
 * Undefined where the author picks none.
 * @param isCompared whether what changed can be told
 */
export async function pickFilter(current: Filter, isCompared: boolean): Promise<Filter | undefined> {
  const offered = FILTERS.filter((filter) => filter !== 'changed' || isCompared);
  const picks = offered.map((filter) => ({ label: filterName(filter), filter, ...(filter === current ? { description: vscode.l10n.t('shown now') } : {}) }));
  return (await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('Which questions shall the checklist show?') }))?.filter;
}
