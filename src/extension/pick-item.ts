import * as vscode from 'vscode';
import type { ItemReview, SpecReview } from '../server/protocol';
import { areaName, isGap, itemName, standing, standingIcon, standingWords } from './words';

/** Asks for one of the questions; undefined where the author picks none. */
export async function pickItem(items: readonly ItemReview[], placeHolder: string): Promise<ItemReview | undefined> {
  const picks = items.map((item) => ({
    label: itemName(item.item),
    description: `${areaName(item.area)} · ${standingWords(standing(item))}`,
    detail: item.question,
    iconPath: standingIcon(standing(item)),
    item,
  }));
  return (await vscode.window.showQuickPick(picks, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.item;
}

/** All items: the gaps first, as loud as they are reported, then the rest in the order of the checklist. */
export function byImportance(review: SpecReview): ItemReview[] {
  const reported = review.findings.flatMap((f) => [f.rule, ...f.items]);
  const rank = (item: ItemReview) => {
    const place = reported.indexOf(item.item);
    if (!isGap(item)) return Infinity;
    return place < 0 ? reported.length : place;
  };
  const ranked = review.items.map((item) => ({ item, rank: rank(item) }));
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ item }) => item);
}

/** The item that a command is about: an id from a code action, a line of the checklist, or nothing yet. */
export function itemOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const node = argument as { kind?: unknown; item?: { item?: unknown } } | undefined;
  return node?.kind === 'item' && typeof node.item?.item === 'string' ? node.item.item : undefined;
}
